import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import { fileProblem } from '../file-problem.ts';
import { comparePaths } from './known-files.ts';
import { isBelow, isListedName, isReached, type RootRules } from './root-rules.ts';

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

/** What is below a folder comes where its name with a separator would: so whole paths are in order. */
function nameInOrder(entry: Dirent): string {
  return entry.isDirectory() ? entry.name + path.sep : entry.name;
}

function inFallingOrder(entries: readonly Dirent[]): readonly Dirent[] {
  return entries.toSorted((one, other) => comparePaths(nameInOrder(other), nameInOrder(one)));
}

/**
 * Walks a folder and its subfolders in the order of their paths by their UTF-8, the last ones first:
 * files are often named after their days, and within a day what is stored last stands first in the
 * list, so that there the names are in order. Links are not followed, so there are no loops and no way
 * out of the root; nothing is opened, so a FIFO cannot block.
 */
export function* walkFolder(folder: string, rules: RootRules): Generator<Found, void> {
  const entries = entriesOf(folder);
  if ('kind' in entries) {
    yield entries;
    return;
  }
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
  for (const entry of inFallingOrder(entries)) yield* walkPlace(start + entry.name, entry, rules);
}

/** Whether a walk of the root would come by this file now. */
export function isStillListed(file: string, rules: RootRules): boolean {
  if (!isBelow(rules.folder, file) || !isReached(rules, file) || !rules.lists(file)) return false;
  try {
    return lstatSync(file).isFile() && realpathSync(file) === file;
  } catch {
    return false;
  }
}
