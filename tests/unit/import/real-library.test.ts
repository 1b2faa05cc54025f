import { describe, expect, it } from 'vitest';
import { collectEntries } from '../../../electron/export/collect-entries.ts';
import { readwiseWriter } from '../../../electron/export/tables/readwise.ts';
import { jsonWriter } from '../../../electron/export/web-annotation/json-writer.ts';
import type { FormatWriter } from '../../../electron/export/format-writer.ts';
import { planImport, runImport } from '../../../electron/import/plan-import.ts';
import { readImportFile } from '../../../electron/import/readers/read-import-file.ts';
import type { Library } from '../../../electron/library/library.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import { partsOf } from '../../../electron/shared/model/part.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { success } from '../../../electron/shared/result.ts';
import {
  briefingFolder,
  everything,
  listingsOf,
  scannedLibrary,
  story,
} from '../../support/library/briefing-folder.ts';
import { openTemporaryNotes, tickingClock, valueOf } from '../../support/notes/store-folder.ts';
import { passageIn } from '../../support/passages.ts';
import { annotationOf } from '../shared/marks.ts';
import { fileOf, markOf, sourceOf, words } from './importing.ts';

/** A library of two stories, whose files stand in `place` of a folder of its own. */
async function libraryIn(place: string): Promise<Library> {
  const folder = briefingFolder();
  folder.write(`${place}/storm.txt`, story('Storm over Valmar', '2026-03-04'));
  folder.write(`${place}/zoo.txt`, story('Zoo closes', '2026-03-05'));
  folder.write(`${place}/copy/zoo.txt`, story('Zoo closes', '2026-03-05'));
  return scannedLibrary([folder.root]);
}

/** A highlight and a note on each row of a library. */
async function marksIn(library: Library, notes: Notes): Promise<readonly Annotation[]> {
  const annotations: Annotation[] = [];
  for (const { id } of await listingsOf(library)) {
    const { briefing, listing } = valueOf(await library.read(id));
    const target = passageIn(partsOf(briefing), 'harbour town', listing.fingerprint);
    const on = [
      annotationOf(annotations.length + 1, { briefingId: id, target, color: 'blue', note: '' }),
      annotationOf(annotations.length + 2, { briefingId: id, note: 'Why?', tags: ['town'] }),
    ];
    annotations.push(...on);
    const reference = referenceTo(listing);
    valueOf(
      notes.importMarks({
        annotations: on.map((annotation) => ({ annotation, reference, isDated: true })),
        bookmarks: [],
      }),
    );
  }
  return annotations;
}

async function exportAs(writer: FormatWriter, library: Library, notes: Notes): Promise<string> {
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
  for await (const piece of writer(entries, options)) text += String(piece);
  return text;
}

async function importText(text: string, library: Library, notes: Notes) {
  const read = readImportFile('notes', Buffer.from(text));
  const plan = await planImport(
    [{ name: 'notes', result: success(valueOf(read)) }],
    { library, notes },
    1,
  );
  return valueOf(runImport(plan, notes)).counts;
}

describe('over a real library', { timeout: 60_000 }, () => {
  it('notes go along to the same files in other folders', async () => {
    const [here, there] = [await libraryIn('a'), await libraryIn('b/c')];
    const notes = openTemporaryNotes(tickingClock());
    const marks = await marksIn(here, notes);
    const elsewhere = openTemporaryNotes(tickingClock());
    const exported = await exportAs(jsonWriter, here, notes);
    expect(await importText(exported, there, elsewhere)).toMatchObject({ new: marks.length });
    const ids = (await listingsOf(there)).map(({ id }) => id);
    expect(
      elsewhere
        .references()
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
    const targets = ids.map((id) => elsewhere.marksOf(id).annotations.map(({ target }) => target));
    expect(targets.flat()).toEqual(expect.arrayContaining(marks.map(({ target }) => target)));
  });

  it('Readwise rows of what is there already are known, and else come in at their place', async () => {
    const library = await libraryIn('a');
    const notes = openTemporaryNotes(tickingClock());
    await marksIn(library, notes);
    const exported = await exportAs(readwiseWriter, library, notes);
    const counts = await importText(exported, library, notes);
    expect(counts).toMatchObject({ new: 0, moved: 0, orphan: 0, refused: 0 });
    expect(counts.known).toBeGreaterThan(1);
    const empty = openTemporaryNotes(tickingClock());
    expect(await importText(exported, library, empty)).toMatchObject({ new: counts.known });
    const [row] = await listingsOf(library);
    const quotes = empty
      .marksOf(row?.id ?? '')
      .annotations.flatMap(({ target }) => (target.kind === 'passage' ? target.quote.exact : []));
    expect(quotes.toSorted()).toEqual([row?.headline, 'harbour town']);
  });

  it('marks on a story with copies go to the one that is listed', async () => {
    const library = await libraryIn('a');
    const notes = openTemporaryNotes(tickingClock());
    const target = words('harbour town');
    const mark = markOf({ source: sourceOf({ headline: 'zoo closes' }), target });
    const plan = await planImport([fileOf([mark])], { library, notes }, 1);
    expect(plan.report.counts).toMatchObject({ new: 1 });
    valueOf(runImport(plan, notes));
    const [on] = notes.references();
    expect(await library.locate(everything, on?.id ?? '')).not.toBeNull();
  });
});
