import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isPassing } from '../database-error.ts';
import { openReadingDatabase } from '../reading/open-reading.ts';
import { catalogTables, catalogVersion } from './schema.ts';

export { isDamage } from '../database-error.ts';

/** How long a connection waits for another one, in milliseconds. */
const patience = 10_000;

/** The writing connection, and whether the catalog had to be begun anew. */
export interface OpenedCatalog {
  readonly database: DatabaseSync;
  readonly isNew: boolean;
}

/** How much SQLite keeps of a file in memory, in KiB: the system keeps what is read often, too. */
const cache = { writing: 32_000, reading: 6000, states: 2000 } as const;

function configure(database: DatabaseSync, cached: number): void {
  // The catalog can be rebuilt, so it need not survive a power cut.
  database.exec(`
    PRAGMA busy_timeout = ${patience};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -${cached};
  `);
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** Makes the tables where there are none; answers whether it did. */
function makeTables(database: DatabaseSync): boolean {
  if (versionOf(database) !== 0) return false;
  database.exec('BEGIN IMMEDIATE');
  // Another process may have made them while this one waited.
  const isEmpty = versionOf(database) === 0;
  if (isEmpty) database.exec(`${catalogTables} PRAGMA user_version = ${catalogVersion};`);
  database.exec('COMMIT');
  return isEmpty;
}

function openCurrent(file: string): OpenedCatalog | null {
  const database = new DatabaseSync(file);
  try {
    configure(database, cache.writing);
    const isNew = makeTables(database);
    if (versionOf(database) !== catalogVersion) throw new Error('It is of another version.');
    // Reads a page of each table: a whole check of 100,000 briefings takes seconds.
    database.exec('SELECT 1 FROM briefing LIMIT 1; SELECT 1 FROM words LIMIT 1;');
    return { database, isNew };
  } catch (error) {
    database.close();
    if (isPassing(error)) throw error;
    return null;
  }
}

/** Deletes a catalog with what SQLite keeps beside it. It holds nothing that the files do not. */
export function removeCatalog(file: string): void {
  for (const ending of ['', '-wal', '-shm', '-journal']) {
    rmSync(file + ending, { force: true, recursive: true });
  }
}

/**
 * Opens the catalog for writing. One that is damaged or of another version is deleted and begun
 * anew.
 *
 * @param file an absolute path.
 * @throws SQLite's error if another program keeps it locked, the disk is full, or not even a new one
 *   can be made.
 */
export function openCatalog(file: string): OpenedCatalog {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const current = openCurrent(file);
  if (current !== null) return current;
  removeCatalog(file);
  const made = openCurrent(file);
  if (made === null) throw new Error(`The catalog ${file} cannot be made.`);
  return made;
}

/**
 * Opens the catalog to be read, and the file with the reading states to be written, attached to it
 * as `reading`: its table is `reading.state`.
 *
 * @throws SQLite's error where one of them cannot be opened.
 */
export function openCatalogForReading(file: string, readingFile: string): DatabaseSync {
  openReadingDatabase(readingFile).close();
  const database = new DatabaseSync(file);
  try {
    configure(database, cache.reading);
    database.prepare('ATTACH ? AS reading').run(readingFile);
    database.exec(
      `PRAGMA reading.synchronous = FULL; PRAGMA reading.cache_size = -${cache.states};`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
