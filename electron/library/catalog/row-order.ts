import type { SQLInputValue } from 'node:sqlite';
import type { Selection } from './selection.ts';

/** A statement with its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Columns: headline, text, caption, credit, note. */
const columnWeights = '10, 1, 3, 1, 2';

/**
 * The tables and the condition of a selection. The FTS table comes first where it can: it yields
 * falling places by itself, so that a page of the newest rows ends the statement early.
 */
function fromWhere(selection: Selection): Statement {
  const { match, span, sql, values } = selection;
  const within = span === null ? '' : `${keyOf(selection)} BETWEEN ? AND ? AND `;
  const limits = span === null ? [] : [span.first, span.last];
  if (match === null) {
    return { sql: `FROM briefing WHERE ${within}${sql}`, values: [...limits, ...values] };
  }
  return {
    sql: `FROM words CROSS JOIN briefing ON briefing.place = words.rowid
      WHERE words MATCH ? AND ${within}${sql}`,
    values: [match, ...limits, ...values],
  };
}

function keyOf({ match }: Selection): string {
  return match === null ? 'briefing.place' : 'words.rowid';
}

/**
 * The places of a selection in list order, up to its cap. What is ranked is the newest rows: to
 * score all that a frequent word is in would take a hundred times as long.
 */
export function placesStatement(selection: Selection, columns = ''): Statement {
  const { sql, values } = fromWhere(selection);
  const key = keyOf(selection);
  const limit = selection.cap === null ? '' : ` LIMIT ${selection.cap + 1}`;
  if (!selection.isRanked) {
    return { sql: `SELECT ${key} AS place${columns} ${sql} ORDER BY ${key} DESC${limit}`, values };
  }
  return {
    sql: `SELECT place FROM (
        SELECT ${key} AS place, bm25(words, ${columnWeights}) AS score ${sql}
        ORDER BY ${key} DESC LIMIT ${selection.cap ?? -1}
      ) ORDER BY score, place DESC`,
    values,
  };
}

/** A page of the places of a selection. `offset` and `limit` count rows. */
export function pageStatement(selection: Selection, offset: number, limit: number): Statement {
  const most = selection.cap === null ? limit : Math.min(limit, selection.cap - offset);
  const { sql, values } = placesStatement({
    ...selection,
    cap: selection.isRanked ? selection.cap : null,
  });
  return { sql: `${sql} LIMIT ? OFFSET ?`, values: [...values, Math.max(0, most), offset] };
}

/** How many rows stand before a place, among the newest first; not more than the cap is counted. */
export function countBeforeStatement(selection: Selection, place: number): Statement {
  const { sql, values } = fromWhere(selection);
  const before = `${sql} AND ${keyOf(selection)} > ?`;
  const { cap } = selection;
  return {
    sql:
      cap === null
        ? `SELECT count(*) AS position ${before}`
        : `SELECT count(*) AS position FROM (SELECT 1 ${before} LIMIT ${cap})`,
    values: [...values, place],
  };
}

/** Whether a selection has the row with that place. */
export function hasStatement(selection: Selection, place: number): Statement {
  const { sql, values } = fromWhere(selection);
  return { sql: `SELECT 1 ${sql} AND ${keyOf(selection)} = ?`, values: [...values, place] };
}
