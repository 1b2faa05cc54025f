import { statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { connect } from '../notes/connection.ts';
import { migrate } from '../notes/migrations.ts';
import type { Backup } from '../shared/model/backup.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result } from '../shared/result.ts';
import { readBackupName } from './backup-name.ts';
import type { BackupPlace } from './backup-place.ts';
import { backupProblem } from './backup-problem.ts';
import { type Contents, type Copied, copyChecked, openUntouched } from './checked-copy.ts';
import { discard, unfinishedFile } from './unfinished.ts';

/** A checked copy of a backup with the newest schema, to be read. The backup is left as it is. */
export interface StagedBackup {
  readonly database: DatabaseSync;
  readonly backup: Backup;
}

/** The longest name that is shown of a file from elsewhere. */
const longestName = 200;

/**
 * Where a backup is: a name is that of one in the folder, an absolute path any file. `null` for a
 * name that no backup has.
 */
function locate({ folder }: BackupPlace, source: string): string | null {
  if (path.isAbsolute(source)) return path.normalize(source);
  return readBackupName(source) === null ? null : path.join(folder, source);
}

function unreadable(source: string, reason: string): Problem {
  return { kind: 'unreadable', message: `${source} was not restored: ${reason}` };
}

function refusal(source: string, copied: Exclude<Copied, { kind: 'copied' }>): Problem {
  return copied.kind === 'newer'
    ? unreadable(source, 'a newer Readout made it; install that one to restore it.')
    : unreadable(source, 'it is no backup of notes, or it is damaged. Choose another one.');
}

/** `null` for a file that may hold notes. */
function refuse(source: string, file: string | null): Problem | null {
  const found = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    return { kind: 'missing', message: `There is no backup ${source}. Choose another one.` };
  }
  if (found.isDirectory()) return unreadable(source, 'it is a folder. Choose a file.');
  // An empty file is a valid, empty database to SQLite.
  return found.isFile() && found.size > 0 ? null : refusal(source, { kind: 'foreign' });
}

function describe(file: string, { annotations, bookmarks }: Contents): Backup {
  const { size, mtimeMs } = statSync(file);
  const base = path.basename(file);
  const name = base.slice(0, longestName).toWellFormed();
  const { madeAt, reason } = readBackupName(base) ?? {
    madeAt: Math.trunc(mtimeMs),
    reason: 'asked for',
  };
  return { name, madeAt, byteLength: size, annotations, bookmarks, reason };
}

async function useCopy<Value>(
  file: string,
  contents: Contents,
  copy: string,
  use: (staged: StagedBackup) => Promise<Value>,
): Promise<Value> {
  const database = connect(copy);
  try {
    database.exec('PRAGMA trusted_schema = OFF');
    migrate(database);
    return await use({ database, backup: describe(file, contents) });
  } finally {
    database.close();
  }
}

/**
 * Lets `use` read a backup. It is checked first; one that is damaged, newer or no backup at all is
 * refused. The copy is gone afterwards.
 *
 * @param source the name of a backup in the folder, or the absolute path of any file.
 */
export async function withStagedBackup<Value>(
  place: BackupPlace,
  source: string,
  use: (staged: StagedBackup) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  let copy: string | null = null;
  try {
    const file = locate(place, source);
    const refused = refuse(source, file);
    if (file === null || refused !== null)
      return failure(refused ?? refusal(source, { kind: 'foreign' }));
    copy = unfinishedFile(place.folder);
    const copied = await copyChecked(() => openUntouched(file), copy);
    if (copied.kind !== 'copied') return failure(refusal(source, copied));
    return await useCopy(file, copied.contents, copy, use);
  } catch (error) {
    return failure(backupProblem(error, 'Nothing was restored'));
  } finally {
    if (copy !== null) discard(copy);
  }
}
