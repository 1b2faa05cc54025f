import type { BriefingReference } from '../shared/model/annotation.ts';
import type { Listing } from '../shared/model/listing.ts';

/** What names a story when its file was moved and edited: file name, headline and publication. */
function identityOf({ fileName, headline, source }: Listing | BriefingReference): string {
  return JSON.stringify([fileName, headline, source]);
}

/**
 * Tells where the file of a reference was moved to: for one whose file is not among `listings`, the
 * one listing with the same bytes or, where there is none, with the same identity. `null` for a file
 * that is there, that is gone, or that could be one of several.
 */
export function createFileTracker(
  listings: readonly Listing[],
): (reference: BriefingReference) => Listing | null {
  const present = new Set(listings.map(({ id }) => id));
  const readable = listings.filter(({ fingerprint }) => fingerprint !== null);
  const byFingerprint = Map.groupBy(readable, ({ fingerprint }) => fingerprint);
  const byIdentity = Map.groupBy(readable, identityOf);
  return (reference) => {
    const { id, fingerprint } = reference;
    if (fingerprint === null || present.has(id)) return null;
    const same = byFingerprint.get(fingerprint) ?? byIdentity.get(identityOf(reference)) ?? [];
    return same.length === 1 ? (same[0] ?? null) : null;
  };
}

/**
 * Tells which listings {@link createFileTracker} needs to know for `references`: with these alone it
 * finds the same as with all. A library has far more than there are notes on.
 */
export function createListingFilter(
  references: readonly BriefingReference[],
): (listing: Listing) => boolean {
  const ids = new Set(references.map(({ id }) => id));
  const fingerprints = new Set(references.map(({ fingerprint }) => fingerprint));
  const identities = new Set(references.map(identityOf));
  return (listing) =>
    ids.has(listing.id) ||
    (listing.fingerprint !== null &&
      (fingerprints.has(listing.fingerprint) || identities.has(identityOf(listing))));
}
