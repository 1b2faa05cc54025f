import type { DatabaseSync } from 'node:sqlite';
import { type Annotation, annotationSchema } from '../shared/model/annotation.ts';
import { readJson, readRow, readRows, type Row } from './rows.ts';

/** The annotations as they are now. Every method throws SQLite's error. */
export interface AnnotationTable {
  find(id: string): Annotation | null;
  /** By creation time. */
  of(briefingId: string): readonly Annotation[];
  /** Stores a new annotation, or a new state of the one with this id. */
  put(annotation: Annotation): void;
  remove(id: string): void;
  /** Gives all annotations of one briefing to another. */
  move(fromBriefing: string, toBriefing: string): void;
}

function shape(row: Row): unknown {
  return {
    id: row['id'],
    briefingId: row['briefing_id'],
    target: readJson(row['target']),
    color: row['color'],
    tags: readJson(row['tags']),
    note: row['note'],
    createdAt: row['created_at'],
    modifiedAt: row['modified_at'],
  };
}

/** Prepares the statements. @throws SQLite's error if the table is not there. */
export function openAnnotationTable(database: DatabaseSync): AnnotationTable {
  const find = database.prepare('SELECT * FROM annotation WHERE id = ?');
  const list = database.prepare(
    'SELECT * FROM annotation WHERE briefing_id = ? ORDER BY created_at, id',
  );
  const put = database.prepare(`
    INSERT INTO annotation
      (id, briefing_id, target, color, tags, note, created_at, modified_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      briefing_id = excluded.briefing_id, target = excluded.target, color = excluded.color,
      tags = excluded.tags, note = excluded.note, created_at = excluded.created_at,
      modified_at = excluded.modified_at`);
  const remove = database.prepare('DELETE FROM annotation WHERE id = ?');
  const move = database.prepare('UPDATE annotation SET briefing_id = ? WHERE briefing_id = ?');
  return {
    find: (id) => {
      const row = find.get(id);
      return row === undefined ? null : readRow(annotationSchema, 'annotation', row, shape);
    },
    of: (briefingId) => readRows(annotationSchema, 'annotation', list.all(briefingId), shape),
    put: (annotation) => {
      // What the schema refuses could not be read again.
      const { id, briefingId, target, color, tags, note, createdAt, modifiedAt } =
        annotationSchema.parse(annotation);
      const [targetJson, tagsJson] = [JSON.stringify(target), JSON.stringify(tags)];
      put.run(id, briefingId, targetJson, color, tagsJson, note, createdAt, modifiedAt);
    },
    remove: (id) => {
      remove.run(id);
    },
    move: (fromBriefing, toBriefing) => {
      move.run(toBriefing, fromBriefing);
    },
  };
}
