import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { noteText } from '../../../../electron/export/html/note-text.ts';

function htmlOf(note: string): string {
  return noteText(note).html.replace(/^<div class="note-text" dir="auto">|<\/div>$/g, '');
}

const allowed = new Set(
  'DIV P BR HR EM STRONG S CODE PRE BLOCKQUOTE UL OL LI TABLE THEAD TBODY TR TH TD A SPAN BDI'.split(
    ' ',
  ),
);

/** Pieces of notes that are markup somewhere. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<script>',
      '</div>',
      '<img src=x onerror=a()>',
      '`',
      '```\n',
      '\n',
      '* ',
      '> ',
      '1. ',
      '# ',
    ],
    ...[
      '[a](',
      ')',
      '![',
      '](',
      'javascript:a()',
      'https://a.example/"x',
      '<https://b.example>',
      '"',
      '|',
    ],
    ...['|-|\n', '&lt;', '&', '\\', '**', '~~', '<!--', ']]>', "'", '\u0000'],
  ),
  fc.string(),
);

describe('noteText', () => {
  it.each([
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['# Head', '<p class="note-heading">Head</p>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['```js\n<b>\n```', '<pre><code>&lt;b&gt;\n</code></pre>'],
    ['<b>x</b>', '<p>&lt;b&gt;x&lt;/b&gt;</p>'],
    ['a&nbsp;b &copy;', '<p>a\u00a0b ©</p>'],
    [
      '[a *b*](https://x.example/)',
      '<p><a href="https://x.example/" rel="noreferrer">a <em>b</em></a> <bdi class="target">https://x.example/</bdi></p>',
    ],
    [
      '[a](javascript:b)',
      '<p><span class="dead-link">a</span> <bdi class="target">javascript:b</bdi></p>',
    ],
    [
      '<https://x.example/>',
      '<p><a href="https://x.example/" rel="noreferrer">https://x.example/</a></p>',
    ],
    [
      '![sea](https://x.example/p.png)',
      '<p>sea <bdi class="target">https://x.example/p.png</bdi></p>',
    ],
    [
      '|a|\n|-|\n|b|',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    ],
  ])('writes %j', (note, html) => {
    expect(htmlOf(note)).toBe(html);
  });

  it('holds nothing but text, structure and links that can be followed safely', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { document } = parseHTML(
          `<html><body>${noteText(pieces.join('')).html}</body></html>`,
        );
        for (const element of document.querySelectorAll('body *')) {
          if (!allowed.has(element.tagName)) throw new Error(`<${element.tagName}>`);
          for (const { name, value } of element.attributes) {
            if (!['class', 'dir', 'start', 'href', 'rel'].includes(name)) throw new Error(name);
            if (name === 'href' && !/^(?:https|mailto):/.test(value)) throw new Error(value);
          }
        }
        expect(document.body.children).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });
});
