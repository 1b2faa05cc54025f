import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../../../../electron/library/formats/markdown/parse-markdown.ts';
import { fileOf, linkedTexts, parsed, textsOf } from '../../../../support/formats/parsed.ts';

describe('parseMarkdown', () => {
  test('the headline of the front matter makes the first heading a section', async () => {
    const text = '---\ntitle: Given\n---\n# Own\n\nwords\n\n## Inner\n';
    const briefing = await parsed(parseMarkdown(fileOf(text, 'a.md')));
    expect(briefing.headline).toBe('Given');
    expect(briefing.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['Own', undefined],
      ['Inner', 3],
    ]);
  });

  test('a heading that says what the front matter says stands only once', async () => {
    const text = '---\ntitle: Talks – resumed\n---\n# Talks - *resumed*\n\nwords\n';
    expect(textsOf(await parsed(parseMarkdown(fileOf(text, 'a.md'))))).toEqual([
      'Talks - resumed',
      'words',
    ]);
  });

  test('front matter that cannot be read is text at the end', async () => {
    const text = '---\na: [\n---\n# Title\n\nwords\n';
    const briefing = await parsed(parseMarkdown(fileOf(text, 'a.md')));
    expect(textsOf(briefing)).toEqual(['Title', 'words', '---', 'a: [', '---']);
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['front matter']);
  });

  test('without a heading the file’s name stands in for it', async () => {
    const briefing = await parsed(parseMarkdown(fileOf('some **words**', 'notes.md')));
    expect(textsOf(briefing)).toEqual(['notes', 'some words']);
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['no headline']);
  });

  test('HTML is text, and entities are letters', async () => {
    const text = '# T\n\n<img src=x onerror=alert(1)> &amp; <!-- x -->\n\n<div>\nblock\n</div>\n';
    expect(textsOf(await parsed(parseMarkdown(fileOf(text, 'a.md'))))).toEqual([
      'T',
      '<img src=x onerror=alert(1)> & <!-- x -->',
      '<div> block </div>',
    ]);
  });

  test.each([
    ['[w](javascript:alert(1))', 'javascript:alert(1)'],
    ['[w](<data:text/html,a b>)', 'data:text/html,a b'],
    ['<https://example.org/ä>', 'https://example.org/ä'],
    ['[w][r]\n\n[r]: ../up.md "x"', '../up.md'],
    ['[![alt](a.png) w](https://example.org/)', 'https://example.org/'],
  ])('%j leads to %j, and that is data', async (text, target) => {
    const briefing = await parsed(parseMarkdown(fileOf(`# T\n\n${text}`, 'a.md')));
    expect(linkedTexts(briefing).map((link) => link.target)).toEqual([target]);
  });

  test.each([
    ['![a *b*](img/x.png)', 'a b', './img/x.png'],
    ['![](./x.png?raw=1#top)', null, './x.png'],
    ['![a](<with space.png> "b")', 'a b', './with space.png'],
    ['![a](../x.png)', 'a', null],
    ['![a](/x.png)', 'a', null],
    ['![a](javascript:alert(1))', 'a', null],
    ['![a](data:image/png;base64,AAAA)', 'a', null],
    ['![a](https://example.org/x.png)', 'a', null],
  ])('%s is a figure', async (text, caption, picture) => {
    const { figures } = await parsed(parseMarkdown(fileOf(`# T\n\n${text}`, 'a.md')));
    expect(figures).toMatchObject([{ caption, picture }]);
  });

  test.each(['> ', '- ', '* > '])('%j many times over says what it leaves out', async (mark) => {
    const briefing = await parsed(parseMarkdown(fileOf(`# T\n\n${mark.repeat(3000)}deep`, 'a.md')));
    const isWhole = textsOf(briefing).includes('deep');
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(isWhole ? [] : ['left out']);
  });

  test('what is no text is refused', async () => {
    const result = await parseMarkdown(fileOf(new Uint8Array(500), 'a.md'));
    expect(result).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});
