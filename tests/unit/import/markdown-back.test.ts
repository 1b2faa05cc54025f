import { expect, it } from 'vitest';
import { planImport } from '../../../electron/import/plan-import.ts';
import { readImportFile } from '../../../electron/import/readers/read-import-file.ts';
import { writeMarkdown } from '../../../electron/shared/export/markdown.ts';
import { exportEntries } from '../../support/export/entries.ts';
import { openTemporaryNotes, valueOf } from '../../support/notes/store-folder.ts';
import { libraryOf } from './importing.ts';

const entries = exportEntries();
const library = libraryOf(
  entries.flatMap(({ reference, briefing }) => {
    if (briefing === null) return [];
    const rest = { wordCount: 1, format: 'txt', problem: null } as const;
    return [{ listing: { ...reference, ...rest }, briefing }];
  }),
);
const total = entries
  .flatMap(({ marks }) => [marks.annotations.length, marks.bookmarks.length])
  .reduce((sum, one) => sum + one);
const result = readImportFile('notes.md', Buffer.from(writeMarkdown(entries)));
const files = [{ name: 'notes.md', result }];

it('Markdown of the app is known where its marks are', async () => {
  const notes = openTemporaryNotes();
  for (const { reference, marks } of entries) {
    const annotations = marks.annotations.map((annotation) => {
      return { annotation, reference, isDated: true };
    });
    const bookmarks = marks.bookmarks.map((bookmark) => ({ bookmark, reference }));
    valueOf(notes.importMarks({ annotations, bookmarks }));
  }
  const { report } = await planImport(files, { library, notes }, 1);
  expect(report.counts).toMatchObject({ known: total });
});

it('Markdown of the app comes in as a whole where they are not', async () => {
  const notes = openTemporaryNotes();
  const { report } = await planImport(files, { library, notes }, 1);
  const { counts } = report;
  expect(counts.new + counts.orphan).toBe(total);
  expect(counts.orphan).toBe(3);
});
