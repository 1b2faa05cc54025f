import type { DatabaseSync } from 'node:sqlite';
import {
  type BriefingReference,
  briefingReferenceSchema,
  type MarkCount,
  markCountSchema,
} from '../shared/model/annotation.ts';
import { fold } from '../shared/search/fold.ts';
import { readJson, readRows, type Row } from './rows.ts';

/**
 * What is kept of every briefing that has, or once had, marks. Every method throws SQLite's error.
 */
export interface BriefingTable {
  /** Of all briefings, those included whose marks were all removed: undo can bring marks back. */
  all(): readonly BriefingReference[];
  /** Of the briefings with at least one mark, by headline. */
  marked(): readonly BriefingReference[];
  /** Of the briefings with at least one mark. */
  countMarks(): readonly MarkCount[];
  /** Stores a reference; one to a file that cannot be read now does not replace a better one. */
  put(reference: BriefingReference): void;
  remove(id: string): void;
}

/** The shape of the model, unchecked. */
export function shapeBriefing(row: Row): unknown {
  return {
    id: row['id'],
    fingerprint: row['fingerprint'],
    path: row['path'],
    fileName: row['file_name'],
    headline: row['headline'],
    source: row['source'],
    date: readJson(row['date']),
  };
}

function shapeCount(row: Row): unknown {
  return {
    briefingId: row['id'],
    annotations: row['annotations'],
    bookmarks: row['bookmarks'],
  };
}

const selectCounts = `
  SELECT id, sum(annotations) AS annotations, sum(bookmarks) AS bookmarks FROM (
    SELECT briefing_id AS id, 1 AS annotations, 0 AS bookmarks FROM annotation
    UNION ALL
    SELECT briefing_id, 0, 1 FROM bookmark
  ) GROUP BY id ORDER BY id`;

const selectMarked = `
  SELECT * FROM briefing WHERE
    EXISTS (SELECT 1 FROM annotation WHERE briefing_id = briefing.id) OR
    EXISTS (SELECT 1 FROM bookmark WHERE briefing_id = briefing.id)
  ORDER BY headline, id`;

const upsert = `
  INSERT INTO briefing (id, fingerprint, path, file_name, headline, source, date, folded)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET
    fingerprint = excluded.fingerprint, path = excluded.path, file_name = excluded.file_name,
    headline = excluded.headline, source = excluded.source, date = excluded.date,
    folded = excluded.folded
  WHERE excluded.fingerprint IS NOT NULL OR briefing.fingerprint IS NULL`;

/** Prepares the statements. @throws SQLite's error if the table is not there. */
export function openBriefingTable(database: DatabaseSync): BriefingTable {
  const all = database.prepare('SELECT * FROM briefing ORDER BY id');
  const marked = database.prepare(selectMarked);
  const counts = database.prepare(selectCounts);
  const put = database.prepare(upsert);
  const remove = database.prepare('DELETE FROM briefing WHERE id = ?');
  return {
    all: () => readRows(briefingReferenceSchema, 'briefing', all.all(), shapeBriefing),
    marked: () => readRows(briefingReferenceSchema, 'briefing', marked.all(), shapeBriefing),
    countMarks: () => readRows(markCountSchema, 'briefing', counts.all(), shapeCount),
    put: (reference) => {
      // What the schema refuses could not be read again.
      const { id, fingerprint, path, fileName, headline, source, date } =
        briefingReferenceSchema.parse(reference);
      const dateJson = date === null ? null : JSON.stringify(date);
      put.run(
        id,
        fingerprint,
        path,
        fileName,
        headline,
        source,
        dateJson,
        fold(headline).toWellFormed(),
      );
    },
    remove: (id) => {
      remove.run(id);
    },
  };
}
