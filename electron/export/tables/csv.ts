import type { ExportEntry } from '../../shared/export/entry.ts';
import { placeOf } from '../../shared/export/place.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import type { FormatWriter, WritingOptions } from '../format-writer.ts';
import { marksInOrder, type OrderedMark } from './marks-in-order.ts';
import { type Row, writeTable } from './table.ts';

const columns = [
  'briefing',
  'source',
  'date',
  'date basis',
  'file',
  'path',
  'briefing id',
  'kind',
  'place',
  'quote',
  'color',
  'color name',
  'tags',
  'note',
  'created',
  'modified',
  'id',
] as const;

type Column = (typeof columns)[number];
type BriefingColumn = (typeof columns)[0 | 1 | 2 | 3 | 4 | 5 | 6];

/** By this Excel knows that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function briefingCells({ reference }: ExportEntry): Row<BriefingColumn> {
  const { id, headline, source, date, fileName, path } = reference;
  return {
    briefing: headline,
    source: source ?? '',
    date: date?.value ?? '',
    'date basis': date?.provenance ?? '',
    file: fileName,
    path,
    'briefing id': id,
  };
}

function markCells(
  { id, target, createdAt, annotation }: OrderedMark,
  { briefing }: ExportEntry,
  { colorNames }: WritingOptions,
): Row<Exclude<Column, BriefingColumn>> {
  const color = annotation?.color ?? '';
  return {
    kind: annotation === null ? 'bookmark' : 'annotation',
    place: target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part),
    quote: quoteOf(target),
    color,
    'color name': colorNames[color] ?? '',
    tags: annotation?.tags.join('; ') ?? '',
    note: annotation?.note ?? '',
    created: timeOf(createdAt),
    modified: timeOf(annotation?.modifiedAt ?? createdAt),
    id,
  };
}

/**
 * Marks as a table for a spreadsheet, a row for each in the order of the text. Times are ISO 8601 in
 * UTC; a bookmark's are both those of its making.
 */
export const csvWriter: FormatWriter = async function* writeCsv(entries, options) {
  yield byteOrderMark;
  yield* writeTable(columns, entries, (entry) => {
    const briefing = briefingCells(entry);
    return marksInOrder(entry).map((mark) => ({ ...briefing, ...markCells(mark, entry, options) }));
  });
};
