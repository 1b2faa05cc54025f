import path from 'node:path';
import type { ExportSources } from '../../../electron/export/collect-entries.ts';
import type { ExportingTools } from '../../../electron/export/exporting-tools.ts';
import { createChooseWriter } from '../../../electron/export/writers.ts';
import { everyMark } from '../../../electron/shared/export/filter-marks.ts';
import type { BriefingReference, Marks } from '../../../electron/shared/model/annotation.ts';
import type { OpenedBriefing } from '../../../electron/shared/model/listing.ts';
import type { ExportForm } from '../../../electron/shared/model/export.ts';
import { defaultSettings } from '../../../electron/shared/model/settings.ts';
import { failure, success } from '../../../electron/shared/result.ts';

/** All notes as one Markdown file. */
export const plainForm: ExportForm = {
  format: 'markdown',
  filter: everyMark,
  withText: false,
  layout: 'file',
  isBook: false,
  templateId: null,
};

/** What exports work with, over a library and notes in memory; `records` is a folder. */
export function toolsOver(sources: ExportSources, records = '/nowhere'): ExportingTools {
  const missing = { kind: 'missing', message: 'There is no picture.' } as const;
  return {
    sources: {
      ...sources,
      library: { ...sources.library, picture: () => Promise.resolve(failure(missing)) },
    },
    settings: () => defaultSettings,
    recordFolder: path.join(records, '.records'),
    today: () => '2026-03-31',
    chooseWriter: createChooseWriter({
      findTemplate: () => Promise.resolve(null),
      pdfWriter: null,
    }),
  };
}

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
      query: ({ offset, limit }) =>
        Promise.resolve(
          library.slice(offset, offset + limit).map(({ listing }) => ({
            ...listing,
            reading: 'unread',
            isPinned: false,
            isChanged: false,
            copyCount: 0,
            excerpts: [],
          })),
        ),
      read: (id) => {
        const opened = library.find(({ listing }) => listing.id === id);
        const problem = { kind: 'missing', message: 'The file is not there any more.' } as const;
        return Promise.resolve(opened === undefined ? failure(problem) : success(opened));
      },
    },
    notes: {
      query: () => [],
      references: () => marked.map(({ reference }) => reference),
      marksOf: (id) =>
        marked.find(({ reference }) => reference.id === id)?.marks ?? {
          annotations: [],
          bookmarks: [],
        },
    },
  };
}
