import type { BriefingReference } from './annotation.ts';
import type { Listing } from './listing.ts';

/** What is kept of a briefing beside its marks. */
export function referenceTo(listing: Listing): BriefingReference {
  const { id, fingerprint, path, fileName, headline, source, date } = listing;
  return { id, fingerprint, path, fileName, headline, source, date };
}
