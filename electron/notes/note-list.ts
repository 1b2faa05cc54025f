import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  type Annotation,
  annotationSchema,
  type BriefingReference,
  briefingReferenceSchema,
} from '../shared/model/annotation.ts';
import type { NoteGroup, NoteOutline, NoteQuery, NoteRow } from '../shared/model/note-list.ts';
import { shapeAnnotation } from './annotation-table.ts';
import { shapeBriefing } from './briefing-table.ts';
import { conditionFor, type NoteCondition } from './note-condition.ts';
import { type Section, type Slice, sliceSections } from './note-sections.ts';
import type { Page } from './page.ts';
import { readRows, type Row } from './rows.ts';
import { createSectionMemory } from './section-memory.ts';

/**
 * The list of all annotations, counted and cut into pages by SQLite. `missing` are the ids of the
 * briefings that are not in the library. Every method throws SQLite's error.
 */
export interface NoteList {
  outline(query: NoteQuery, missing: readonly string[]): NoteOutline;
  /** Rows in the order of the outline. One that cannot be read is left out. */
  query(query: NoteQuery, missing: readonly string[], page: Page): readonly NoteRow[];
}

/** Where the ids of a group's rows are read from, and in what order. */
interface Source {
  readonly id: string;
  readonly from: string;
  /** What the rows of a section have in common. */
  readonly of: string;
  readonly order: string;
}

const byBriefing: Source = {
  id: 'annotation.id',
  from: 'annotation',
  of: 'annotation.briefing_id',
  order: 'annotation.created_at, annotation.id',
};

const byTag: Source = {
  id: 'tagged.annotation_id',
  from: 'annotation_tag AS tagged CROSS JOIN annotation ON annotation.id = tagged.annotation_id',
  of: 'tagged.tag',
  order: 'tagged.modified_at DESC, tagged.annotation_id DESC',
};

/** Reads as many rows as are asked for, in the order of an index. */
const idsOfOne = ({ id, from, of, order }: Source, condition: string): string => `
  SELECT ${id} AS id FROM ${from}
  WHERE ${of} = ? AND ${condition} ORDER BY ${order} LIMIT ? OFFSET ?`;

/** Reads and sorts all rows of the sections. */
const idsOfAll = ({ id, from, of, order }: Source, condition: string): string => `
  SELECT ${id} AS id FROM json_each(?) AS section CROSS JOIN ${from}
  WHERE ${of} = section.value AND ${condition} ORDER BY section.key, ${order}`;

const idsByDay = (condition: string): string => `
  SELECT id FROM annotation WHERE ${condition}
  ORDER BY modified_at DESC, id DESC LIMIT ? OFFSET ?`;

const selectRows = `
  SELECT annotation.*, fingerprint, path, file_name, headline, source, date
  FROM annotation JOIN briefing ON briefing.id = briefing_id
  WHERE annotation.id IN (SELECT value FROM json_each(?))`;

function groupsOf(sections: readonly Section[]): readonly NoteGroup[] {
  return [...Map.groupBy(sections, ({ key }) => key)].map(([key, parts]) => ({
    key,
    label: parts[0]?.label ?? key,
    count: parts.reduce((total, { count }) => total + count, 0),
  }));
}

type ReadIds = (statement: string, ...values: readonly SQLInputValue[]) => readonly string[];

/** Only the first and the last section of a page can have rows that are not on it. */
function readSlices(
  readIds: ReadIds,
  source: Source,
  slices: readonly Slice[],
  { sql, values }: NoteCondition,
): readonly string[] {
  const one = ({ of, limit, offset }: Slice): readonly string[] =>
    readIds(idsOfOne(source, sql), of, ...values, limit, offset);
  const [first, ...others] = slices;
  const last = others.pop();
  const whole = JSON.stringify(others.map(({ of }) => of));
  return [
    ...(first === undefined ? [] : one(first)),
    ...(others.length === 0 ? [] : readIds(idsOfAll(source, sql), whole, ...values)),
    ...(last === undefined ? [] : one(last)),
  ];
}

/** An annotation with two tags can stand on a page twice. */
function readListed(
  rows: readonly Row[],
  ids: readonly string[],
  missing: readonly string[],
): readonly NoteRow[] {
  const absent = new Set(missing);
  const annotations = new Map<string, Annotation>();
  const briefings = new Map<string, BriefingReference>();
  for (const one of readRows(annotationSchema, 'annotation', rows, shapeAnnotation)) {
    annotations.set(one.id, one);
  }
  const shape = (row: Row): unknown => shapeBriefing({ ...row, id: row['briefing_id'] ?? null });
  for (const one of readRows(briefingReferenceSchema, 'briefing', rows, shape)) {
    briefings.set(one.id, one);
  }
  return ids.flatMap((id) => {
    const annotation = annotations.get(id);
    const briefing = annotation === undefined ? undefined : briefings.get(annotation.briefingId);
    if (annotation === undefined || briefing === undefined) return [];
    return { annotation, briefing, isMissing: absent.has(briefing.id) };
  });
}

/** The list over an open database, whose schema is the newest. */
export function openNoteList(database: DatabaseSync): NoteList {
  const rowsOf = database.prepare(selectRows);
  const counts = createSectionMemory(database);
  const readIds: ReadIds = (statement, ...values) =>
    database
      .prepare(statement)
      .all(...values)
      .map(({ id }) => String(id));
  const idsOn = (query: NoteQuery, missing: readonly string[], page: Page): readonly string[] => {
    const condition = conditionFor(query);
    const { sql, values } = condition;
    // The days are stretches of one order, which has an index.
    if (query.group === 'day') return readIds(idsByDay(sql), ...values, page.limit, page.offset);
    const slices = sliceSections(counts.recall(query, missing), page);
    return readSlices(readIds, query.group === 'tag' ? byTag : byBriefing, slices, condition);
  };
  return {
    outline: (query, missing) => {
      const sections = counts.count(query, missing);
      const total = sections.reduce((sum, { count }) => sum + count, 0);
      return { total, groups: groupsOf(sections) };
    },
    query: (query, missing, page) => {
      const ids = idsOn(query, missing, page);
      return readListed(rowsOf.all(JSON.stringify([...new Set(ids)])), ids, missing);
    },
  };
}
