import type { DatabaseSync } from 'node:sqlite';
import type { NoteGroup, NoteQuery } from '../shared/model/note-list.ts';
import { conditionFor, type NoteCondition } from './note-condition.ts';
import { daysBetween } from './days.ts';
import type { Page } from './page.ts';
import { compareTags } from './tag-order.ts';

/** A stretch of the list of all annotations that is counted by itself: a part of a group, or all of it. */
export interface Section extends NoteGroup {
  /** What its rows have in common: the id of their briefing, their tag, or their day. */
  readonly of: string;
}

/** The rows of one section that stand on a page. */
export interface Slice {
  readonly of: string;
  /** How many rows of the section stand before the page. */
  readonly offset: number;
  readonly limit: number;
}

const countByBriefing = ({ from, sql }: NoteCondition): string => `
  WITH counted AS (
    SELECT annotation.briefing_id AS id, count(*) AS count FROM ${from}
    WHERE ${sql} GROUP BY annotation.briefing_id
  )
  SELECT briefing.id, briefing.headline, counted.count,
    briefing.id IN (SELECT value FROM json_each(?)) AS is_missing
  FROM counted JOIN briefing USING (id) ORDER BY is_missing, briefing.folded, briefing.id`;

const countByTag = ({ from, sql }: NoteCondition): string => `
  SELECT tag, count(*) AS count FROM annotation_tag
  WHERE annotation_id IN (SELECT annotation.id FROM ${from} WHERE ${sql}) GROUP BY tag`;

const countAllByTag = 'SELECT tag, count(*) AS count FROM annotation_tag GROUP BY tag';

/** Each day is looked up in the index: SQLite's own days take longer, and differ on Windows. */
const countByDay = ({ sql }: NoteCondition): string => `
  SELECT day.value ->> 0 AS day, count(*) AS count FROM json_each(?) AS day
    CROSS JOIN annotation INDEXED BY annotation_by_modification
      ON modified_at >= day.value ->> 1 AND modified_at < day.value ->> 2
  WHERE ${sql} GROUP BY day.key ORDER BY day.key DESC`;

const selectSpan = 'SELECT min(modified_at) AS first, max(modified_at) AS last FROM annotation';

function byBriefing(
  database: DatabaseSync,
  query: NoteQuery,
  missing: readonly string[],
): readonly Section[] {
  const condition = conditionFor(query);
  const statement = database.prepare(countByBriefing(condition));
  const rows = statement.all(...condition.values, JSON.stringify(missing));
  return rows.map((row) => {
    const of = String(row['id']);
    const [key, label] =
      row['is_missing'] === 1 ? ['missing', 'Without a briefing'] : [of, String(row['headline'])];
    return { of, key, label, count: Number(row['count']) };
  });
}

function byTag(database: DatabaseSync, query: NoteQuery): readonly Section[] {
  const condition = conditionFor(query);
  const { values } = condition;
  const sql = values.length === 0 ? countAllByTag : countByTag(condition);
  const rows = database.prepare(sql).all(...values);
  return rows
    .map((row) => ({ key: String(row['tag']), count: Number(row['count']) }))
    .map(({ key, count }) => ({ of: key, key, label: key === '' ? 'Without a tag' : key, count }))
    .toSorted(
      (one, other) =>
        Number(one.key === '') - Number(other.key === '') || compareTags(one.key, other.key),
    );
}

function byDay(database: DatabaseSync, query: NoteQuery): readonly Section[] {
  const condition = conditionFor(query);
  const { first = null, last = null } = database.prepare(selectSpan).get() ?? {};
  if (typeof first !== 'number' || typeof last !== 'number') return [];
  const days = daysBetween(first, last).map(({ day, start, end }) => [day, start, end]);
  const statement = database.prepare(countByDay(condition));
  const rows = statement.all(JSON.stringify(days), ...condition.values);
  return rows.map((row) => {
    const day = String(row['day']);
    return { of: day, key: day, label: day, count: Number(row['count']) };
  });
}

/**
 * Counts the annotations of a list, in list order.
 *
 * @param missing the ids of the briefings that are not in the library. @throws SQLite's error.
 */
export function countSections(
  database: DatabaseSync,
  query: NoteQuery,
  missing: readonly string[],
): readonly Section[] {
  switch (query.group) {
    case 'briefing':
      return byBriefing(database, query, missing);
    case 'tag':
      return byTag(database, query);
    case 'day':
      return byDay(database, query);
  }
}

/** Finds what of the sections stands on a page, in order. */
export function sliceSections(
  sections: readonly Section[],
  { offset, limit }: Page,
): readonly Slice[] {
  const slices: Slice[] = [];
  let start = 0;
  for (const { of, count } of sections) {
    const from = Math.max(offset, start);
    const to = Math.min(offset + limit, start + count);
    if (from < to) slices.push({ of, offset: from - start, limit: to - from });
    start += count;
  }
  return slices;
}
