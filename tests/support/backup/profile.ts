import { mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BackupPlace, backupPlace } from '../../../electron/backup/backup-place.ts';
import type { RestorableNotes } from '../../../electron/backup/restorable-notes.ts';
import type { Marks } from '../../../electron/shared/model/annotation.ts';
import { openStore, temporaryFolder, tickingClock } from '../notes/store-folder.ts';

/** A profile with open notes, in a temporary folder; both go with the test. */
export interface BackupProfile {
  readonly profile: string;
  readonly place: BackupPlace;
  readonly notes: RestorableNotes;
}

/** A place of backups whose clock is an hour later each time it is read. */
export function hourlyPlace(profile: string): BackupPlace {
  let time = 1_770_000_000_000;
  return backupPlace(profile, () => {
    time += 3_600_000;
    return time;
  });
}

/** Opens notes in a new profile. */
export function openProfile(folder = temporaryFolder()): BackupProfile {
  const profile = path.join(folder, 'profile');
  mkdirSync(profile, { recursive: true });
  const place = hourlyPlace(profile);
  return { profile, place, notes: openStore(place.notes, tickingClock()).notes };
}

/** The names of all files in the folder of backups, in order; none where there is no folder. */
export function filesIn({ folder }: BackupPlace): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** All marks of notes, by briefing. */
export function marksIn(notes: RestorableNotes): Readonly<Record<string, Marks>> {
  return Object.fromEntries(notes.references().map(({ id }) => [id, notes.marksOf(id)]));
}

/** Fills a disk up with a file `filler`, so that so much is left, in KiB. */
export function fillUpTo(disk: string, kibibytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const size = bavail * bsize - kibibytes * 1024;
  writeFileSync(path.join(disk, 'filler'), Buffer.alloc(Math.max(0, size)));
}
