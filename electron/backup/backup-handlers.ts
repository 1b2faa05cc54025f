import type { Backup, RestorePreview } from '../shared/model/backup.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { readBackupName } from './backup-name.ts';
import type { BackupPlace } from './backup-place.ts';
import { listBackups } from './list-backups.ts';
import { makeBackup } from './make-backup.ts';
import { previewRestore } from './preview-restore.ts';
import type { RestorableNotes } from './restorable-notes.ts';
import { restoreBackup } from './restore-backup.ts';

/** The answers to the requests about backups. */
export interface BackupHandlers {
  listBackups(): Promise<Result<readonly Backup[], Problem>>;
  backUpNow(): Promise<Result<Backup, Problem>>;
  /** `name` is that of a listed backup; with `null`, the reader is asked for a file. */
  previewRestore(request: {
    readonly name: string | null;
  }): Promise<Result<RestorePreview | null, Problem>>;
  /** Answers with what was there before the restore. */
  restoreBackup(): Promise<Result<Backup, Problem>>;
}

const noPreview: Problem = {
  kind: 'missing',
  message: 'Nothing was restored: choose a backup first, and look at what it would change.',
};

/**
 * The page names a listed backup or nothing: the path of a file stays here, and is one that the
 * reader chose.
 *
 * @param askFile asks the reader for a file; `null` where none was chosen, else its absolute path.
 */
export function createBackupHandlers(
  place: BackupPlace,
  notes: Pick<RestorableNotes, 'bringBack'>,
  askFile: () => Promise<string | null>,
): BackupHandlers {
  let previewed: string | null = null;
  let requests = 0;
  return {
    listBackups: async () => success(await listBackups(place)),
    backUpNow: async () => {
      const made = await makeBackup(place, 'asked for');
      return made.ok ? success(made.value.backup) : made;
    },
    previewRestore: async ({ name }) => {
      const source = name === null ? await askFile() : (readBackupName(name)?.name ?? '');
      if (source === null) return success(null);
      previewed = null;
      requests += 1;
      const request = requests;
      const preview = await previewRestore(place, source);
      if (preview.ok && request === requests) previewed = source;
      return preview;
    },
    restoreBackup: async () => {
      if (previewed === null) return failure(noPreview);
      const restored = await restoreBackup(place, notes, previewed);
      return restored.ok ? success(restored.value.before) : restored;
    },
  };
}
