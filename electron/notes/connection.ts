import { DatabaseSync } from 'node:sqlite';
import { applicationId, migrations, readPragma } from './migrations.ts';
import { isDamage } from './problems.ts';
import { isThere } from './set-aside.ts';

/** How long a statement waits for another process's transaction, in milliseconds. */
const busyTimeout = 5000;

/**
 * What was found in a database file. `foreign`: no database, a damaged one, or one that is not
 * Readout's notes. `newer`: made by a later version of Readout, whose schema has `version`.
 */
export type Finding =
  | { readonly kind: 'sound' }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'newer'; readonly version: number };

/** Opens a database file, without reading it yet. @throws SQLite's error. */
export function connect(file: string, readOnly = false): DatabaseSync {
  return new DatabaseSync(file, {
    readOnly,
    timeout: busyTimeout,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    allowExtension: false,
    defensive: true,
  });
}

/**
 * Makes a commit mean that the data is on the disk: the write-ahead log is synced at every commit
 * (https://sqlite.org/pragma.html#pragma_synchronous), on macOS past the drive's own cache.
 *
 * @throws SQLite's error.
 */
export function makeDurable(database: DatabaseSync): void {
  database.exec(`
    PRAGMA trusted_schema = OFF;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
  `);
}

function isIntact(database: DatabaseSync): boolean {
  const rows = database.prepare('PRAGMA quick_check(1)').all();
  return rows.length === 1 && rows[0]?.['quick_check'] === 'ok';
}

/** What a database says that it is; whether it is intact is another question. @throws SQLite's error. */
export function identify(database: DatabaseSync): Finding {
  const version = readPragma(database, 'user_version');
  if (readPragma(database, 'application_id') !== applicationId) return { kind: 'foreign' };
  if (version > migrations.length) return { kind: 'newer', version };
  return { kind: version >= 1 ? 'sound' : 'foreign' };
}

function classify(database: DatabaseSync): Finding {
  const finding = identify(database);
  return finding.kind !== 'sound' || isIntact(database) ? finding : { kind: 'foreign' };
}

/**
 * Reads the file as far as is needed to know what it is. Neither the file nor its log is changed: a
 * connection that may write would put the log into the file when it is closed, damaged or not.
 *
 * @throws SQLite's error, except damage.
 */
export function examine(file: string): Finding {
  let database: DatabaseSync | null = null;
  try {
    // Only an interrupted rollback, which our own writing never leaves, needs a writer to be read.
    database = connect(file, !isThere(`${file}-journal`));
    database.exec('PRAGMA trusted_schema = OFF');
    return classify(database);
  } catch (error) {
    if (isDamage(error)) return { kind: 'foreign' };
    throw error;
  } finally {
    database?.close();
  }
}
