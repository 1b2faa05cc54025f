import { existsSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { createLibrary } from '../library/create-library.ts';
import type { Library } from '../library/library.ts';
import { rootOf } from '../library/root-of.ts';
import { defaultProfileDirectory, profileFiles } from '../profile.ts';
import type { LibraryFilter, LibraryRow, LibraryStatus } from '../shared/model/listing.ts';
import { CommandFailure } from './failure.ts';

/** The folders that a command works on. */
export interface FolderOptions {
  /** The folder with the briefings. */
  readonly library: string;
  /** The folder with the notes and the index; by default the app's own. */
  readonly profile?: string;
}

/** Rows asked for at once. */
const pageSize = 500;

/** The folder that a command takes notes from, absolute. */
export function profileOf({ profile }: FolderOptions): string {
  return path.resolve(profile ?? defaultProfileDirectory(process.platform, process.env, homedir()));
}

async function rootFolder({ library }: FolderOptions): Promise<string> {
  const folder = path.resolve(library);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) throw new CommandFailure(`${folder} is not a folder.`);
  return folder;
}

/** The folder for the index of a library, or `null` where nothing can be written there. */
async function indexFolder(profile: string): Promise<string | null> {
  const { indexes } = profileFiles(profile);
  try {
    await mkdir(indexes, { recursive: true, mode: 0o700 });
    await access(indexes, constants.W_OK);
    return indexes;
  } catch {
    return null;
  }
}

interface LibraryFiles {
  readonly catalogFile: string;
  readonly readingFile: string;
}

/**
 * Runs `use` with where to keep the index of a root, so that the next command finds it there, and
 * with the reader's own file of what was read, if there is one. What has no place in the profile is
 * kept in a temporary folder that is gone afterwards.
 */
async function withFiles<Value>(
  profile: string,
  root: string,
  use: (files: LibraryFiles) => Promise<Value>,
): Promise<Value> {
  const kept = await indexFolder(profile);
  const { reading } = profileFiles(profile);
  const temporary = await mkdtemp(path.join(tmpdir(), 'readout-'));
  try {
    return await use({
      catalogFile: path.join(kept ?? temporary, `${root}.sqlite`),
      readingFile: existsSync(reading) ? reading : path.join(temporary, 'reading.sqlite'),
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Looks through the folder; `report` hears how far that is. */
async function bringUpToDate(
  library: Library,
  report: (status: LibraryStatus) => void,
): Promise<void> {
  const unsubscribe = library.onChanged(report);
  await library.rescan();
  unsubscribe();
  const { activity, roots } = await library.status();
  if (activity.kind === 'failed') throw new CommandFailure(activity.message);
  const unreadable = roots.find(({ message }) => message !== null);
  if (unreadable?.message != null) throw new CommandFailure(unreadable.message);
}

/** Brings the index of a folder up to date, lets `use` work with the library, and closes it. */
export async function withLibrary<Value>(
  options: FolderOptions,
  use: (library: Library) => Promise<Value>,
  report: (status: LibraryStatus) => void = () => undefined,
): Promise<Value> {
  const root = rootOf(await rootFolder(options));
  return withFiles(profileOf(options), root.id, async (files) => {
    const library = createLibrary({ roots: [root], isWatching: false, ...files });
    try {
      await bringUpToDate(library, report);
      return await use(library);
    } finally {
      await library.close();
    }
  });
}

/** The rows that a filter lets through, in its order, at most `limit`. */
export async function rowsOf(
  library: Library,
  filter: LibraryFilter,
  limit: number,
): Promise<readonly LibraryRow[]> {
  const rows: LibraryRow[] = [];
  while (rows.length < limit) {
    const wanted = Math.min(pageSize, limit - rows.length);
    const page = await library.query({ filter, offset: rows.length, limit: wanted });
    rows.push(...page);
    if (page.length < wanted) break;
  }
  return rows;
}
