import { stringify } from 'csv-stringify/sync';
import type { ExportEntry } from '../../shared/export/entry.ts';
import type { EntrySource } from '../format-writer.ts';
import { withoutFormula } from './formula-cells.ts';

/** The cells of a row, by the names of their columns. */
export type Row<Column extends string> = Readonly<Record<Column, string>>;

/**
 * A table in the form of RFC 4180, an entry at a time: lines end with CR LF, and no cell is a formula.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export async function* writeTable<Column extends string>(
  columns: readonly Column[],
  entries: EntrySource,
  rowsOf: (entry: ExportEntry) => readonly Row<Column>[],
): AsyncGenerator<string> {
  const lines = (rows: readonly (readonly string[])[]): string =>
    // Without being told so, it leaves cells with a line feed in them bare.
    stringify([...rows], { record_delimiter: 'windows', quote_record_delimiter: true });
  yield lines([columns]);
  for await (const entry of entries()) {
    const rows = rowsOf(entry);
    if (rows.length === 0) continue;
    yield lines(rows.map((row) => columns.map((column) => withoutFormula(row[column]))));
  }
}
