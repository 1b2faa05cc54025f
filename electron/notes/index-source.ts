import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { type Color, colorSchema } from '../shared/model/annotation.ts';
import { readJson, type Row } from './rows.ts';

/** What an index has to know of one annotation. */
export interface IndexedAnnotation {
  readonly note: string;
  readonly tags: readonly string[];
  readonly color: Color | null;
}

/** Where a slice ended: the annotations of a briefing are in the order of their creation. */
export interface IndexPlace {
  readonly createdAt: number;
  readonly id: string;
}

/** Some annotations of a briefing, and where to go on; `null` where these are the last. */
export interface IndexSlice {
  readonly annotations: readonly IndexedAnnotation[];
  readonly next: IndexPlace | null;
}

/**
 * What an index of the marks is made from, in pieces so small that each is read at once, however
 * many there are. Every method throws SQLite's error.
 */
export interface IndexSource {
  revision(): string;
  nextMarked(after: string | null): string | null;
  annotationsToIndex(briefingId: string, after: IndexPlace | null): IndexSlice;
  countBookmarks(briefingId: string): number;
}

/** Annotations of a slice: a few milliseconds' worth. */
const sliceSize = 500;

const tagsSchema = z.array(z.string());

function shape(row: Row): IndexedAnnotation {
  const tags = tagsSchema.safeParse(readJson(row['tags']));
  const color = colorSchema.safeParse(row['color']);
  return {
    note: String(row['note']),
    tags: tags.success ? tags.data : [],
    color: color.success ? color.data : null,
  };
}

/**
 * Every change adds to the history, goes back or forth in it, or extends its newest step. The time
 * and the length tell apart the states of a step that goes on.
 */
const selectRevision = `
  SELECT
    (SELECT max(sequence) FROM change) AS newest,
    (SELECT min(sequence) FROM change WHERE state = 'undone') AS undone,
    done.sequence AS done, done.time AS time, length(done.after) AS length
  FROM (SELECT 1)
  LEFT JOIN (
    SELECT * FROM change WHERE state = 'done' ORDER BY sequence DESC LIMIT 1
  ) AS done`;

function openAnnotations(database: DatabaseSync): IndexSource['annotationsToIndex'] {
  const slice = database.prepare(`
    SELECT created_at, id, note, tags, color FROM annotation
    WHERE briefing_id = ? AND (created_at, id) > (?, ?)
    ORDER BY created_at, id LIMIT ${sliceSize}`);
  return (briefingId, after) => {
    const rows = slice.all(
      briefingId,
      after?.createdAt ?? Number.MIN_SAFE_INTEGER,
      after?.id ?? '',
    );
    const last = rows.length < sliceSize ? undefined : rows.at(-1);
    const next =
      last === undefined ? null : { createdAt: Number(last['created_at']), id: String(last['id']) };
    return { annotations: rows.map(shape), next };
  };
}

/** Prepares the statements. @throws SQLite's error if a table is not there. */
export function openIndexSource(database: DatabaseSync): IndexSource {
  const revision = database.prepare(selectRevision);
  const annotated = database.prepare(
    'SELECT min(briefing_id) AS id FROM annotation WHERE briefing_id > ?',
  );
  const bookmarked = database.prepare(
    'SELECT min(briefing_id) AS id FROM bookmark WHERE briefing_id > ?',
  );
  const bookmarks = database.prepare(
    'SELECT count(*) AS count FROM bookmark WHERE briefing_id = ?',
  );
  return {
    revision: () => {
      const row = revision.get() ?? {};
      const parts = ['newest', 'undone', 'done', 'time', 'length'].map((name) => row[name] ?? 0);
      return `1-${parts.join('-')}`;
    },
    nextMarked: (after) => {
      const ids = [annotated, bookmarked].flatMap((statement) => {
        const id = statement.get(after ?? '')?.['id'];
        return typeof id === 'string' ? [id] : [];
      });
      return ids.toSorted()[0] ?? null;
    },
    annotationsToIndex: openAnnotations(database),
    countBookmarks: (briefingId) => Number(bookmarks.get(briefingId)?.['count'] ?? 0),
  };
}
