import type { ExportSources } from '../export/collect-entries.ts';
import type { BriefingReference } from '../shared/model/annotation.ts';
import type { Listing } from '../shared/model/listing.ts';

type ReadNotes = ExportSources['notes'];

/**
 * The notes as they are when marks follow files that were moved or copied: a reference whose file
 * is not among `listings` counts as one of the only listing with its fingerprint. Nothing is
 * written, as a command that lists or exports changes nothing.
 */
export function followFiles(notes: ReadNotes, listings: readonly Listing[]): ReadNotes {
  const present = new Set(listings.map(({ id }) => id));
  const byFingerprint = Map.groupBy(listings, ({ fingerprint }) => fingerprint);
  const idNow = ({ id, fingerprint }: BriefingReference): string => {
    if (fingerprint === null || present.has(id)) return id;
    const [listing, ...others] = byFingerprint.get(fingerprint) ?? [];
    return listing === undefined || others.length > 0 ? id : listing.id;
  };
  const byId = Map.groupBy(notes.references(), idNow);
  return {
    references: () => [...byId].flatMap(([id, [first]]) => (first ? [{ ...first, id }] : [])),
    marksOf: (briefingId) => {
      const marks = (byId.get(briefingId) ?? []).map(({ id }) => notes.marksOf(id));
      return {
        annotations: marks.flatMap(({ annotations }) =>
          annotations.map((annotation) => ({ ...annotation, briefingId })),
        ),
        bookmarks: marks.flatMap(({ bookmarks }) =>
          bookmarks.map((bookmark) => ({ ...bookmark, briefingId })),
        ),
      };
    },
  };
}
