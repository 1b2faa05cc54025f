import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectEntries } from '../../../electron/export/collect-entries.ts';
import { jsonWriter } from '../../../electron/export/web-annotation/json-writer.ts';
import type { ImportedMark } from '../../../electron/import/imported-mark.ts';
import { type FileToImport, planImport, runImport } from '../../../electron/import/plan-import.ts';
import { readImportFile } from '../../../electron/import/readers/read-import-file.ts';
import type { Library, ReadBriefing } from '../../../electron/library/library.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { ExportEntry } from '../../../electron/shared/export/entry.ts';
import { partsOf } from '../../../electron/shared/model/part.ts';
import { exportEntries } from '../../support/export/entries.ts';
import { openTemporaryNotes, tickingClock, valueOf } from '../../support/notes/store-folder.ts';
import { passageIn } from '../../support/passages.ts';
import { briefingOf } from '../shared/briefings.ts';
import { annotationOf, bookmarkOf, briefingId, listingOf, markId } from '../shared/marks.ts';
import { fileOf, libraryOf, markOf, sourceOf, words } from './importing.ts';

/** The files that the entries are of. */
function filesOf(entries: readonly ExportEntry[]): readonly ReadBriefing[] {
  return entries.flatMap(({ reference, briefing }) => {
    if (briefing === null) return [];
    const rest = { wordCount: 10, format: 'txt', problem: null } as const;
    return [{ listing: { ...reference, ...rest }, briefing }];
  });
}

/** Notes that have the marks of the entries. */
function notesOf(entries: readonly ExportEntry[]): Notes {
  const notes = openTemporaryNotes(tickingClock());
  for (const { reference, marks } of entries) {
    const annotations = marks.annotations.map((annotation) => {
      return { annotation, reference, isDated: true };
    });
    const bookmarks = marks.bookmarks.map((bookmark) => ({ bookmark, reference }));
    valueOf(notes.importMarks({ annotations, bookmarks }));
  }
  return notes;
}

async function exportJson(library: Library, notes: Notes): Promise<string> {
  const filter = { colors: [], tags: [], from: null, to: null, withBookmarks: true };
  const request = { scope: { kind: 'all' }, filter, withText: false } as const;
  const { entries } = valueOf(await collectEntries(request, { library, notes }));
  const options = {
    withText: false,
    isBook: false,
    title: 'All notes',
    today: '2026-03-06',
    colorNames: {},
    picture: () => Promise.resolve(null),
  };
  let text = '';
  for await (const piece of jsonWriter(entries, options)) text += String(piece);
  return text;
}

async function importInto(notes: Notes, library: Library, files: readonly FileToImport[]) {
  const plan = await planImport(files, { library, notes }, 1_000_000);
  return valueOf(runImport(plan, notes));
}

function read(text: string): FileToImport {
  return { name: 'notes.json', result: readImportFile('notes.json', Buffer.from(text)) };
}

async function expectRoundTrip(entries: readonly ExportEntry[]): Promise<void> {
  const library = libraryOf(filesOf(entries));
  const exported = await exportJson(library, notesOf(entries));
  const empty = openTemporaryNotes(tickingClock());
  const report = await importInto(empty, library, [read(exported)]);
  expect(report.counts).toMatchObject({ refused: 0, known: 0, changed: 0 });
  expect(await exportJson(library, empty)).toBe(exported);
}

const listing = listingOf(1);
const briefing = briefingOf({ headline: listing.headline });
const parts = partsOf(briefing);

