import path from 'node:path';
import picomatch from 'picomatch';
import type { Root } from '../../shared/model/listing.ts';
import { isMediaFolder } from '../media-folder.ts';
import { formatOf } from '../parsing/format-of.ts';

/** What stands beside briefings without being one: their pictures, the parts of saved pages, leftovers. */
const companions: ReadonlySet<string> = new Set([
  ...['.jpg', '.jpeg', '.png', '.webp', '.gif', '.svg', '.heic', '.avif', '.bmp', '.ico', '.tif'],
  ...['.css', '.js', '.mjs', '.map', '.woff', '.woff2', '.ttf', '.otf', '.xml', '.download'],
  ...['.db', '.ini', '.lnk', '.url', '.tmp', '.temp', '.part', '.crdownload', '.bak', '.swp'],
]);

/**
 * Whether a file with that name is listed. Of what is no kind that is read, the list says so, but for
 * files without an ending and for those that only stand beside briefings.
 */
export function isListedName(name: string): boolean {
  if (name.startsWith('.') || name.startsWith('~$')) return false;
  const ending = path.extname(name).toLowerCase();
  return formatOf(name) !== null || (ending !== '' && !companions.has(ending));
}

function isSearchedName(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !isMediaFolder(name);
}

/** A root at the path that its folder has without links, with what is read of it. */
export interface RootRules {
  readonly root: Root;
  /** Absolute, without links in it: where the paths of its files begin. */
  readonly folder: string;
  /** Whether a folder below the root is looked into. */
  readonly searches: (folder: string) => boolean;
  /** Whether a file below the root is listed. */
  readonly lists: (file: string) => boolean;
}

/** Whether a path lies below a folder; both absolute. */
export function isBelow(folder: string, place: string): boolean {
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
  return place.startsWith(start);
}

/** A pattern without a slash fits names at any depth, as in `*.md`; `./a.md` is only that file. */
function matcher(patterns: readonly string[]): ((relative: string) => boolean) | null {
  if (patterns.length === 0) return null;
  const anywhere = patterns.map((one) => (one.includes('/') ? one : `**/${one}`));
  const matches = picomatch(anywhere, { dot: true });
  return (relative) => matches(relative);
}

/**
 * What is read of a root. Hidden files and folders, `node_modules` and folders of pictures never are,
 * nor what lies in another root inside of this one.
 *
 * @param inner the folders of the other roots.
 */
export function createRootRules(root: Root, folder: string, inner: readonly string[]): RootRules {
  const includes = matcher(root.include);
  const excludes = matcher(root.exclude);
  const others = new Set(inner.filter((other) => other !== folder));
  const relative = (place: string): string =>
    path.relative(folder, place).split(path.sep).join('/');
  const isExcluded = (place: string): boolean => excludes?.(relative(place)) ?? false;
  return {
    root,
    folder,
    searches: (place) =>
      isSearchedName(path.basename(place)) && !others.has(place) && !isExcluded(place),
    lists: (file) =>
      isListedName(path.basename(file)) &&
      !isExcluded(file) &&
      (includes?.(relative(file)) ?? true),
  };
}

/** Whether a walk from the root's folder comes by a place: every folder on the way is looked into. */
export function isReached({ folder, searches }: RootRules, place: string): boolean {
  for (let above = path.dirname(place); above !== folder; above = path.dirname(above)) {
    if (!isBelow(folder, above) || !searches(above)) return false;
  }
  return true;
}
