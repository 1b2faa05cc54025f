import type { LibraryStatus, RootStatus } from '../../electron/shared/model/listing.ts';
import { folderName } from '../state/views.ts';
import { counted, formatNumber } from '../ui/count.ts';

/** `about 2 min left`; milliseconds in, rounded so that it does not flicker. */
export function remainingText(remaining: number): string {
  const seconds = Math.ceil(remaining / 1000);
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 60) return `about ${Math.ceil(seconds / 10) * 10} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}

/** The folders that are there by their names, or how many there are. */
function foldersText(roots: readonly RootStatus[]): string {
  const there = roots.filter(({ state }) => state === 'present');
  if (roots.length === 0) return 'No folders';
  return there.length > 3
    ? counted(there.length, 'folder')
    : there.map(({ path }) => folderName(path)).join(', ');
}

/** Which folders are not there, as one phrase; `null` where all are. */
export function missingText(roots: readonly RootStatus[]): string | null {
  const missing = roots.filter(({ state }) => state !== 'present');
  const [first] = missing;
  if (first === undefined) return null;
  if (missing.length > 1) return `${counted(missing.length, 'folder')} cannot be read`;
  return `${folderName(first.path)} ${first.state === 'gone' ? 'is not there' : 'cannot be read'}`;
}

/** What the library is and does, as one line. */
export function libraryText({
  activity,
  briefingCount,
  problemCount,
  roots,
}: LibraryStatus): string {
  const folders = foldersText(roots);
  const parts = folders === '' ? [] : [folders];
  if (activity.kind === 'failed') return activity.message;
  if (activity.kind === 'idle') {
    parts.push(counted(briefingCount, 'file'));
    if (problemCount > 0) parts.push(`${formatNumber(problemCount)} cannot be read`);
    return parts.join(' · ');
  }
  const progress = `${formatNumber(activity.done)} of ${formatNumber(activity.total)}`;
  if (activity.kind === 'stopped') return [...parts, `stopped at ${progress}`].join(' · ');
  const rest = activity.remaining === null ? [] : [remainingText(activity.remaining)];
  return [...parts, `reading ${progress}`, ...rest].join(' · ');
}
