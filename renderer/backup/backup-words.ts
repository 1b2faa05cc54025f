import type { Backup, RestorePreview } from '../../electron/shared/model/backup.ts';
import { counted } from '../ui/count.ts';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const decimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const reasons: Readonly<Record<Backup['reason'], string>> = {
  automatic: 'automatic',
  'asked for': 'asked for',
  restore: 'before a restore',
};

/** When a backup was made, in the reader's time: `2 Mar 2026, 09:00`. */
export function backupMoment({ madeAt }: Backup): string {
  return moment.format(madeAt);
}

function sizeOf(byteLength: number): string {
  const megabytes = byteLength / 1_000_000;
  return megabytes >= 1
    ? `${decimal.format(megabytes)} MB`
    : `${decimal.format(Math.ceil(byteLength / 1000))} kB`;
}

/** Why it was made, what is in it, and its size. */
export function describeBackup({ reason, annotations, bookmarks, byteLength }: Backup): string {
  return [
    reasons[reason],
    counted(annotations, 'annotation'),
    counted(bookmarks, 'bookmark'),
    sizeOf(byteLength),
  ].join(' · ');
}

/** What restoring would do, in words: `1 mark comes back, 2 marks go`. */
export function describeDifference({ added, removed, changed }: RestorePreview): string {
  const parts = [
    added === 0 ? null : `${counted(added, 'mark')} ${added === 1 ? 'comes' : 'come'} back`,
    changed === 0 ? null : `${counted(changed, 'mark')} ${changed === 1 ? 'changes' : 'change'}`,
    removed === 0 ? null : `${counted(removed, 'mark')} ${removed === 1 ? 'goes' : 'go'}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Nothing differs from your notes now' : parts.join(', ');
}
