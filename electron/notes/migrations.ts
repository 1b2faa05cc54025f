import type { DatabaseSync } from 'node:sqlite';

/** Marks a database file as Readout's notes (`PRAGMA application_id`): `RDnt` in ASCII. */
export const applicationId = 0x52446e74;

/**
 * The steps of the schema: step `n` makes version `n + 1` (`PRAGMA user_version`) out of version
 * `n`. A step that was released is never changed.
 *
 * `target`, `tags`, `place`, `date`, `before` and `after` are JSON. `part` is the path of the
 * bookmarked part, empty for the whole briefing. `change.state` is `done`, `undone`, `superseded`
 * (out of reach of undo and redo, kept as a record) or `permanent` (not undoable).
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
];

/** Reads a pragma whose value is an integer. */
export function readPragma(
  database: DatabaseSync,
  name: 'application_id' | 'user_version',
): number {
  const value = database.prepare(`PRAGMA ${name}`).get()?.[name];
  return typeof value === 'number' ? value : 0;
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
  for (let version = readPragma(database, 'user_version'); version < steps.length; version += 1) {
    const step = steps[version];
    if (step !== undefined) applyStep(database, step, version);
  }
}
