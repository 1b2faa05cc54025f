import { partSeparator } from '../anchoring/running-text.ts';
import type { Item } from '../model/briefing.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** Deeper levels stand as deep as this one. */
const deepestLevel = 6;

/** The lines of a text as they are. */
const lineEnds = /\r\n|[\r\n]/;

/** Preformatted text as a fenced code block, which nothing in it can end. */
export function codeLines(text: string): readonly string[] {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [fence, ...text.split(lineEnds), fence];
}

/** Plain text as Markdown on one line. */
type Escape = (text: string) => string;

/** A row of a table as the head of one: GitHub's flavour has no table without. */
function rowLines({ text, cells }: Item, escape: Escape): readonly string[] {
  const words = cells?.map(({ start, end }) => text.slice(start, end)) ?? text.split('\t');
  const row = words.map((cell) => escape(cell)).join(' | ');
  return [`| ${row} |`, `|${words.map(() => ' --- |').join('')}`];
}

/** A bullet inside of others, or one with a number, as an item of a list. */
function bulletLine({ text, marker }: Item, escape: Escape): string {
  const number = /^(\d{1,9})[.)]?$/.exec(marker ?? '')?.[1];
  return `${number === undefined ? '-' : `${number}.`} ${escape(text)}`;
}

function itemLines(item: Item, escape: Escape): readonly string[] {
  const level = Math.min(item.level ?? 1, deepestLevel);
  switch (item.kind) {
    case 'code':
      return codeLines(item.text);
    case 'row':
      return rowLines(item, escape);
    case 'quote':
      return [`${'> '.repeat(level)}${escape(item.text)}`];
    case 'bullet':
      return [bulletLine(item, escape)];
    case 'paragraph':
      return [escape(item.text)];
  }
}

/**
 * What is quoted as a block quote (CommonMark): each part that a passage goes through is a paragraph
 * of its own.
 *
 * @param item that is quoted as a whole: quotations, code, rows and bullets stand as what they are.
 * @param escape for a flavour with more markup than CommonMark.
 */
export function quoteLines(
  quote: string,
  item: Item | null,
  escape: Escape = escapeMarkdown,
): readonly string[] {
  const lines =
    item === null
      ? quote
          .split(partSeparator)
          .flatMap((line, index) => [...(index === 0 ? [] : ['']), escape(line)])
      : itemLines(item, escape);
  return lines.map((line) => (line === '' ? '>' : `> ${line}`));
}
