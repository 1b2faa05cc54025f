/** A line of the text that is not blank. */
export interface Line {
  /** The line without the white space around it. */
  readonly text: string;
  /** Before it comes a blank line or the text's start. */
  readonly blankBefore: boolean;
  /** After it comes a blank line or the text's end. */
  readonly blankAfter: boolean;
}

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** Splits at CR, LF, CRLF, NEL, U+2028 and U+2029. White space is kept. */
export function splitLines(text: string): readonly string[] {
  return text.split(lineEnd);
}

/** The lines that are not blank, in order. */
export function toLines(rawLines: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let previousBlank = true;
  let current = rawLines[0]?.trim() ?? '';
  for (let index = 0; index < rawLines.length; index += 1) {
    const next = rawLines[index + 1]?.trim() ?? '';
    if (current !== '') {
      lines.push({ text: current, blankBefore: previousBlank, blankAfter: next === '' });
    }
    previousBlank = current === '';
    current = next;
  }
  return lines;
}
