import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isThere, setAside } from '../../notes/set-aside.ts';
import { isPassing } from '../database-error.ts';

const readingVersion = 1;

/**
 * What the reader read, by briefing. `fingerprint` and `version` are of the version that was read
 * last: the briefing as JSON, deflated, and when it was read, in milliseconds since the Unix epoch.
 * The versions are by themselves, because lists look 100,000 states up, which have to lie close
 * together for that.
 */
const tables = `
  CREATE TABLE IF NOT EXISTS state (
    briefing_id TEXT PRIMARY KEY,
    reading TEXT NOT NULL,
    is_pinned INTEGER NOT NULL,
    fingerprint TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS version (
    briefing_id TEXT PRIMARY KEY,
    read_at INTEGER NOT NULL,
    briefing BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS state_pinned ON state (briefing_id) WHERE is_pinned = 1;
  CREATE INDEX IF NOT EXISTS state_reading ON state (reading, briefing_id, fingerprint);
`;

function openSound(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    database.exec('PRAGMA busy_timeout = 10000');
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found > readingVersion) throw new Error('It is of a newer version of Readout.');
    // After the version: it is written into the file, and one of a newer version stays as it is.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    if (found === 0) {
      // Another process may make them at the same time.
      database.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${readingVersion}; COMMIT;`);
    }
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new Error('It is damaged.');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens the file of what was read. It cannot be rebuilt: one that cannot be opened is set aside with
 * its date, never overwritten, and a new one is begun.
 *
 * @throws SQLite's error if another program keeps it locked or the disk is full, and the system's if
 *   it can neither be opened nor set aside.
 */
export function openReadingDatabase(file: string): DatabaseSync {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    return openSound(file);
  } catch (error) {
    if (isPassing(error) || !isThere(file)) throw error;
    console.error(`What was read is set aside as ${setAside(file, Date.now())}: ${String(error)}`);
    return openSound(file);
  }
}
