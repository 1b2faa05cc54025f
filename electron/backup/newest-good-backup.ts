import path from 'node:path';
import { examine } from '../notes/connection.ts';
import type { Backup } from '../shared/model/backup.ts';
import { profileFiles } from '../profile.ts';
import { describeBackup, namedBackups } from './list-backups.ts';

function isSound(file: string): boolean {
  try {
    return examine(file).kind === 'sound';
  } catch (error) {
    console.error(`The backup ${file} cannot be read: ${String(error)}`);
    return false;
  }
}

/**
 * The newest backup of a profile that is whole, notes without any marks aside; `null` where there is
 * none.
 */
export function newestGoodBackup(profile: string): Backup | null {
  const { backups } = profileFiles(profile);
  for (const named of namedBackups(backups)) {
    if (!isSound(path.join(backups, named.name))) continue;
    const backup = describeBackup(backups, named);
    if (backup !== null && backup.annotations + backup.bookmarks > 0) return backup;
  }
  return null;
}
