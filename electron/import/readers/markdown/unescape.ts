/** A character that a backslash takes its meaning from. */
const escaped = /\\([!-/:-@[-`{-~])/g;

/**
 * The text that escaped Markdown shows.
 *
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replaceAll(escaped, '$1');
}
