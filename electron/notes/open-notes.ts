import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { newestGoodBackup } from '../backup/newest-good-backup.ts';
import { makeRestorable, type RestorableNotes } from '../backup/restorable-notes.ts';
import type { Backup } from '../shared/model/backup.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { connect, examine, makeDurable } from './connection.ts';
import { migrate, migrations } from './migrations.ts';
import { withOpeningLock } from './opening-lock.ts';
import { isStatementError, openingProblem, writingProblem } from './problems.ts';
import { isThere, setAside, withCompanions } from './set-aside.ts';
import { createNotes } from './store.ts';
import { syncDirectory } from './sync-directory.ts';
import { openTrash } from './trash.ts';

export interface NotesOptions {
  /** The absolute path of the notes file; its folder is made if need be, for its owner only. */
  readonly file: string;
  /** Milliseconds since the Unix epoch; the system's clock if not given. */
  readonly now?: () => number;
}

export interface OpenedNotes {
  readonly notes: RestorableNotes;
  /** Where the file that stood there is now, if it could not be read; `null` if all was well. */
  readonly setAside: string | null;
  /** The newest backup that is whole, where new notes were begun and there is one to restore. */
  readonly newestBackup: Backup | null;
}

/**
 * Makes an empty store under another name, to be moved into place when it is complete, so that a
 * file that is empty or half made is always a damaged one. Returns its path.
 */
function prepareEmpty(file: string): string {
  const unfinished = `${file}-new`;
  for (const leftover of withCompanions(unfinished)) rmSync(leftover, { force: true });
  const database = connect(unfinished);
  try {
    makeDurable(database);
    migrate(database);
  } finally {
    database.close();
  }
  return unfinished;
}

function newerProblem(file: string, version: number): Problem {
  const known = migrations.length;
  return {
    kind: 'unreadable',
    message:
      `The notes in ${file} were written by a newer Readout (notes version ${version}, this one ` +
      `knows ${known}); they were left as they are: install the newer Readout to open them.`,
  };
}

/** Notes can be read and written with a trash that is too full: a failure is no obstacle. */
function purgeTrash(database: DatabaseSync, now: number): void {
  try {
    openTrash(database).purge(now);
  } catch (error) {
    const problem = writingProblem(error);
    if (problem === null) throw error;
    console.error(`The trash was not emptied. ${problem.message}`);
  }
}

/** `null` for a database without the tables that it should have. */
function openSound({ file, now = Date.now }: NotesOptions): RestorableNotes | null {
  const database = connect(file);
  try {
    makeDurable(database);
    migrate(database);
    purgeTrash(database, now());
    return makeRestorable(createNotes(database, { file, now }), database, { file, now });
  } catch (error) {
    database.close();
    if (isStatementError(error)) return null;
    throw error;
  }
}

/** `null` for a file that holds no notes that can be read. */
function openExisting(options: NotesOptions): Result<RestorableNotes, Problem> | null {
  const { file } = options;
  // An empty file is a valid, empty database to SQLite, but never one of ours.
  const found = statSync(file);
  if (!found.isFile() || found.size === 0) return null;
  const finding = examine(file);
  if (finding.kind === 'newer') return failure(newerProblem(file, finding.version));
  const notes = finding.kind === 'sound' ? openSound(options) : null;
  return notes === null ? null : success(notes);
}

/** Sets aside whatever stands there only once the new file is complete: the disk may be full. */
function openFresh(options: NotesOptions): Result<OpenedNotes, Problem> {
  const { file, now = Date.now } = options;
  const prepared = prepareEmpty(file);
  // A log without its database, too: it would be taken for the log of the new one.
  const aside = withCompanions(file).some(isThere) ? setAside(file, now()) : null;
  renameSync(prepared, file);
  syncDirectory(path.dirname(file));
  const opened = openExisting(options);
  if (opened === null) throw new Error('A new notes file cannot be read.');
  if (!opened.ok) return opened;
  const newestBackup = newestGoodBackup(path.dirname(file));
  return success({ notes: opened.value, setAside: aside, newestBackup });
}

function open(options: NotesOptions): Result<OpenedNotes, Problem> {
  const opened = isThere(options.file) ? openExisting(options) : null;
  if (opened === null) return openFresh(options);
  return opened.ok ? success({ notes: opened.value, setAside: null, newestBackup: null }) : opened;
}

/**
 * Opens the reader's notes, and makes the file if there is none. A file that cannot be read is
 * renamed with its date, never deleted, and a new one is begun. A file of a newer version, one that
 * may not be read, or one whose disk fails is left as it is, and that is the problem returned.
 * Several processes can have the same notes open.
 */
export function openNotes(options: NotesOptions): Result<OpenedNotes, Problem> {
  try {
    mkdirSync(path.dirname(options.file), { recursive: true, mode: 0o700 });
    return withOpeningLock(options.file, () => open(options));
  } catch (error) {
    const problem = openingProblem(error, options.file);
    if (problem === null) throw error;
    return failure(problem);
  }
}
