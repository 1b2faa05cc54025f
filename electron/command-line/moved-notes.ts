import type { ExportSources } from '../export/collect-entries.ts';
import { createFileTracker } from '../notes/moved-file.ts';
import type { BriefingReference } from '../shared/model/annotation.ts';
import type { Listing } from '../shared/model/listing.ts';

type ReadNotes = Pick<ExportSources['notes'], 'marksOf' | 'references'>;

/**
 * The notes as they are when marks follow files that were moved. Nothing is written, as a command
 * that lists or exports changes nothing.
 */
export function followFiles(notes: ReadNotes, listings: readonly Listing[]): ReadNotes {
  const fileOf = createFileTracker(listings);
  const idNow = (reference: BriefingReference): string => fileOf(reference)?.id ?? reference.id;
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
