import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { CatalogWriter } from '../catalog/catalog-writer.ts';
import { isMediaFolder } from '../media-folder.ts';
import type { FileParser } from '../parsing/file-parser.ts';
import { problemReading } from '../parsing/problem-reading.ts';
import { type ReadFile, ReadingPipeline } from './reading-pipeline.ts';
import { isBelow, isReached, type RootRules } from './root-rules.ts';
import { joinStored, type Stored, storeFiles } from './store-files.ts';
import { type Found as Walked, walkFolder, walkPlace } from './walk.ts';

/** What a second look works with. */
export interface SecondLook {
  readonly writer: CatalogWriter;
  readonly parser: FileParser;
  /** The roots that are there. */
  readonly roots: readonly RootRules[];
  /** Whether a root, by its id, is there still. */
  readonly isThere: (root: string) => boolean;
}

const nothing: Stored = { added: [], changed: [], removed: [] };

/** The innermost root that a place lies in, or whose folder it is. */
function rulesOf(place: string, roots: readonly RootRules[]): RootRules | undefined {
  return roots
    .filter(({ folder }) => folder === place || isBelow(folder, place))
    .toSorted((one, other) => other.folder.length - one.folder.length)[0];
}

/** A picture of a briefing stands for the briefing's file. */
function briefingPlace(place: string): string {
  const parts = place.split(path.sep);
  const media = parts.findIndex(isMediaFolder);
  return media === -1
    ? place
    : parts
        .slice(0, media + 1)
        .join(path.sep)
        .slice(0, -'.media'.length);
}

/** The place without links on the way to it; a link itself stays one. */
function withoutLinks(place: string): string {
  try {
    return path.join(realpathSync(path.dirname(place)), path.basename(place));
  } catch {
    return place;
  }
}

/** Without what lies below another one of them. */
function outermost(places: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const place of [...new Set(places)].toSorted()) {
    const last = kept.at(-1);
    if (last === undefined || !isBelow(last, place)) kept.push(place);
  }
  return kept;
}

interface Found {
  /** Files to read, with the ids of their roots. */
  readonly files: Map<string, string>;
  readonly problems: (ReadFile & { readonly root: string })[];
  /** Files that the catalog has and that are not there. */
  readonly gone: Set<string>;
}

function statsOf(place: string): Stats | null {
  try {
    return lstatSync(place, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** Takes what a walk came by: problems, and files that are not as the catalog knows them. */
function take(
  one: Walked,
  place: string,
  root: string,
  { writer }: SecondLook,
  found: Found,
): void {
  if (one.kind === 'problem') {
    const reading = problemReading(one.path, one.message);
    found.problems.push({ file: one.path, reading, root });
    return;
  }
  const known = writer.stampOf(one.path);
  const isKnown = known?.byteLength === one.byteLength && known.modifiedAt === one.modifiedAt;
  // A file that was named is read in any case: its pictures may be what changed.
  if (!isKnown || place === one.path) found.files.set(one.path, root);
}

function walk(place: string, rules: RootRules): Iterable<Walked> {
  if (place === rules.folder) return walkFolder(place, rules);
  const stats = statsOf(place);
  return stats !== null && isReached(rules, place) ? walkPlace(place, stats, rules) : [];
}

function find(place: string, look: SecondLook, found: Found): void {
  const rules = rulesOf(place, look.roots);
  if (rules === undefined) return;
  const unseen = new Set([...look.writer.filesIn(place), place]);
  for (const one of walk(place, rules)) {
    unseen.delete(one.path);
    take(one, place, rules.root.id, look, found);
  }
  for (const file of unseen) if (rulesOf(file, look.roots) === rules) found.gone.add(file);
}

async function readAll(
  parser: FileParser,
  files: ReadonlyMap<string, string>,
): Promise<readonly (ReadFile & { readonly root: string })[]> {
  const pipeline = new ReadingPipeline(parser);
  pipeline.add([...files.keys()]);
  const read: (ReadFile & { readonly root: string })[] = [];
  while (!pipeline.isEmpty) {
    for (const one of await pipeline.next()) {
      read.push({ ...one, root: files.get(one.file) ?? '' });
    }
  }
  return read;
}

/** Brings the catalog up to date with some files and folders, given by their absolute paths. */
export async function lookAgain(places: readonly string[], look: SecondLook): Promise<Stored> {
  const found: Found = { files: new Map(), problems: [], gone: new Set() };
  for (const place of outermost(places.map((one) => briefingPlace(withoutLinks(one))))) {
    find(place, look, found);
  }
  const read = await readAll(look.parser, found.files);
  const { writer } = look;
  const stored = [...read, ...found.problems];
  if (stored.length === 0 && found.gone.size === 0) return nothing;
  const removed = writer.batch(() => [...found.gone].flatMap((file) => writer.removeFile(file)));
  return joinStored([{ ...nothing, removed }, storeFiles(writer, stored, look.isThere)]);
}
