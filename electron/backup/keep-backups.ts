import path from 'node:path';
import type { Notes } from '../notes/notes.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { BackupPlace } from './backup-place.ts';
import { contentsOf, namedBackups } from './list-backups.ts';
import { makeBackup } from './make-backup.ts';

/** Between two automatic backups, in milliseconds. */
const interval = 24 * 60 * 60 * 1000;

/** How often it is looked whether one is due, in milliseconds: a computer that sleeps counts less. */
const lookInterval = 15 * 60 * 1000;

function isDue({ folder, now }: BackupPlace, notes: Pick<Notes, 'revision'>): boolean {
  const named = namedBackups(folder);
  const [newest] = named;
  if (newest === undefined) return true;
  // After a clock was set back, the newest by its name must not put the next off for years.
  if (named.some(({ madeAt }) => Math.abs(now() - madeAt) < interval)) return false;
  return contentsOf(path.join(folder, newest.name))?.revision !== notes.revision();
}

/** Empty notes, as after a damaged file was set aside, must not push out what has some. */
function isWorthKeeping(notes: Pick<Notes, 'nextMarked'>): boolean {
  return notes.nextMarked(null) !== null;
}

/**
 * Makes an automatic backup now if the newest one is older than a day and the notes have changed
 * since, and again as long as the app runs.
 *
 * @param report hears why a backup that was due could not be made, once until one is made again.
 * @returns ends this.
 */
export function keepBackups(
  place: BackupPlace,
  notes: Pick<Notes, 'nextMarked' | 'revision'>,
  report: (problem: Problem) => void,
): () => void {
  let isBusy = false;
  let isFailing = false;
  const look = async (): Promise<void> => {
    if (isBusy || !isWorthKeeping(notes) || !isDue(place, notes)) return;
    isBusy = true;
    const made = await makeBackup(place, 'automatic').finally(() => (isBusy = false));
    if (!made.ok && !isFailing) report(made.problem);
    isFailing = !made.ok;
  };
  const lookSafely = (): void => {
    look().catch((error: unknown) => console.error('The automatic backup failed.', error));
  };
  const timer = setInterval(lookSafely, lookInterval);
  lookSafely();
  return () => clearInterval(timer);
}
