import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { exportEntries } from '../../../support/export/entries.ts';
import type { WritingOptions } from '../../../../electron/export/format-writer.ts';

/** The first of the briefings that tests export. */
export function firstEntry(): ExportEntry {
  const [entry] = exportEntries();
  if (entry === undefined) throw new Error('There is no entry.');
  return entry;
}

/** What a writer is told, with the names that the app gives colours. */
export function writingOptions(changes: Partial<WritingOptions> = {}): WritingOptions {
  return {
    withText: false,
    isBook: false,
    title: 'Notes',
    today: '2026-03-06',
    colorNames: { yellow: 'claim', green: 'Green', blue: 'Blue', pink: 'Pink', purple: 'Purple' },
    picture: () => Promise.resolve(null),
    ...changes,
  };
}
