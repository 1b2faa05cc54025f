import { lstatSync, renameSync } from 'node:fs';
import path from 'node:path';
import { syncDirectory } from './sync-directory.ts';

/** What SQLite keeps beside a database; it belongs to the database of the same name only. */
const companions = ['-wal', '-shm', '-journal'];

/** The file and what SQLite keeps beside it. The file itself comes first. */
export function withCompanions(file: string): readonly string[] {
  return [file, ...companions.map((companion) => file + companion)];
}

/** `true` for anything that stands at this path, a dangling link included. */
export function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function freeName(file: string, time: number): string {
  const { dir, name, ext } = path.parse(file);
  const stamp = new Date(time).toISOString().replaceAll(':', '-');
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${count}`;
    const candidate = path.join(dir, `${name}-unreadable-${stamp}${suffix}${ext}`);
    if (!withCompanions(candidate).some(isThere)) return candidate;
  }
}

/**
 * Renames an unreadable database, together with what SQLite keeps beside it, to a free name with
 * the date (UTC): `notes-unreadable-2026-11-24T14-21-03.000Z.sqlite`. The companions get the
 * matching names, so that the whole can still be examined with SQLite.
 *
 * @param time milliseconds since the Unix epoch.
 * @returns the new path of the file.
 * @throws the system's error if a file cannot be renamed.
 */
export function setAside(file: string, time: number): string {
  const target = freeName(file, time);
  const targets = withCompanions(target);
  // The file goes first: left without its log it would look sound and lack the newest notes, while
  // a log left alone is set aside at the next start.
  withCompanions(file).forEach((source, index) => {
    if (isThere(source)) renameSync(source, targets[index] ?? target);
  });
  syncDirectory(path.dirname(file));
  return target;
}
