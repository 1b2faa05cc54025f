import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { isDamage } from '../../notes/problems.ts';
import { isThere, setAside } from '../../notes/set-aside.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';

/** What was exported of a briefing last. */
export interface RecordedFile {
  readonly briefingId: string;
  /** The name of the file in its folder. */
  readonly name: string;
  /** The text that was exported, without what the reader wrote; `null` where that is not known. */
  readonly text: string | null;
}

/** A merge that was begun, and that is done if the file holds what it was to hold. */
export interface PendingMerge {
  /** SHA-256 of the file's text after the merge. */
  readonly hash: string;
  /** The text that is exported. */
  readonly text: string;
}

/**
 * What was exported to which folder. A file's entry is written only after the file. Losing the record
 * loses no text: a file that is not known is merged as the reader's own.
 */
export interface ExportRecord {
  /** @param folder its absolute path without links. */
  find(
    folder: string,
    briefingId: string,
  ): (RecordedFile & { readonly pending: PendingMerge | null }) | null;
  /** The briefing whose file has this name. */
  ownerOf(folder: string, name: string): string | null;
  /** Says what is about to be written into a file, in case that writing is the last thing done. */
  begin(folder: string, file: RecordedFile, pending: PendingMerge): Result<null, Problem>;
  /** Says what was exported. */
  save(folder: string, file: RecordedFile): Result<null, Problem>;
  close(): void;
}

/** The schema's version, which a file says of itself. */
const version = 1;

const schema = `
  CREATE TABLE IF NOT EXISTS exported (
    folder TEXT NOT NULL,
    briefing_id TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT,
    pending_hash TEXT,
    pending_text TEXT,
    PRIMARY KEY (folder, briefing_id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS exported_by_name ON exported (folder, name);
  PRAGMA user_version = ${version};
`;

function isSound(database: DatabaseSync): boolean {
  const found = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (found === 0) {
    database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
    return true;
  }
  const check = database.prepare('PRAGMA quick_check(1)').get();
  return found === version && check?.['quick_check'] === 'ok';
}

/** A record that can be read and written; `null` if the file holds none. @throws SQLite's error. */
function connect(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file, { timeout: 5000, defensive: true });
  try {
    // A commit need not be on the disk at once: what is lost in a power cut is found out by comparing.
    database.exec(
      'PRAGMA trusted_schema = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;',
    );
    if (isSound(database)) return database;
  } catch (error) {
    database.close();
    if (isDamage(error)) return null;
    throw error;
  }
  database.close();
  return null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function unwritable(error: unknown): Result<never, Problem> {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `What was exported could not be recorded (${reason}). Check the disk that holds Readout's settings, then export again; nothing in the files is lost.`;
  return failure({ kind: 'unwritable', message });
}

function changing(
  statement: StatementSync,
  values: readonly (string | null)[],
): Result<null, Problem> {
  try {
    statement.run(...values);
    return success(null);
  } catch (error) {
    return unwritable(error);
  }
}

function recordIn(database: DatabaseSync): ExportRecord {
  const find = database.prepare('SELECT * FROM exported WHERE folder = ? AND briefing_id = ?');
  const owner = database.prepare(
    'SELECT briefing_id FROM exported WHERE folder = ? AND name = ? ORDER BY briefing_id',
  );
  const save = database.prepare(`
    INSERT INTO exported (folder, briefing_id, name, text) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name, text = excluded.text,
      pending_hash = NULL, pending_text = NULL
  `);
  const begin = database.prepare(`
    INSERT INTO exported (folder, briefing_id, name, pending_hash, pending_text)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET name = excluded.name,
      pending_hash = excluded.pending_hash, pending_text = excluded.pending_text
  `);
  return {
    find: (folder, briefingId) => {
      const row = find.get(folder, briefingId);
      const name = textOrNull(row?.['name']);
      if (row === undefined || name === null) return null;
      const hash = textOrNull(row['pending_hash']);
      const text = textOrNull(row['pending_text']);
      const pending = hash === null || text === null ? null : { hash, text };
      return { briefingId, name, text: textOrNull(row['text']), pending };
    },
    ownerOf: (folder, name) => textOrNull(owner.get(folder, name)?.['briefing_id']),
    begin: (folder, { briefingId, name }, { hash, text }) =>
      changing(begin, [folder, briefingId, name, hash, text]),
    save: (folder, { briefingId, name, text }) => changing(save, [folder, briefingId, name, text]),
    close: () => database.close(),
  };
}

/**
 * Opens the record of exports, a SQLite database. One that is damaged, or of another version of
 * Readout, is renamed with the date and a new one is begun. Close it when the export is done.
 *
 * @param folder where it is kept; the folder is made if it is not there.
 */
export function openExportRecord(folder: string, now: () => number): Result<ExportRecord, Problem> {
  const file = path.join(folder, 'files.sqlite');
  try {
    mkdirSync(folder, { recursive: true });
    let database = connect(file);
    if (database === null && isThere(file)) {
      setAside(file, now());
      database = connect(file);
    }
    return database === null ? unwritable(`${file} is no database`) : success(recordIn(database));
  } catch (error) {
    return unwritable(error);
  }
}
