import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createLibrary } from '../library/create-library.ts';
import type { Library } from '../library/library.ts';
import type { Listing } from '../shared/model/listing.ts';
import { CommandFailure } from './failure.ts';

/** Scans a folder into a catalog in memory, lets `use` work with it, and closes it. */
export async function withLibrary<Value>(
  folder: string,
  use: (library: Library) => Promise<Value>,
): Promise<Value> {
  const root = path.resolve(folder);
  const found = await stat(root).catch(() => null);
  if (found?.isDirectory() !== true) throw new CommandFailure(`${root} is not a folder.`);
  const library = createLibrary({ roots: [root], catalogFile: ':memory:' });
  try {
    await library.rescan();
    const { activity } = await library.status();
    if (activity.kind === 'failed') throw new CommandFailure(activity.message);
    return await use(library);
  } finally {
    await library.close();
  }
}

/** All listings, in the order of the library. */
export function allListings(library: Library): Promise<readonly Listing[]> {
  return library.query({
    filter: { text: '', ids: null },
    offset: 0,
    limit: Number.MAX_SAFE_INTEGER,
  });
}
