import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { backup, type DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { connect, type Finding, identify } from '../notes/connection.ts';
import { openIndexSource } from '../notes/index-source.ts';
import { isDamage } from '../notes/problems.ts';
import { isThere } from '../notes/set-aside.ts';
import { hasSoundSchema } from './sound-schema.ts';

/** What a copy of the notes holds. */
export interface Contents {
  readonly annotations: number;
  readonly bookmarks: number;
  /** The notes' name for the marks as they are in it. */
  readonly revision: string;
}

/** What became of copying; only a sound copy is worth keeping. */
export type Copied =
  { readonly kind: 'copied'; readonly contents: Contents } | Exclude<Finding, { kind: 'sound' }>;

/** More than any file has: all pages are copied in one step, so that no writer makes it begin anew. */
const allPages = 2 ** 31 - 1;

const selectTables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL";

function countRows(database: DatabaseSync, table: 'annotation' | 'bookmark'): number {
  return Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count']);
}

/** Counts what is in notes of any version. @throws SQLite's error. */
export function readContents(database: DatabaseSync): Contents {
  return {
    annotations: countRows(database, 'annotation'),
    bookmarks: countRows(database, 'bookmark'),
    revision: openIndexSource(database).revision(),
  };
}

/** Table by table, with pauses: the check of a large file as a whole takes longer than a frame. */
async function isIntact(database: DatabaseSync): Promise<boolean> {
  for (const { name } of database.prepare(selectTables).all()) {
    const [row, ...others] = database.prepare(`PRAGMA integrity_check(${String(name)})`).all();
    if (row?.['integrity_check'] !== 'ok' || others.length > 0) return false;
    await pause();
  }
  return true;
}

/**
 * Opens a file from anywhere for reading. One whose log stands beside it can be in use, and is read
 * as SQLite reads it; for any other, nothing is put beside the file. @throws SQLite's error.
 */
export function openUntouched(file: string): DatabaseSync {
  if (isThere(`${file}-wal`) || isThere(`${file}-journal`)) return connect(file, true);
  return connect(`${pathToFileURL(file).href}?immutable=1`, true);
}

/** Takes the copy out of the mode that needs a log, so that it is one file that stands alone. */
async function checkCopy(file: string): Promise<Contents | null> {
  const database = connect(file);
  try {
    database.exec(
      'PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; PRAGMA journal_mode = DELETE',
    );
    if (!hasSoundSchema(database) || !(await isIntact(database))) return null;
    return readContents(database);
  } finally {
    database.close();
  }
}

function makeLasting(file: string): void {
  chmodSync(file, 0o600);
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

async function copy(database: DatabaseSync, target: string): Promise<Copied> {
  database.exec('PRAGMA trusted_schema = OFF');
  const finding = identify(database);
  if (finding.kind !== 'sound') return finding;
  await backup(database, target, { rate: allPages });
  const contents = await checkCopy(target);
  if (contents === null) return { kind: 'foreign' };
  makeLasting(target);
  return { kind: 'copied', contents };
}

/**
 * Copies notes with SQLite's online backup (https://sqlite.org/backup.html), which runs on another
 * thread and neither waits for writers nor keeps them waiting, then checks the copy and puts it on
 * the disk.
 *
 * @param open opens the source for reading; it is closed afterwards.
 * @param target a path that is free; what is there after anything but `copied` is to be removed.
 * @throws SQLite's or the system's error, except damage.
 */
export async function copyChecked(open: () => DatabaseSync, target: string): Promise<Copied> {
  let database: DatabaseSync | null = null;
  try {
    database = open();
    return await copy(database, target);
  } catch (error) {
    if (isDamage(error)) return { kind: 'foreign' };
    throw error;
  } finally {
    database?.close();
  }
}
