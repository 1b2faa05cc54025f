import { largestPage } from '../shared/ipc.ts';
import type { Listing } from '../shared/model/listing.ts';
import type { Library } from './library.ts';

/** Goes through every listing, copies of a story included, page by page, and keeps those that are wanted. */
export async function findListings(
  library: Pick<Library, 'page'>,
  isWanted: (listing: Listing) => boolean = () => true,
): Promise<readonly Listing[]> {
  const found: Listing[] = [];
  let last: string | null = null;
  for (;;) {
    const page: readonly Listing[] = await library.page(last, largestPage);
    for (const listing of page) if (isWanted(listing)) found.push(listing);
    last = page.at(-1)?.id ?? null;
    if (page.length < largestPage) return found;
  }
}
