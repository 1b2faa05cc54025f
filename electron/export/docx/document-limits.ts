import type { ExportEntry } from '../../shared/export/entry.ts';
import type { Item } from '../../shared/model/briefing.ts';
import { filledLines } from './word-text.ts';

/** The library takes about 10 kB of memory for a paragraph while it makes a document. */
export const mostParagraphs = 80_000;

/** The pictures of a document are in memory several times while it is made. */
export const mostPictureBytes = 200_000_000;

/** What the reader is told of an export that would take too much memory. */
export const tooMuch =
  'That is too much for one Word document. Export fewer briefings at once, or a file for each.';

/** What a headline and the facts of a briefing take. */
const headParagraphs = 5;

/** What a mark takes besides its note. */
const markParagraphs = 3;

function paragraphsOfItem({ kind, text, cells }: Item): number {
  if (kind !== 'row') return 1;
  return cells?.length ?? text.split('\t').length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** About how many paragraphs a briefing with its marks takes, those of comments included. */
export function paragraphCount({ briefing, marks }: ExportEntry, withText: boolean): number {
  const { annotations, bookmarks } = marks;
  const sections = withText && briefing !== null ? briefing.sections : [];
  return sum([
    headParagraphs,
    ...sections.map(({ items }) => 1 + sum(items.map(paragraphsOfItem))),
    ...annotations.map(({ note }) => markParagraphs + filledLines(note).length),
    bookmarks.length,
  ]);
}
