import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { ExportSources } from '../export/collect-entries.ts';
import { findListings } from '../library/find-listings.ts';
import type { Library } from '../library/library.ts';
import { indexMarksOnce } from '../marks-feed.ts';
import type { Notes } from '../notes/notes.ts';
import { openNotes } from '../notes/open-notes.ts';
import { profileFiles } from '../profile.ts';
import { CommandFailure } from './failure.ts';
import { type FolderOptions, profileOf, withLibrary } from './library.ts';
import { followFiles } from './moved-notes.ts';

/** Whether a file stands, or stood, below a folder; both absolute and without links in them. */
function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

const noNotes: ExportSources['notes'] = {
  query: () => [],
  references: () => [],
  marksOf: () => ({ annotations: [], bookmarks: [] }),
};

/** The marks on the briefings of the folder; those whose file is gone from it, too. */
async function notesOfFolder(
  notes: Notes,
  library: Library,
  options: FolderOptions,
): Promise<ExportSources['notes']> {
  const listings = await findListings(library);
  const ids = new Set(listings.map(({ id }) => id));
  const root = await realpath(options.library);
  const followed = followFiles(notes, listings);
  const references = followed
    .references()
    .filter((reference) => ids.has(reference.id) || isBelow(root, reference.path));
  return { ...followed, query: (...given) => notes.query(...given), references: () => references };
}

/**
 * Runs `use` with the briefings of a folder and the marks on them. The marks are in the index, so
 * that queries find them. A profile that is not there has none.
 */
export async function withMarksOfFolder<Value>(
  options: FolderOptions,
  use: (sources: ExportSources & { readonly library: Library }) => Promise<Value>,
): Promise<Value> {
  const file = profileFiles(profileOf(options)).notes;
  return withLibrary(options, async (library) => {
    if (!existsSync(file)) return use({ library, notes: noNotes });
    const opened = openNotes({ file });
    if (!opened.ok) throw new CommandFailure(opened.problem.message);
    const { notes } = opened.value;
    try {
      await indexMarksOnce(library, notes);
      return await use({ library, notes: await notesOfFolder(notes, library, options) });
    } finally {
      notes.close();
    }
  });
}
