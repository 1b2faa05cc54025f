import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import type { Listing } from '../../../../electron/shared/model/listing.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { listingOf } from '../../shared/marks.ts';

/** An entry without marks, of a briefing that is gone. */
export function entryOf(changes: Partial<Listing>, number = 1): ExportEntry {
  return {
    reference: referenceTo(listingOf(number, changes)),
    briefing: null,
    marks: { annotations: [], bookmarks: [] },
  };
}
