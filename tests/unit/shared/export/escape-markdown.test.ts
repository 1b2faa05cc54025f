import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  escapeMarkdown,
  markdownCode,
} from '../../../../electron/shared/export/escape-markdown.ts';

/** GitHub's flavour with raw HTML: the reader of the export that takes the most for markup. */
const hostile = new MarkdownIt({ html: true });

/** The text that a Markdown program shows for a source, or what it made of it instead of text. */
function shownText(source: string): string {
  const [opening, inline, closing, ...rest] = hostile.parse(source, {});
  if (opening?.type !== 'paragraph_open' || closing?.type !== 'paragraph_close') {
    return `not a paragraph: ${opening?.type ?? 'nothing'}`;
  }
  if (rest.length > 0) return `more than a paragraph: ${rest.map(({ type }) => type).join(' ')}`;
  return (inline?.children ?? [])
    .map(({ type, content }) => (type.startsWith('text') ? content : `<${type}>`))
    .join('');
}

/** Characters that mean something in Markdown, among some that do not. */
const markup = fc.constantFrom(
  ...Array.from('\\`*_{}[]<>()#+-.!|~&;:="\'/'),
  ...['1', '23', '4567890123', 'a', 'ж', 'م', '😀', ' ', '  ', 'amp', 'http://x.y', '---', '==='],
);
const line = fc
  .array(markup, { minLength: 1, maxLength: 30 })
  .map((pieces) => pieces.join('').trim())
  .filter((text) => text !== '');

describe('escapeMarkdown', () => {
  it.each([
    ['plain words stay plain', 'Talks resume.', 'Talks resume.'],
    ['a hyphen within', 'a well-known 5-year plan', 'a well-known 5-year plan'],
    ['emphasis', '*not* _so_', '\\*not\\* \\_so\\_'],
    ['a heading', '# Not one', '\\# Not one'],
    ['a numbered item', '2025. The year', '2025\\. The year'],
    ['a bullet', '- item', '\\- item'],
    ['HTML', '<b>bold</b> &amp;', '\\<b\\>bold\\</b\\> \\&amp;'],
    ['line ends', 'one\r\n  two\u2028three', 'one two three'],
  ])('%s', (_name, text, source) => {
    expect(escapeMarkdown(text)).toBe(source);
  });

  it('shows any line as that very text', () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(shownText(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('markdownCode', () => {
  it.each([
    ['a file name', '000_a*b.txt', '`000_a*b.txt`'],
    ['a backtick within', 'a`b', '``a`b``'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
  ])('%s', (_name, text, source) => {
    expect(markdownCode(text)).toBe(source);
  });

  it('shows any line as code that is that very text', () => {
    fc.assert(
      fc.property(line, (text) => {
        const code = hostile.parseInline(markdownCode(text), {})[0]?.children ?? [];
        expect(code.map(({ type, content }) => [type, content])).toEqual([['code_inline', text]]);
      }),
      { numRuns: 1000 },
    );
  });
});
