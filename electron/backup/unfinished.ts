import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { withCompanions } from '../notes/set-aside.ts';

const prefix = 'unfinished-';

/** What was not written to for so long belongs to a process that was killed, in milliseconds. */
const abandonedAfter = 60 * 60 * 1000;

function isAbandoned(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > abandonedAfter;
}

/** A new path for a copy that is not complete yet. What killed processes left there goes. */
export function unfinishedFile(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.startsWith(prefix) && isAbandoned(file)) rmSync(file, { force: true });
  }
  return path.join(folder, `${prefix}${randomBytes(8).toString('hex')}.sqlite`);
}

/** Removes a copy that is not to be kept, if it is there. */
export function discard(file: string): void {
  for (const leftover of withCompanions(file)) rmSync(leftover, { force: true });
}
