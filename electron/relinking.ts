import type { Library } from './library/library.ts';
import type { Notes } from './notes/notes.ts';
import { largestPage } from './shared/ipc.ts';
import type { LibraryStatus, Listing } from './shared/model/listing.ts';

/** How long the library has to be quiet before marks are moved along, in milliseconds. */
const quietTime = 500;

async function readAllListings(library: Library): Promise<readonly Listing[]> {
  const listings: Listing[] = [];
  for (;;) {
    const page = await library.query({
      filter: { text: '', ids: null },
      offset: listings.length,
      limit: largestPage,
    });
    listings.push(...page);
    if (page.length < largestPage) return listings;
  }
}

async function isAnyFileMissing(library: Library, notes: Notes): Promise<boolean> {
  const ids = notes.references().map(({ id }) => id);
  if (ids.length === 0) return false;
  return (await library.find(ids)).length < ids.length;
}

/**
 * Moves marks along with files that were moved or renamed, each time the library has come to rest.
 * The catalog is read only when a file with marks is missing from it, and what was read is used
 * only when the library did not change meanwhile.
 *
 * @returns the function that stops it.
 */
export function keepRelinking(library: Library, notes: Notes): () => void {
  let changes = 0;
  let timer: NodeJS.Timeout | null = null;
  const relink = async (): Promise<void> => {
    const seen = changes;
    if (!(await isAnyFileMissing(library, notes))) return;
    const listings = await readAllListings(library);
    if (changes !== seen) return;
    const outcome = notes.relink(listings);
    if (!outcome.ok) console.error(outcome.problem.message);
  };
  const notice = (status: LibraryStatus): void => {
    changes += 1;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (status.activity.kind !== 'idle') return;
    timer = setTimeout(() => {
      relink().catch((error: unknown) => console.error(`Marks were not moved: ${String(error)}`));
    }, quietTime);
  };
  const unsubscribe = library.onChanged(notice);
  const beforeAnyChange = (status: LibraryStatus): void => {
    if (changes === 0) notice(status);
  };
  library.status().then(beforeAnyChange, () => null);
  return () => {
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
  };
}
