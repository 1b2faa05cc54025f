import { askToRestore, reportBackup, reportSetAside } from '../reports.ts';
import type { Backup } from '../shared/model/backup.ts';
import type { AppWindow } from '../window.ts';
import type { BackupPlace } from './backup-place.ts';
import type { RestorableNotes } from './restorable-notes.ts';
import { restoreBackup } from './restore-backup.ts';

/** Notes that were begun anew, as the old file could not be read or was not there. */
export interface NewNotes {
  readonly place: BackupPlace;
  readonly notes: Pick<RestorableNotes, 'bringBack'>;
  /** Where the old file is now; `null` where there was none. */
  readonly setAside: string | null;
  /** The newest backup that is whole; `null` where there is none. */
  readonly newestBackup: Backup | null;
}

/** Says what happened to the notes, and restores the newest backup if the reader wants it. */
export async function offerBackup(
  { place, notes, setAside, newestBackup }: NewNotes,
  window: AppWindow,
): Promise<void> {
  if (newestBackup === null) {
    if (setAside !== null) await reportSetAside(window, 'notes', setAside);
    return;
  }
  if (!(await askToRestore(window, setAside, newestBackup))) return;
  const restored = await restoreBackup(place, notes, newestBackup.name);
  if (!restored.ok) await reportBackup(window, restored.problem.message);
}