const annotation = fc
  .record({
    target: fc.constantFrom(
      { kind: 'briefing' } as const,
      { kind: 'part', part: 'dek', quote: 'The storm was here.' } as const,
      { kind: 'part', part: 'sections/7/heading', quote: '' } as const,
      passageIn(parts, 'left at noon', listing.fingerprint),
      passageIn(parts, 'left at noon', 'a'.repeat(64)),
      passageIn([{ path: 'dek', text: 'Words that are gone 🚢 by now.' }], 'gone 🚢 by'),
    ),
    note: fc.oneof(fc.constant('Why?'), fc.string({ unit: 'binary', maxLength: 20 })),
    tags: fc.uniqueArray(fc.constantFrom('a', 'a/b', 'é', '=1+1', '<b>'), { maxLength: 3 }),
    color: fc.constantFrom('yellow' as const, 'purple' as const),
    createdAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
    modifiedAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
  })
  .map(({ note, ...rest }) => annotationOf(0, { ...rest, note: note.toWellFormed() }));

describe('an export as JSON', { timeout: 120_000 }, () => {
  it('comes back into an empty profile, and out again, as the same bytes', async () => {
    await expectRoundTrip(exportEntries());
  });

  it('does so whatever the marks are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(annotation, fc.integer({ min: 1, max: 2 })), { maxLength: 6 }),
        fc.boolean(),
        async (annotations, isBookmarked) => {
          const entries = [1, 2].map((number): ExportEntry => {
            const own = listingOf(number);
            const on = annotations.flatMap(([one, which], index) =>
              which === number
                ? [{ ...one, id: markId(index + 1), briefingId: briefingId(number) }]
                : [],
            );
            const place = { kind: 'part', part: 'dek', quote: 'The storm is over.' } as const;
            const bookmark = bookmarkOf(90 + number, { briefingId: own.id, place });
            return {
              reference: own,
              briefing: number === 1 ? briefing : null,
              marks: { annotations: on, bookmarks: isBookmarked ? [bookmark] : [] },
            };
          });
          await expectRoundTrip(entries);
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Marks that overlap in all ways: with and without ids and times, equal, and of each outcome. */
const mark = fc.record({
  kind: fc.constantFrom('annotation' as const, 'annotation' as const, 'bookmark' as const),
  id: fc.constantFrom(null, null, markId(1), markId(2)),
  source: fc.constantFrom(
    sourceOf({ headline: listing.headline }),
    sourceOf({ briefingId: listing.id }),
    sourceOf({ headline: 'Not here' }),
    sourceOf(),
  ),
  target: fc.constantFrom(
    { kind: 'briefing' } as const,
    { kind: 'part', part: 'dek', quote: '' } as const,
    words('left at noon'),
    words('The ferry to', { part: 'sections/0/items/1' }),
    words('Nothing of this is there.'),
  ),
  color: fc.constantFrom('blue' as const, null),
  tags: fc.constantFrom([], ['a'], ['#b', 'a']),
  note: fc.constantFrom('', 'a', 'b'),
  createdAt: fc.constantFrom(null, 5),
  modifiedAt: fc.constantFrom(null, 10, 20),
});

function stateOf(notes: Notes): object {
  const marks = notes.references().map(({ id }) => notes.marksOf(id));
  return { marks, references: notes.references(), trash: notes.trash({ offset: 0, limit: 100 }) };
}

it('any import is all known a second time, loses nothing, and is undone at once', async () => {
  const library = libraryOf([{ listing, briefing }]);
  const marks = fc.array(
    mark.map((given): ImportedMark => markOf(given)),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(marks, marks, async (first, second) => {
      const notes = openTemporaryNotes(tickingClock());
      await importInto(notes, library, [fileOf(first)]);
      const before = stateOf(notes);
      const report = await importInto(notes, library, [fileOf(second)]);
      expect(Object.values(report.counts).reduce((sum, one) => sum + one)).toBe(second.length);
      const after = stateOf(notes);
      const again = await importInto(notes, library, [fileOf(second)]);
      expect(again.counts.known + again.counts.refused).toBe(second.length);
      expect(stateOf(notes)).toEqual(after);
      if (report.counts.known + report.counts.refused === second.length) return;
      valueOf(notes.undo());
      expect(stateOf(notes)).toEqual(before);
      valueOf(notes.redo());
      expect(stateOf(notes)).toEqual(after);
    }),
    { numRuns: 100 },
  );
}, 120_000);
