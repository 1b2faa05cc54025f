import { expect, test } from 'vitest';
import { parseHtml } from '../../../../../electron/library/formats/html/parse-html.ts';
import { fileOf, parsed } from '../../../../support/formats/parsed.ts';

async function markersIn(list: string): Promise<readonly (string | null)[]> {
  const { sections } = await parsed(parseHtml(fileOf(`<h1>Port</h1>${list}`, 'a.html')));
  return sections.flatMap(({ items }) => items.map(({ marker }) => marker));
}

test.each([
  ['<ol><li>a<li>b</ol>', ['1.', '2.']],
  ['<ol start=5><li>a<li value=9>b<li>c</ol>', ['5.', '9.', '10.']],
  ['<ol start=x><li value=y>a</ol>', ['1.']],
  ['<ol start=-1><li>a<li>b</ol>', ['-1.', '0.']],
  ['<ol><li>a<ol><li>b</ol><li>c</ol>', ['1.', '1.', '2.']],
  ['<ul><li value=3>a<li>b</ul>', ['•', '•']],
  ['<li>a<li>b', ['•', '•']],
])('the items of %s have the markers %j', async (list, markers) => {
  expect(await markersIn(list)).toEqual(markers);
});
