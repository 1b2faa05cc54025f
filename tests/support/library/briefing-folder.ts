import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createLibrary } from '../../../electron/library/create-library.ts';
import type { Library, LibraryOptions } from '../../../electron/library/library.ts';
import { rootOf } from '../../../electron/library/root-of.ts';
import type { LibraryFilter, LibraryRow } from '../../../electron/shared/model/listing.ts';
import { temporaryFolder } from './folder.ts';

export {
  type BriefingFolder,
  briefingFolder,
  snapshotOf,
  story,
  temporaryFolder,
} from './folder.ts';

/** The filter that every briefing passes. */
export const everything: LibraryFilter = { view: '', text: '', order: 'newest' };

/** Options for a library of these folders, whose own files are in `folder`. */
export function libraryOptions(
  folders: readonly string[],
  folder: string = temporaryFolder(),
): LibraryOptions {
  return {
    roots: folders.map((one) => rootOf(one)),
    catalogFile: path.join(folder, 'catalog.sqlite'),
    readingFile: path.join(folder, 'reading.sqlite'),
    isWatching: false,
  };
}

/** A library that is closed with the test; its own files are in `folder`. */
export function openLibrary(folders: readonly string[], folder?: string): Library {
  const library = createLibrary(libraryOptions(folders, folder));
  onTestFinished(() => library.close());
  return library;
}

/** A library that has looked through its folders once. */
export async function scannedLibrary(
  folders: readonly string[],
  folder?: string,
): Promise<Library> {
  const library = openLibrary(folders, folder);
  await library.rescan();
  return library;
}

/** A library that has looked through its folders and hears of every change in them. */
export async function watchedLibrary(
  folders: readonly string[],
  folder?: string,
): Promise<Library> {
  const library = createLibrary({ ...libraryOptions(folders, folder), isWatching: true });
  onTestFinished(() => library.close());
  await library.rescan();
  return library;
}

/** Every row that passes, in list order. */
export function listingsOf(
  library: Library,
  filter: LibraryFilter = everything,
): Promise<readonly LibraryRow[]> {
  return library.query({ filter, offset: 0, limit: 1_000_000 });
}

/** The headlines that pass, in list order. */
export async function headlinesOf(
  library: Library,
  filter: LibraryFilter = everything,
): Promise<readonly string[]> {
  return (await listingsOf(library, filter)).map(({ headline }) => headline);
}
