import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { fileProblem } from '../file-problem.ts';
import { isBelow, isListedName, type RootRules } from './root-rules.ts';

/** A file or folder that a walk came across. */
export type Found =
  | {
      readonly kind: 'file';
      /** Absolute, without links in it. */
      readonly path: string;
      readonly byteLength: number;
      /** Milliseconds since the Unix epoch. */
      readonly modifiedAt: number;
    }
  | { readonly kind: 'problem'; readonly path: string; readonly message: string };

function problem(place: string, message: string): Found {
  return { kind: 'problem', path: place, message };
}

/** A link is not followed. One that stays inside of the root leads to what is listed anyway. */
function inspectLink(place: string, { folder }: RootRules): Found | null {
  try {
    const target = realpathSync(place);
    if (target === folder || isBelow(folder, target)) return null;
    const message = `${place} is a link to ${target}, outside of the folder. Add that folder, or put the file itself here.`;
    return problem(place, message);
  } catch {
    return problem(place, `${place} is a link that leads nowhere or round in a circle.`);
  }
}

function inspectFile(place: string): Found {
  let found: Stats;
  try {
    found = lstatSync(place);
  } catch (error) {
    return problem(place, fileProblem(error, place).message);
  }
  if (!found.isFile()) {
    return problem(place, `${place} is a device, not a file. Put a file into the folder.`);
  }
  return { kind: 'file', path: place, byteLength: found.size, modifiedAt: found.mtimeMs };
}

/** Whether a link has the name of a briefing, or of a folder that could hold some. */
function isTellingLink(name: string): boolean {
  return isListedName(name) || (!name.startsWith('.') && path.extname(name) === '');
}

function entriesOf(folder: string): readonly Dirent[] | Found {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return problem(folder, fileProblem(error, folder).message);
  }
}

/** What is found at one place of a root, be it a file, a link or a folder with all below it. */
export function* walkPlace(
  place: string,
  entry: Dirent | Stats,
  rules: RootRules,
): Generator<Found, void> {
  if (entry.isDirectory()) {
    if (rules.searches(place)) yield* walkFolder(place, rules);
  } else if (entry.isSymbolicLink()) {
    const found = isTellingLink(path.basename(place)) ? inspectLink(place, rules) : null;
    if (found !== null) yield found;
  } else if (rules.lists(place)) yield inspectFile(place);
}

/**
 * Walks a folder and its subfolders, the last names first: files are often named after their days, and
 * within a day what is stored last stands first in the list, so that there the names are in order.
 * Links are not followed, so there are no
 * loops and no way out of the root; nothing is opened, so a FIFO cannot block.
 */
export function* walkFolder(folder: string, rules: RootRules): Generator<Found, void> {
  const entries = entriesOf(folder);
  if ('kind' in entries) {
    yield entries;
    return;
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? 1 : -1))) {
    yield* walkPlace(path.join(folder, entry.name), entry, rules);
  }
}
