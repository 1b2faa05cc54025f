import { partSeparator } from '../../../shared/anchoring/running-text.ts';
import { unescapeMarkdown } from './unescape.ts';

/** The line under the head of a table. */
const tableRule = /^\|(?: ?:?-+:? ?\|)+$/;

/** The marks before a bullet or a quotation inside of the quote; text is escaped and has none. */
const itemMarks = /^(?:(?:> ?)+|- |\d{1,9}\. )/;

/** The line of a block quote without its mark; `null` for other lines. */
export function quotedLine(line: string): string | null {
  const match = /^ {0,3}> ?/.exec(line);
  return match === null ? null : line.slice(match[0].length);
}

function cellsOf(row: string): string {
  return row
    .replace(/^\| ?/, '')
    .replace(/ ?\|$/, '')
    .split(/ ?(?<!\\)\| ?/)
    .map(unescapeMarkdown)
    .join('\t');
}

/** The text that the lines of a quote show: of parts, each a paragraph, with a line feed between two. */
export function readQuote(lines: readonly string[]): string {
  const [first = ''] = lines;
  const fence = /^`{3,}$/.exec(first)?.[0];
  if (fence !== undefined && lines.length > 1 && lines.at(-1) === fence) {
    return lines.slice(1, -1).join('\n');
  }
  if (first.startsWith('|') && tableRule.test(lines[1] ?? '')) return cellsOf(first);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => unescapeMarkdown(line.replace(itemMarks, '').trim()))
    .join(partSeparator);
}
