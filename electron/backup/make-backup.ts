import { renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { connect } from '../notes/connection.ts';
import { isThere } from '../notes/set-aside.ts';
import { syncDirectory } from '../notes/sync-directory.ts';
import type { Backup } from '../shared/model/backup.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { backupName } from './backup-name.ts';
import type { BackupPlace } from './backup-place.ts';
import { backupProblem } from './backup-problem.ts';
import { type Copied, copyChecked } from './checked-copy.ts';
import { namedBackups } from './list-backups.ts';
import { discard, unfinishedFile } from './unfinished.ts';

type Reason = Backup['reason'];

/** A backup that was just made, and the notes' name for the marks in it. */
export interface MadeBackup {
  readonly backup: Backup;
  readonly revision: string;
}

/** Of each reason, so many are kept. */
const kept = 10;

const failed = 'No backup was made, and the ones that are there are as they were';

function refusal(copied: Exclude<Copied, { kind: 'copied' }>): Problem {
  const reason =
    copied.kind === 'newer'
      ? 'the notes are those of a newer Readout; back them up with that one.'
      : 'the notes are damaged; start Readout again: it sets them aside and offers the newest backup.';
  return { kind: 'unreadable', message: `${failed}: ${reason}` };
}

/** The oldest go first; only those of the same reason make room for each other. */
function rotate(folder: string, reason: Reason): void {
  const same = namedBackups(folder).filter((one) => one.reason === reason);
  for (const { name } of same.slice(kept)) rmSync(path.join(folder, name), { force: true });
}

/** Gives a complete copy its name; two of the same moment get different ones. */
function keep(
  { folder, now }: BackupPlace,
  copy: string,
  reason: Reason,
): Pick<Backup, 'name' | 'madeAt' | 'byteLength'> {
  let madeAt = Math.trunc(now());
  while (isThere(path.join(folder, backupName(madeAt, reason)))) madeAt += 1;
  const name = backupName(madeAt, reason);
  const { size } = statSync(copy);
  renameSync(copy, path.join(folder, name));
  syncDirectory(folder);
  return { name, madeAt, byteLength: size };
}

async function make(place: BackupPlace, reason: Reason): Promise<Result<MadeBackup, Problem>> {
  const unfinished = unfinishedFile(place.folder);
  try {
    const copied = await copyChecked(() => connect(place.notes, true), unfinished);
    if (copied.kind !== 'copied') return failure(refusal(copied));
    const { annotations, bookmarks, revision } = copied.contents;
    const file = keep(place, unfinished, reason);
    rotate(place.folder, reason);
    return success({ backup: { ...file, annotations, bookmarks, reason }, revision });
  } finally {
    discard(unfinished);
  }
}

/**
 * Makes a backup of the notes as they are now, checked and on the disk; they can be in use. It
 * counts only when it is complete. Of each reason the newest ten are kept; a failure leaves all.
 */
export async function makeBackup(
  place: BackupPlace,
  reason: Reason,
): Promise<Result<MadeBackup, Problem>> {
  if (!isThere(place.notes)) {
    return failure({
      kind: 'missing',
      message: `There are no notes yet: ${place.notes} is not there.`,
    });
  }
  try {
    return await make(place, reason);
  } catch (error) {
    return failure(backupProblem(error, failed));
  }
}
