import path from 'node:path';
import { profileFiles } from '../profile.ts';

/** Where the notes are, and where their backups are kept. */
export interface BackupPlace {
  /** The absolute path of the notes file. */
  readonly notes: string;
  /** The absolute path of the folder of backups; it need not be there yet. */
  readonly folder: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
}

/** The place of a profile's backups. A library never reads a profile, so they are no briefings. */
export function backupPlace(profile: string, now: () => number = Date.now): BackupPlace {
  const { notes, backups } = profileFiles(path.resolve(profile));
  return { notes, folder: backups, now };
}
