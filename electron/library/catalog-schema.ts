import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Raised whenever the catalog's tables, or what the parser puts into them, change. */
const version = 1;

const schema = `
  CREATE TABLE briefing (
    id TEXT PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    byte_length INTEGER NOT NULL,
    modified_at REAL NOT NULL,
    day TEXT,
    headline TEXT NOT NULL,
    folded_headline TEXT NOT NULL,
    problem TEXT,
    listing TEXT NOT NULL,
    seen_in INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX briefing_order ON briefing (day IS NULL, day DESC, folded_headline, id);
`;

function configure(database: DatabaseSync): void {
  // The catalog can be rebuilt, so it need not survive a power cut.
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;',
  );
}

function openCurrent(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file);
  try {
    configure(database);
    const found = database.prepare('PRAGMA user_version').get()?.['user_version'];
    if (found === 0) database.exec(`BEGIN; ${schema} PRAGMA user_version = ${version}; COMMIT;`);
    else if (found !== version) throw new Error('The catalog is of another version.');
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new Error('The catalog is damaged.');
    return database;
  } catch {
    database.close();
    return null;
  }
}

/**
 * Opens the catalog's database. It holds nothing that the files do not, so one that is damaged or of
 * another version is deleted and begun anew.
 *
 * @param file an absolute path, or `:memory:`.
 * @throws SQLite's error if not even a new one can be made.
 */
export function openCatalogDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const current = openCurrent(file);
  if (current !== null) return current;
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  const database = openCurrent(file);
  if (database === null) throw new Error(`The catalog ${file} cannot be made.`);
  return database;
}
