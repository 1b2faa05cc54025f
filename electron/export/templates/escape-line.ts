import { escapeMarkdown } from '../../shared/export/escape-markdown.ts';

const longBlanks = /[\s\u0085]{100,}/g;

/**
 * Text with a space for each long stretch of blanks: escaping looks for line ends in them, which takes
 * the square of their length.
 */
export function withoutLongBlanks(text: string): string {
  return text.replace(longBlanks, ' ');
}

/**
 * Plain text as CommonMark that renders as that very text on a line of any kind: in a heading number
 * signs at the end would belong to it.
 *
 * @see https://spec.commonmark.org/0.31.2/#atx-headings
 */
export function escapeLine(text: string): string {
  return escapeMarkdown(withoutLongBlanks(text)).replace(/(?<![\\#])#+$/, '\\$&');
}
