const lineEnds = /\s*[\r\n\u0085\u2028\u2029]\s*/g;

/** Characters that can begin markup within a line, `&` for entities; `~` and `|` in GitHub's flavour. */
const inline = /[\\`*_[\]<>&~|]/g;

/** The place before what makes a line a heading, a list item, a rule or a heading's underline. */
const blockStart = /^(?:(?=[#+=-])|\d{1,9}(?=[.)]))/;

/** A briefing's part is one line in the export, whatever stands in it. */
function onOneLine(text: string): string {
  return text.replace(lineEnds, ' ').trim();
}

/**
 * Plain text as CommonMark that renders as that very text: markup in it stays text. Line ends become
 * spaces, white space at either end goes.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(inline, '\\$&').replace(blockStart, '$&\\');
}

/**
 * Plain text as a CommonMark code span, for names that must stay as they are.
 *
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function markdownCode(text: string): string {
  const line = onOneLine(text);
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
