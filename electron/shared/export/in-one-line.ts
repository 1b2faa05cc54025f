/** Line ends, other white space and controls. */
const breaks = /[\s\p{Cc}\u2028\u2029]+/gu;

/** Text as one line without controls. */
export function inOneLine(text: string): string {
  return text.replace(breaks, ' ').trim();
}
