import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { markup } from '../../../../electron/export/html/markup.ts';

describe('markup', () => {
  it('keeps text text, in elements and in attributes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[<>&"'=/a-z ;#!-]*$/)), (text) => {
        const { html } = markup`<p title="${text}">${text}</p>`;
        expect(html.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
        expect(html.match(/"/g)).toHaveLength(2);
        const paragraph = parseHTML(`<body>${html}</body>`).document.querySelector('p');
        const shown = text.replace(/\p{Cc}/gu, '\ufffd');
        expect(paragraph?.textContent).toBe(shown);
      }),
    );
  });

  it('joins lists, leaves out nothing and does not escape twice', () => {
    const inner = markup`<b>${'&'}</b>`;
    expect(markup`${[inner, null, 'a', 1, [inner]]}`.html).toBe('<b>&amp;</b>a1<b>&amp;</b>');
  });

  it('puts a sign where HTML has no such character', () => {
    expect(markup`${'a\u0000b\u0085c\ud800d\r\ne'}`.html).toBe('a\ufffdb\ufffdc\ufffdd\ne');
  });
});
