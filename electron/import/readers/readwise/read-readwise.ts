import { parse } from 'csv-parse/sync';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { ImportedFile, ImportedMark, ImportReader, RefusedItem } from '../../imported-mark.ts';
import { mostMarks } from '../limits.ts';
import { tooManyMarks, unreadable } from '../unreadable.ts';
import { excerptOf } from '../values/excerpt.ts';
import { columnsOf, type Columns } from './columns.ts';
import { readRow } from './read-row.ts';

/** What may stand between cells: spreadsheets write semicolons where the comma is a decimal mark. */
const delimiters = [',', ';', '\t'] as const;

/** Header lines are within so many code units. */
const longestHead = 64 * 1024;

type Rows = readonly (readonly string[])[];

/** The rows of a CSV file (RFC 4180), read tolerantly; `null` where a quoted cell does not end. */
function rowsOf(text: string, delimiter: string, most: number): Rows | null {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: most,
    });
  } catch {
    return null;
  }
}

interface Head {
  readonly delimiter: string;
  readonly columns: Columns;
}

function headOf(text: string): Head | null {
  for (const delimiter of delimiters) {
    const [names = []] = rowsOf(text.slice(0, longestHead), delimiter, 1) ?? [];
    const columns = columnsOf(names);
    if (columns !== null) return { delimiter, columns };
  }
  return null;
}

/** Whether a text is a CSV file with the columns of Readwise. */
export function isReadwise(text: string): boolean {
  return headOf(text) !== null;
}

function readRows(rows: Rows, columns: Columns): Result<ImportedFile, Problem> {
  if (rows.length > mostMarks) return failure(tooManyMarks);
  const marks: ImportedMark[] = [];
  const refused: RefusedItem[] = [];
  for (const row of rows) {
    const mark = readRow(row, columns);
    if (mark.ok) marks.push(mark.value);
    else refused.push({ excerpt: excerptOf(row.join(' ')), reason: mark.problem });
  }
  return success({ marks, refused });
}

/**
 * Reads a CSV file of Readwise: as it is imported there (Highlight, Title, Author, URL, Note, Location,
 * Date) or as it is exported there, the columns in any order. Where a highlight stands in a book is
 * not read: it counts in another text.
 *
 * @see https://docs.readwise.io/readwise/docs/importing-highlights/csv
 */
export const readReadwise: ImportReader = (text) => {
  const head = headOf(text);
  if (head === null) return failure(unreadable('It has no column with the name Highlight.'));
  const rows = rowsOf(text, head.delimiter, mostMarks + 2);
  if (rows === null) {
    return failure(unreadable('It is no valid CSV; the file may be cut off or damaged.'));
  }
  return readRows(rows.slice(1), head.columns);
};
