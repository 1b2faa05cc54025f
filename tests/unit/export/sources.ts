import type { ExportSources } from '../../../electron/export/collect-entries.ts';
import type { BriefingReference, Marks } from '../../../electron/shared/model/annotation.ts';
import type { OpenedBriefing } from '../../../electron/shared/model/listing.ts';
import { failure, success } from '../../../electron/shared/result.ts';

/** A briefing that has marks. */
export interface Marked {
  readonly reference: BriefingReference;
  readonly marks: Marks;
}

/** What the notes keep of a briefing in the library. */
export function referenceTo({ listing }: OpenedBriefing): BriefingReference {
  const { id, fingerprint, path, fileName, headline, source, date } = listing;
  return { id, fingerprint, path, fileName, headline, source, date };
}

/** A library and notes in memory. */
export function sourcesOf(
  library: readonly OpenedBriefing[],
  marked: readonly Marked[],
): ExportSources {
  return {
    library: {
      find: (ids) =>
        Promise.resolve(library.map(({ listing }) => listing).filter(({ id }) => ids.includes(id))),
      read: (id) => {
        const opened = library.find(({ listing }) => listing.id === id);
        const problem = { kind: 'missing', message: 'The file is not there any more.' } as const;
        return Promise.resolve(opened === undefined ? failure(problem) : success(opened));
      },
    },
    notes: {
      references: () => marked.map(({ reference }) => reference),
      marksOf: (id) =>
        marked.find(({ reference }) => reference.id === id)?.marks ?? {
          annotations: [],
          bookmarks: [],
        },
    },
  };
}
