import path from 'node:path';
import { type BackupPlace, backupPlace } from '../backup/backup-place.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { CommandFailure } from './failure.ts';
import { type FolderOptions, profileOf } from './library.ts';
import { type Streams, writeJson } from './streams.ts';

/** The options of commands that need no folder of briefings. */
export type ProfileOptions = Pick<FolderOptions, 'profile'> & { readonly json?: true };

/** Where the notes of a profile and their backups are. */
export function placeIn(options: ProfileOptions): BackupPlace {
  return backupPlace(profileOf({ library: '', ...options }));
}

/** `readout backup`: makes a backup of the notes, and gives its path. */
export async function backUpNotes(options: ProfileOptions, streams: Streams): Promise<void> {
  const place = placeIn(options);
  const made = await makeBackup(place, 'asked for');
  if (!made.ok) throw new CommandFailure(made.problem.message);
  const { backup } = made.value;
  const file = path.join(place.folder, backup.name);
  if (options.json === true) writeJson(streams, { path: file, ...backup });
  else streams.output.write(`${file}\n`);
}
