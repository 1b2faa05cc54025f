import type { DatabaseSync } from 'node:sqlite';
import { type Annotation, annotationSchema } from '../shared/model/annotation.ts';
import type { TagCount } from '../shared/model/note-list.ts';
import { foldedText } from './folded-text.ts';
import { readJson, readRows, type Row } from './rows.ts';

/** The annotations as they are now. Every method throws SQLite's error. */
export interface AnnotationTable {
  find(id: string): Annotation | null;
  /** By creation time. */
  of(briefingId: string): readonly Annotation[];
  /** Every tag with the number of annotations that have it, in no order. */
  countTags(): readonly TagCount[];
  /** Those with a tag, or with one inside of it, by creation time. */
  within(tag: string): readonly Annotation[];
  /** The ids of the briefings that have annotations. */
  briefingIds(): readonly string[];
  /** Stores a new annotation, or a new state of the one with this id. */
  put(annotation: Annotation): void;
  remove(id: string): void;
  /** Gives all annotations of one briefing to another. */
  move(fromBriefing: string, toBriefing: string): void;
}

/** The shape of the model, unchecked. */
export function shapeAnnotation(row: Row): unknown {
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

/** Whether a row of `annotation_tag` has a tag, or one inside of it. */
export const isWithin = "(tag = ? OR (tag > ? || '/' AND tag < ? || '0'))";

function preparePut(database: DatabaseSync): AnnotationTable['put'] {
  const put = database.prepare(`
    INSERT INTO annotation
      (id, briefing_id, target, color, tags, note, created_at, modified_at, folded)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      briefing_id = excluded.briefing_id, target = excluded.target, color = excluded.color,
      tags = excluded.tags, note = excluded.note, created_at = excluded.created_at,
      modified_at = excluded.modified_at, folded = excluded.folded`);
  const untag = database.prepare('DELETE FROM annotation_tag WHERE annotation_id = ?');
  const tag = database.prepare(
    'INSERT OR IGNORE INTO annotation_tag (tag, modified_at, annotation_id) VALUES (?, ?, ?)',
  );
  return (annotation) => {
    // What the schema refuses could not be read again.
    const { id, briefingId, target, color, tags, note, createdAt, modifiedAt } =
      annotationSchema.parse(annotation);
    const [targetJson, tagsJson] = [JSON.stringify(target), JSON.stringify(tags)];
    const folded = foldedText(note, target, tags);
    put.run(id, briefingId, targetJson, color, tagsJson, note, createdAt, modifiedAt, folded);
    untag.run(id);
    for (const one of tags.length === 0 ? [''] : new Set(tags)) tag.run(one, modifiedAt, id);
  };
}

/** Prepares the statements. @throws SQLite's error if the table is not there. */
export function openAnnotationTable(database: DatabaseSync): AnnotationTable {
  const find = database.prepare('SELECT * FROM annotation WHERE id = ?');
  const list = database.prepare(
    'SELECT * FROM annotation WHERE briefing_id = ? ORDER BY created_at, id',
  );
  const within = database.prepare(`
    SELECT * FROM annotation
    WHERE id IN (SELECT annotation_id FROM annotation_tag WHERE ${isWithin})
    ORDER BY created_at, id`);
  const tags = database.prepare(
    "SELECT tag, count(*) AS count FROM annotation_tag WHERE tag <> '' GROUP BY tag",
  );
  const briefings = database.prepare('SELECT DISTINCT briefing_id FROM annotation');
  const remove = database.prepare('DELETE FROM annotation WHERE id = ?');
  const move = database.prepare('UPDATE annotation SET briefing_id = ? WHERE briefing_id = ?');
  const read = (rows: readonly Row[]): readonly Annotation[] =>
    readRows(annotationSchema, 'annotation', rows, shapeAnnotation);
  return {
    find: (id) => read(find.all(id))[0] ?? null,
    of: (briefingId) => read(list.all(briefingId)),
    countTags: () =>
      tags.all().map((row) => ({ tag: String(row['tag']), count: Number(row['count']) })),
    within: (tag) => read(within.all(tag, tag, tag)),
    briefingIds: () => briefings.all().map((row) => String(row['briefing_id'])),
    put: preparePut(database),
    remove: (id) => {
      remove.run(id);
    },
    move: (fromBriefing, toBriefing) => {
      move.run(toBriefing, fromBriefing);
    },
  };
}
