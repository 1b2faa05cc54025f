/** Characters that can begin markup within a line, `&` for entities. */
const inline = /[\\`*_[\]<>&~|]/g;

/** What can begin a block at the start of a line: headings, lists, rules, underlines of headings. */
const blockStart = /^(?:[#+=-]|\d{1,9}(?=[.)]))/;

/**
 * Plain text as CommonMark that renders as that very text: markup in it stays text. Line ends become
 * spaces, as a part of a briefing is one line.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s*[\r\n\u0085\u2028\u2029]\s*/g, ' ').replace(inline, '\\$&');
  const escaped = line.replace(blockStart, (start) => (/^\d/.test(start) ? start : `\\${start}`));
  const numbered = escaped.replace(/^(\d{1,9})([.)])/, '$1\\$2');
  // White space at either end would be dropped.
  return numbered
    .replace(/^[ \t]+/, (spaces) => '&#32;'.repeat(spaces.length))
    .replace(/[ \t]+$/, (spaces) => '&#32;'.repeat(spaces.length));
}
