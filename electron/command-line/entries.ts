import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { collectEntries } from '../export/collect-entries.ts';
import { openNotes } from '../notes/open-notes.ts';
import { profileFiles } from '../profile.ts';
import type { ExportEntry } from '../shared/export/entry.ts';
import { CommandFailure } from './failure.ts';
import { allListings, type FolderOptions, profileOf, withLibrary } from './library.ts';
import { followFiles } from './moved-notes.ts';

/** Whether a file stands, or stood, below a folder; both absolute and without links in them. */
function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/**
 * The briefings of a folder that have marks, with these; those whose file is gone from it, too. A
 * profile that is not there has none.
 */
export async function entriesOf(options: FolderOptions): Promise<readonly ExportEntry[]> {
  const file = profileFiles(profileOf(options)).notes;
  return withLibrary(options, async (library) => {
    if (!existsSync(file)) return [];
    const opened = openNotes({ file });
    if (!opened.ok) throw new CommandFailure(opened.problem.message);
    const { notes } = opened.value;
    try {
      const listings = await allListings(library);
      const ids = new Set(listings.map(({ id }) => id));
      const entries = await collectEntries(
        { kind: 'all' },
        { library, notes: followFiles(notes, listings) },
      );
      if (!entries.ok) throw new CommandFailure(entries.problem.message);
      const root = await realpath(options.library);
      return entries.value.filter(
        ({ reference }) => ids.has(reference.id) || isBelow(root, reference.path),
      );
    } finally {
      notes.close();
    }
  });
}
