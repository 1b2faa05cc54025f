import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import type { Backup } from '../shared/model/backup.ts';
import { identify } from '../notes/connection.ts';
import { type NamedBackup, readBackupName } from './backup-name.ts';
import { hasSoundSchema } from './sound-schema.ts';
import { type Contents, openUntouched, readContents } from './checked-copy.ts';

/** The names of the backups in a folder, the newest first; none where there is no folder. */
export function namedBackups(folder: string): readonly NamedBackup[] {
  let names: readonly string[];
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch {
    return [];
  }
  const named = names.map(readBackupName).filter((one) => one !== null);
  return named.toSorted((one, other) => other.madeAt - one.madeAt);
}

/** What a file of notes holds; `null` for one that is damaged, newer or gone. */
export function contentsOf(file: string): Contents | null {
  let database: DatabaseSync | null = null;
  try {
    database = openUntouched(file);
    const isSound = identify(database).kind === 'sound' && hasSoundSchema(database);
    return isSound ? readContents(database) : null;
  } catch (error) {
    console.error(`The backup ${file} cannot be read: ${String(error)}`);
    return null;
  } finally {
    database?.close();
  }
}

/** What the reader is shown of a backup; `null` for one that cannot be read. */
export function describeBackup(
  folder: string,
  { name, madeAt, reason }: NamedBackup,
): Backup | null {
  const file = path.join(folder, name);
  const contents = contentsOf(file);
  const found = statSync(file, { throwIfNoEntry: false });
  if (contents === null || found === undefined) return null;
  const { annotations, bookmarks } = contents;
  return { name, madeAt, byteLength: found.size, annotations, bookmarks, reason };
}

/** The backups in a folder that can be read, the newest first. */
export async function listBackups({
  folder,
}: {
  readonly folder: string;
}): Promise<readonly Backup[]> {
  const backups: Backup[] = [];
  for (const named of namedBackups(folder)) {
    const backup = describeBackup(folder, named);
    if (backup !== null) backups.push(backup);
    await pause();
  }
  return backups;
}
