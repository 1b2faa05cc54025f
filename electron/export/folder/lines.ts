/** A line of a file and what ends it: nothing for a last line without a line feed. */
export interface Line {
  readonly text: string;
  readonly end: '' | '\n' | '\r\n';
}

/** A file's text, line by line, with what an editor would not show. */
export interface FileText {
  /** With a byte order mark in front. */
  readonly hasMark: boolean;
  readonly lines: readonly Line[];
  /** What ends most lines; new lines get it. */
  readonly end: '\n' | '\r\n';
}

const byteOrderMark = '\ufeff';

/** What ends most lines of a text. */
function usualEnd(lines: readonly Line[]): '\n' | '\r\n' {
  const count = lines.filter(({ end }) => end === '\r\n').length;
  return count * 2 > lines.length ? '\r\n' : '\n';
}

/** Takes a text apart. A carriage return alone is part of a line. */
export function splitLines(text: string): FileText {
  const hasMark = text.startsWith(byteOrderMark);
  const lines: Line[] = [];
  const content = hasMark ? text.slice(1) : text;
  for (let start = 0; start < content.length;) {
    const feed = content.indexOf('\n', start);
    if (feed === -1) {
      lines.push({ text: content.slice(start), end: '' });
      break;
    }
    const isPair = feed > start && content[feed - 1] === '\r';
    lines.push({
      text: content.slice(start, isPair ? feed - 1 : feed),
      end: isPair ? '\r\n' : '\n',
    });
    start = feed + 1;
  }
  return { hasMark, lines, end: usualEnd(lines) };
}

/**
 * The text of merged lines in the form of `file`: lines of the file end as they did, others as most
 * lines of the file do, and the last one has a line feed if the file's last one had.
 */
export function joinLines(lines: readonly Line[], { hasMark, lines: old, end }: FileText): string {
  const isOpen = old.at(-1)?.end === '';
  const parts = lines.map((line, index) => {
    if (index === lines.length - 1 && isOpen) return line.text;
    return line.text + (line.end === '' ? end : line.end);
  });
  return (hasMark ? byteOrderMark : '') + parts.join('');
}

/** Lines of texts that are no part of a file yet. */
export function newLines(texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ text, end: '' }));
}

/** Whether there is a line, and it has nothing that is seen. */
export function isBlank(line: Line | undefined): boolean {
  return line?.text.trim() === '';
}

/** The texts of the lines that are not blank. */
export function wordsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ text }) => text).filter((text) => text.trim() !== '');
}

/** Whether both have the same lines, apart from blank ones and line ends. */
export function areSame(one: readonly Line[], other: readonly Line[]): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  return words.length === others.length && words.every((text, index) => text === others[index]);
}

/** Whether every line of `part` that is not blank stands in `whole`, in this order. */
export function isWithin(part: readonly Line[], whole: readonly Line[]): boolean {
  const words = wordsOf(part);
  let found = 0;
  for (const text of wordsOf(whole)) if (text === words[found]) found += 1;
  return found === words.length;
}

/**
 * What equal lines have in common. Blank ones are told apart by the line before them: taken alone they
 * are all equal, and would be found again in places that have nothing to do with each other.
 */
export function lineKeys(lines: readonly Line[]): readonly string[] {
  let before = '';
  return lines.map(({ text }) => {
    if (text.trim() === '') return `blank ${before}`;
    before = text;
    return `line ${text}`;
  });
}
