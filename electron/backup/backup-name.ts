import type { Backup } from '../shared/model/backup.ts';

type Reason = Backup['reason'];

/** What a file's name says of a backup. */
export interface NamedBackup {
  readonly name: string;
  /** Milliseconds since the Unix epoch. */
  readonly madeAt: number;
  readonly reason: Reason;
}

const words: Readonly<Record<Reason, string>> = {
  automatic: 'automatic',
  'asked for': 'asked-for',
  restore: 'restore',
};

const pattern =
  /^notes-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d\.\d{3}Z)-(automatic|asked-for|restore)\.sqlite$/;

/**
 * The name of a backup's file, with its time in UTC, so that names sort by time:
 * `notes-2026-11-24T14-21-03.000Z-automatic.sqlite`.
 *
 * @param madeAt milliseconds since the Unix epoch.
 */
export function backupName(madeAt: number, reason: Reason): string {
  const stamp = new Date(madeAt).toISOString().replaceAll(':', '-');
  return `notes-${stamp}-${words[reason]}.sqlite`;
}

/** What a name says; `null` for one that is no backup's, such as that of an unfinished copy. */
export function readBackupName(name: string): NamedBackup | null {
  const [, day = '', hours = '', minutes = '', seconds = '', word] = pattern.exec(name) ?? [];
  const madeAt = Date.parse(`${day}${hours}:${minutes}:${seconds}`);
  if (Number.isNaN(madeAt)) return null;
  const reason = word === 'automatic' || word === 'restore' ? word : 'asked for';
  return { name, madeAt, reason };
}
