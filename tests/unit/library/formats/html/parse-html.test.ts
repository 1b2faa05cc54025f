import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  parseHtml,
  pictureInHtml,
} from '../../../../../electron/library/formats/html/parse-html.ts';
import { fileOf, parsed, textsOf } from '../../../../support/formats/parsed.ts';

describe('parseHtml', () => {
  test.each(['windows-1251', 'koi8-r', 'iso-8859-5'])(
    'reads a page that says %s',
    async (encoding) => {
      const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"><title>Новости</title></head><body><p>Да</body></html>`;
      const briefing = await parsed(parseHtml(fileOf(iconv.encode(html, encoding), 'page.html')));
      expect(textsOf(briefing)).toEqual(['Новости', 'Да']);
      expect(briefing.warnings).toEqual([]);
    },
  );

  test('reads Japanese in seven bits', async () => {
    const start = '<meta charset=iso-2022-jp><title>T</title><p>';
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from('1b24424b5c1b2842', 'hex')]);
    expect(textsOf(await parsed(parseHtml(fileOf(bytes, 'page.html'))))).toEqual(['T', '本']);
  });

  test.each([
    ['utf-8', 'windows-1252'],
    ['utf-16le', 'utf-8'],
  ])('what is %s is read as that, though it says %s', async (encoding, said) => {
    const html = `<meta charset=${said}><title>Ünï</title><p>wörds “here”`;
    const bytes = iconv.encode(html, encoding, { addBOM: encoding !== 'utf-8' });
    const briefing = await parsed(parseHtml(fileOf(bytes, 'page.html')));
    expect(textsOf(briefing)).toEqual(['Ünï', 'wörds “here”']);
  });

  test('a picture inside of the page has a number, a placeholder none', async () => {
    const bytes = Buffer.alloc(300, 7);
    const data = `data:image/png;base64,${bytes.toString('base64')}`;
    const html = `<title>T</title><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${data}" alt="late"><img src="${data.replaceAll('B', '%42')}">`;
    const file = fileOf(html, 'page.html');
    const { figures } = await parsed(parseHtml(file));
    expect(figures.map(({ picture }) => picture)).toEqual(['embedded:0', 'embedded:1']);
    expect(await pictureInHtml(file, 0)).toEqual(bytes);
    expect(await pictureInHtml(file, 2)).toBeNull();
  });

  test.each([
    ['<title>A - Site</title><meta property="og:site_name" content="Site">', 'A'],
    ['<title>A story about it | Site</title><h1>A story</h1>', 'A story'],
    ['<title>Second | Site</title><h1>First</h1><p>x</p><h1>Second</h1>', 'Second'],
    ['<h1>First</h1><p>x</p><h1>Second</h1>', 'First'],
    ['<p>words</p>', 'page'],
  ])('the headline of %s is %s', async (html, headline) => {
    expect((await parsed(parseHtml(fileOf(html, 'page.html')))).headline).toBe(headline);
  });

  test.each([
    ['<meta property="article:published_time" content="2025-11-19T23:30:00-05:00">', '2025-11-19'],
    ['<meta name="date" content="19 November 2025">', '2025-11-19'],
    ['<p>x <time datetime="2025-11-18">then</time>', '2025-11-18'],
  ])('the day of %s is %s', async (html, value) => {
    const { date } = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(date).toMatchObject({ value, provenance: 'front matter' });
  });

  test.each(['', '   ', '<!doctype html>', '<script>1</script>'])(
    '%j has no text',
    async (html) => {
      const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
      expect(briefing.sections).toEqual([]);
      expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['empty']);
    },
  );

  test('what is no text is refused', async () => {
    const result = await parseHtml(fileOf(new Uint8Array(500), 'page.html'));
    expect(result).toMatchObject({ ok: false, problem: { kind: 'unreadable' } });
  });
});

describe('the article of a page', () => {
  const sentence =
    'Delegations met in the city, for a long time, and agreed on a number of things. ';
  const paragraphs = `<p>${sentence.repeat(4)}</p>`.repeat(4);

  test('is shown without what stands around it, and that is said', async () => {
    const html = `<title>T</title><nav>menu</nav><main><article>${paragraphs}</article></main><footer>foot</footer>`;
    const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(textsOf(briefing)).toEqual(['T', ...Array<string>(4).fill(sentence.repeat(4).trim())]);
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['left out']);
  });

  test('nothing is said of where only its headline and its author stand elsewhere', async () => {
    const html = `<title>The title</title><script>1</script><article><h1>The title</h1><p class="byline">By Jane Roe</p>${paragraphs}</article>`;
    const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(briefing.headline).toBe('The title');
    expect(briefing.furniture).toEqual(['By Jane Roe']);
    expect(briefing.warnings).toEqual([]);
  });

  test('is not looked for where it would be a small part of the page', async () => {
    const nested = `<div><p>${sentence.repeat(3)}</p>`.repeat(300);
    const briefing = await parsed(parseHtml(fileOf(`<nav>menu</nav>${nested}`, 'page.html')));
    expect(briefing.sections[0]?.items).toHaveLength(301);
    expect(briefing.warnings.map(({ kind }) => kind)).toEqual(['no headline']);
  });
});
