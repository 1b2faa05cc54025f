import { findListings } from './library/find-listings.ts';
import type { Library } from './library/library.ts';
import { createListingFilter } from './notes/moved-file.ts';
import type { Notes } from './notes/notes.ts';
import { largestPage } from './shared/ipc.ts';
import type { LibraryStatus, Listing } from './shared/model/listing.ts';

/** How long the library has to be quiet before marks are moved along, in milliseconds. */
const quietTime = 500;

/** Goes through all listings, and keeps those that files with marks could have become. */
function readCandidates(library: Library, notes: Notes): Promise<readonly Listing[]> {
  return findListings(library, createListingFilter(notes.knownBriefings()));
}

async function isAnyFileMissing(library: Library, notes: Notes): Promise<boolean> {
  const ids = notes.references().map(({ id }) => id);
  for (let start = 0; start < ids.length; start += largestPage) {
    const some = ids.slice(start, start + largestPage);
    if ((await library.find(some)).length < some.length) return true;
  }
  return false;
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
    const listings = await readCandidates(library, notes);
    if (changes !== seen) return;
    const outcome = notes.relink(listings);
    if (!outcome.ok) console.error(outcome.problem.message);
  };
  const cancel = (): void => {
    changes += 1;
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const relinkSoon = (): void => {
    cancel();
    timer = setTimeout(() => {
      relink().catch((error: unknown) => console.error(`Marks were not moved: ${String(error)}`));
    }, quietTime);
  };
  const notice = ({ activity }: LibraryStatus): void => {
    // A scan that was stopped has not seen where files are now.
    if (activity.kind === 'idle') relinkSoon();
    else cancel();
  };
  const unsubscribe = library.onChanged(notice);
  const unsubscribeMoves = library.onBriefingsChanged(({ moved }) => {
    if (moved.length > 0) library.status().then(notice, () => null);
  });
  const beforeAnyChange = (status: LibraryStatus): void => {
    if (changes === 0) notice(status);
  };
  library.status().then(beforeAnyChange, () => null);
  return () => {
    unsubscribe();
    unsubscribeMoves();
    cancel();
  };
}
