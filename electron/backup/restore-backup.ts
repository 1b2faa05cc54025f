import path from 'node:path';
import type { Backup } from '../shared/model/backup.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { BackupPlace } from './backup-place.ts';
import type { BroughtBack } from './bring-back.ts';
import { makeBackup } from './make-backup.ts';
import type { RestorableNotes } from './restorable-notes.ts';
import { type StagedBackup, withStagedBackup } from './staged-backup.ts';
import { discard } from './unfinished.ts';

/** What a restore did. */
export interface RestoredBackup extends BroughtBack {
  /** What was there before; restoring it undoes the restore. */
  readonly before: Backup;
}

/** How often what is there is copied anew because notes were written meanwhile. */
const attempts = 5;

const busy: Problem = {
  kind: 'unwritable',
  message: 'Nothing was restored: notes are being written all the time. Try again in a moment.',
};

function notBackedUp({ kind, message }: Problem): Problem {
  return { kind, message: `Nothing was restored, as your notes are backed up first. ${message}` };
}

async function bringBackSafely(
  place: BackupPlace,
  notes: Pick<RestorableNotes, 'bringBack'>,
  { database }: StagedBackup,
): Promise<Result<RestoredBackup, Problem>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const made = await makeBackup(place, 'restore');
    if (!made.ok) return failure(notBackedUp(made.problem));
    const { backup: before, revision } = made.value;
    const brought = notes.bringBack(database, revision);
    if (!brought.ok) return brought;
    if (brought.value !== null) return success({ before, ...brought.value });
    // It lacks what was written since, and the next one has all that is in it.
    discard(path.join(place.folder, before.name));
  }
  return failure(busy);
}

/**
 * Brings the open notes to the state of a backup. A backup of what is there is made first, of the
 * very state that is replaced: no note is lost, and the restore can be undone by restoring that, or
 * as any step. After a failure the notes are as they were.
 *
 * @param source the name of a backup in the folder, or the absolute path of any file.
 */
export async function restoreBackup(
  place: BackupPlace,
  notes: Pick<RestorableNotes, 'bringBack'>,
  source: string,
): Promise<Result<RestoredBackup, Problem>> {
  return withStagedBackup(place, source, (staged) => bringBackSafely(place, notes, staged));
}
