import type { DatabaseSync } from 'node:sqlite';
import { fold } from '../shared/search/fold.ts';
import { foldedText } from './folded-text.ts';
import { readJson } from './rows.ts';

/** Marks a database file as Readout's notes (`PRAGMA application_id`): `RDnt` in ASCII. */
export const applicationId = 0x52446e74;

/**
 * The steps of the schema: step `n` makes version `n + 1` (`PRAGMA user_version`) out of version
 * `n`. A step that was released is never changed.
 *
 * `target`, `tags`, `place`, `date`, `before` and `after` are JSON. `part` is the path of the
 * bookmarked part, empty for the whole briefing. `change.state` is `done`, `undone`, `superseded`
 * (out of reach of undo and redo, kept as a record) or `permanent` (not undoable). Changes with the
 * same `change.step` are one step of undo, which `step_description` names.
 *
 * `annotation.folded`, `briefing.folded` and the table `annotation_tag` repeat what stands elsewhere
 * in the form in which it is searched and counted: note, quote and tags; the headline; each tag of
 * an annotation, once, and the empty one for an annotation without tags.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE briefing (
    id TEXT PRIMARY KEY NOT NULL,
    fingerprint TEXT,
    path TEXT NOT NULL,
    file_name TEXT NOT NULL,
    headline TEXT NOT NULL,
    source TEXT,
    date TEXT
  ) STRICT;

  CREATE TABLE annotation (
    id TEXT PRIMARY KEY NOT NULL,
    briefing_id TEXT NOT NULL REFERENCES briefing (id),
    target TEXT NOT NULL,
    color TEXT,
    tags TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX annotation_by_briefing ON annotation (briefing_id);

  CREATE TABLE bookmark (
    id TEXT PRIMARY KEY NOT NULL,
    briefing_id TEXT NOT NULL REFERENCES briefing (id),
    part TEXT NOT NULL,
    place TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX bookmark_by_part ON bookmark (briefing_id, part);

  CREATE TABLE change (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    time INTEGER NOT NULL,
    briefing_id TEXT NOT NULL REFERENCES briefing (id),
    kind TEXT NOT NULL CHECK (kind IN ('annotation', 'bookmark', 'briefing')),
    mark_id TEXT NOT NULL,
    description TEXT NOT NULL,
    before TEXT,
    after TEXT,
    editing TEXT,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'superseded', 'permanent'))
  ) STRICT;
  CREATE INDEX change_by_state ON change (state, sequence);
  CREATE INDEX change_by_briefing ON change (briefing_id);
  `,
  `
  ALTER TABLE change ADD COLUMN step TEXT;
  ALTER TABLE change ADD COLUMN step_description TEXT;
  CREATE INDEX change_by_step ON change (step) WHERE step IS NOT NULL;
  CREATE INDEX change_by_mark ON change (mark_id, sequence);
  CREATE INDEX change_by_deletion ON change (time, sequence)
    WHERE kind = 'annotation' AND state = 'done' AND after IS NULL;

  ALTER TABLE briefing ADD COLUMN folded TEXT NOT NULL DEFAULT '';
  UPDATE briefing SET folded = fold(headline);

  ALTER TABLE annotation ADD COLUMN folded TEXT NOT NULL DEFAULT '';
  UPDATE annotation SET folded = folded_text(note, target, tags);
  DROP INDEX annotation_by_briefing;
  CREATE INDEX annotation_by_creation ON annotation (briefing_id, created_at, id, color);
  CREATE INDEX annotation_by_modification ON annotation (modified_at, id, color);

  CREATE TABLE annotation_tag (
    tag TEXT NOT NULL,
    modified_at INTEGER NOT NULL,
    annotation_id TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
    PRIMARY KEY (tag, modified_at, annotation_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX annotation_tag_by_annotation ON annotation_tag (annotation_id);
  INSERT OR IGNORE INTO annotation_tag (tag, modified_at, annotation_id)
    SELECT json_each.value, annotation.modified_at, annotation.id
    FROM annotation, json_each(iif(json_valid(annotation.tags), annotation.tags, '[]'))
    WHERE json_each.type = 'text';
  INSERT INTO annotation_tag (tag, modified_at, annotation_id)
    SELECT '', modified_at, id FROM annotation
    WHERE id NOT IN (SELECT annotation_id FROM annotation_tag);
  `,
];

/** Reads a pragma whose value is an integer. */
export function readPragma(
  database: DatabaseSync,
  name: 'application_id' | 'user_version',
): number {
  const value = database.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === 'number' ? value : 0;
}

/** The functions that steps may call. */
function registerFunctions(database: DatabaseSync): void {
  const options = { deterministic: true, directOnly: true };
  database.function('fold', options, (text) => fold(String(text)));
  database.function('folded_text', options, (note, target, tags) =>
    foldedText(String(note), readJson(target), readJson(tags)),
  );
}

function applyStep(database: DatabaseSync, step: string, version: number): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have taken the step while this one waited.
    if (readPragma(database, 'user_version') === version) {
      database.exec(step);
      database.exec(
        `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${version + 1}`,
      );
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Brings the schema to the version of this program, one transaction a step.
 *
 * @throws SQLite's error; the database is then at the last complete step.
 */
export function migrate(database: DatabaseSync, steps: readonly string[] = migrations): void {
  registerFunctions(database);
  for (let version = readPragma(database, 'user_version'); version < steps.length; version += 1) {
    const step = steps[version];
    if (step !== undefined) applyStep(database, step, version);
  }
}
