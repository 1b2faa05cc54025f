import path from 'node:path';
import picomatch from 'picomatch';
import type { Root } from '../../shared/model/listing.ts';
import { isMediaFolder } from '../media-folder.ts';
import { formatOf } from '../parsing/format-of.ts';

/** Kinds of documents that people might expect to be read: they are listed with a reason. */
const unsupported: ReadonlySet<string> = new Set([
  ...['.doc', '.odt', '.rtf', '.pages', '.epub', '.mobi', '.wps'],
  ...['.xls', '.xlsx', '.ods', '.ppt', '.pptx', '.odp', '.msg'],
]);

/** Whether a file with that name is listed, be it as a problem. */
export function isListedName(name: string): boolean {
  if (name.startsWith('.')) return false;
  return formatOf(name) !== null || unsupported.has(path.extname(name).toLowerCase());
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
