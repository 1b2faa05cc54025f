import { existsSync } from 'node:fs';
import type { Library } from '../library/library.ts';
import { indexMarksOnce } from '../marks-feed.ts';
import { openNotes } from '../notes/open-notes.ts';
import { profileFiles } from '../profile.ts';
import { CommandFailure } from './failure.ts';
import { type FolderOptions, profileOf, withLibrary } from './library.ts';

async function indexMarks(library: Library, file: string): Promise<void> {
  if (!existsSync(file)) return;
  const opened = openNotes({ file });
  if (!opened.ok) throw new CommandFailure(opened.problem.message);
  const { notes } = opened.value;
  try {
    await indexMarksOnce(library, notes);
  } finally {
    notes.close();
  }
}

/** Like `withLibrary`, with the notes of the profile in the index. */
export function withMarkedLibrary<Value>(
  options: FolderOptions,
  use: (library: Library) => Promise<Value>,
): Promise<Value> {
  return withLibrary(options, async (library) => {
    await indexMarks(library, profileFiles(profileOf(options)).notes);
    return use(library);
  });
}
