import { describe, expect, it } from 'vitest';
import { planImport, runImport, type FileToImport } from '../../../electron/import/plan-import.ts';
import type { Library } from '../../../electron/library/library.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { ImportReport } from '../../../electron/shared/model/import.ts';
import { partsOf } from '../../../electron/shared/model/part.ts';
import { failure } from '../../../electron/shared/result.ts';
import { openTemporaryNotes, tickingClock, valueOf } from '../../support/notes/store-folder.ts';
import { passageIn } from '../../support/passages.ts';
import { briefingOf } from '../shared/briefings.ts';
import { annotationOf, bookmarkOf, briefingId, listingOf, markId } from '../shared/marks.ts';
import {
  fileOf,
  libraryOf,
  markOf,
  markOfAnnotation,
  markOfBookmark,
  sourceOf,
  words,
} from './importing.ts';

const now = 5_000_000;
const listing = listingOf(1);
const briefing = briefingOf({ headline: listing.headline });
const parts = partsOf(briefing);
const here = sourceOf({ headline: listing.headline, source: listing.source });
const library = libraryOf([{ listing, briefing }]);

/** Plans and runs an import whose run does what the plan says. */
async function importInto(
  notes: Notes,
  files: readonly FileToImport[],
  from: Library = library,
): Promise<ImportReport> {
  const plan = await planImport(files, { library: from, notes }, now);
  const report = valueOf(runImport(plan, notes));
  expect(report).toEqual(plan.report);
  return report;
}

function outcomesOf({ items }: ImportReport): readonly string[] {
  return items.map(({ outcome }) => outcome);
}

function stored(notes: Notes, number = 1) {
  return notes.marksOf(briefingId(number));
}

describe('an import', () => {
  it('stores nothing when it is only planned', async () => {
    const notes = openTemporaryNotes();
    await planImport([fileOf([markOf({ source: here })])], { library, notes }, now);
    expect(notes.references()).toEqual([]);
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
  });

  it('anchors words as the app does, and describes them anew', async () => {
    const notes = openTemporaryNotes();
    const report = await importInto(notes, [
      fileOf([
        markOf({ source: here, target: words('The ferry to Valmar'), color: 'green', note: '' }),
        markOf({ source: here, target: words('The ferry to Norlnd stays in port.') }),
        markOf({ source: here, target: words('Nothing of this is in the text at all.') }),
        markOf({ source: here, target: words('The ferry to') }),
      ]),
    ]);
    expect(report.counts).toEqual({
      new: 1,
      moved: 1,
      orphan: 2,
      changed: 0,
      known: 0,
      refused: 0,
    });
    expect(report.items.map(({ excerpt, reason }) => [excerpt, reason])).toEqual([
      ['Nothing of this is in the text at all.', 'Its words are not in the briefing.'],
      ['The ferry to', 'Its words stand in several places.'],
      ['The ferry to Norlnd stays in port.', null],
      ['The ferry to Valmar', null],
    ]);
    const targets = stored(notes).annotations.map(({ target }) => target);
    const found = passageIn(parts, 'The ferry to Valmar', listing.fingerprint);
    expect(targets).toContainEqual(found);
    const moved = passageIn(parts, 'The ferry to Norland stays in port.', listing.fingerprint);
    expect(targets).toContainEqual(moved);
    const quotes = targets.flatMap((one) => (one.kind === 'passage' ? one.quote.exact : []));
    expect(quotes).toContain('Nothing of this is in the text at all.');
  });

  it('finds words that stand in several places by their part', async () => {
    const notes = openTemporaryNotes();
    const target = words('The ferry to', { part: 'sections/0/items/1' });
    const report = await importInto(notes, [fileOf([markOf({ source: here, target })])]);
    expect(outcomesOf(report)).toEqual(['new']);
    expect(stored(notes).annotations[0]?.target).toMatchObject({ part: 'sections/0/items/1' });
  });

  it('keeps the selectors, ids and times that the app wrote, byte for byte', async () => {
    const notes = openTemporaryNotes();
    const own = [
      annotationOf(1, { target: passageIn(parts, 'ferry to Norland', listing.fingerprint) }),
      annotationOf(2, {
        target: { ...passageIn(parts, 'More follows.'), fingerprint: 'a'.repeat(64) },
        tags: ['b', 'a'],
        createdAt: 7,
        modifiedAt: 9,
      }),
      annotationOf(3, { target: { kind: 'part', part: 'dek', quote: 'The storm was over.' } }),
      annotationOf(4, { target: { kind: 'part', part: 'sections/8/heading', quote: 'Gone' } }),
    ];
    const bookmark = bookmarkOf(5, { place: { kind: 'part', part: 'dek', quote: '' } });
    const marks = [
      ...own.map((one) => markOfAnnotation(one, here)),
      markOfBookmark(bookmark, here),
    ];
    const report = await importInto(notes, [fileOf(marks)]);
    expect(outcomesOf(report)).toEqual(['orphan', 'moved', 'new', 'new', 'new']);
    const kept = stored(notes);
    expect(kept.annotations.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(own);
    expect(kept.bookmarks).toEqual([bookmark]);
  });

  it('bookmarks the part that words stand in', async () => {
    const notes = openTemporaryNotes();
    const bookmark = { kind: 'bookmark' as const, source: here, note: '' };
    const report = await importInto(notes, [
      fileOf([
        markOf({ ...bookmark, target: words('The ferry to Norland stays in port.') }),
        markOf({ ...bookmark, target: words('The storm is over.', { part: 'dek' }) }),
        markOf({ ...bookmark, target: words('Nothing of this is in the text at all.') }),
      ]),
    ]);
    expect(outcomesOf(report)).toEqual(['orphan', 'new', 'new']);
    const places = stored(notes).bookmarks.map(({ place }) => place);
    expect(places).toHaveLength(3);
    expect(places).toEqual(
      expect.arrayContaining([
        {
          kind: 'part',
          part: 'sections/0/items/1',
          quote: 'The ferry to Norland stays in port.',
        },
        { kind: 'part', part: 'dek', quote: 'The storm is over.' },
        { kind: 'briefing' },
      ]),
    );
  });

  it('changes nothing a second time, with or without ids', async () => {
    const notes = openTemporaryNotes();
    const gone = sourceOf({ headline: 'Not here', address: 'https://example.org/a' });
    const files = [
      fileOf([
        markOf({ source: here, target: words('noon') }),
        markOf({ source: here, target: words('noon'), note: 'Another note.' }),
        markOf({ source: here, id: markId(1), createdAt: 1, modifiedAt: 2 }),
        markOf({ source: gone, target: words('not here') }),
        markOf({ kind: 'bookmark', source: here, note: '' }),
      ]),
    ];
    expect((await importInto(notes, files)).counts).toMatchObject({ new: 4, orphan: 1 });
    const revision = notes.revision();
    expect((await importInto(notes, files)).counts).toMatchObject({ known: 5, new: 0, orphan: 0 });
    expect(notes.revision()).toBe(revision);
  });

  it('counts what is there already without an id as known, whatever its colour', async () => {
    const notes = openTemporaryNotes();
    const mine = annotationOf(1, {
      target: passageIn(parts, 'left at noon', listing.fingerprint),
      note: 'When?',
      tags: ['a', 'b'],
      color: 'blue',
    });
    await importInto(notes, [fileOf([markOfAnnotation(mine, here)])]);
    const same = { source: here, target: words('left  at noon'), note: 'When?\n', color: 'pink' };
    const report = await importInto(notes, [
      fileOf([
        markOf({ ...same, color: 'pink', tags: ['b', 'a'] }),
        markOf({ ...same, color: 'pink', tags: ['b'] }),
      ]),
    ]);
    expect(outcomesOf(report)).toEqual(['new', 'known']);
  });

  it('keeps two highlights of the same words in two places', async () => {
    const notes = openTemporaryNotes();
    const mark = { source: here, note: '' };
    const report = await importInto(notes, [
      fileOf([
        markOf({ ...mark, target: words('The ferry to', { part: 'sections/0/items/0' }) }),
        markOf({ ...mark, target: words('The ferry to', { part: 'sections/0/items/1' }) }),
      ]),
    ]);
    expect(outcomesOf(report)).toEqual(['new', 'new']);
  });

  it('takes what stands in the files several times once, in its newest state', async () => {
    const notes = openTemporaryNotes();
    const report = await importInto(notes, [
      fileOf([
        markOf({ source: here, id: markId(1), note: 'Newer.', modifiedAt: 20 }),
        markOf({ source: here, note: 'Without an id.' }),
      ]),
      fileOf([
        markOf({ source: here, id: markId(1), note: 'Older.', modifiedAt: 10 }),
        markOf({ source: here, note: 'Without an id.' }),
        markOf({ source: here, note: 'Newer.' }),
      ]),
    ]);
    expect(report.counts).toMatchObject({ new: 2, known: 3 });
    const notesNow = stored(notes).annotations.map(({ note }) => note);
    expect(notesNow.toSorted()).toEqual(['Newer.', 'Without an id.']);
  });

  it('lets a newer state take the place of an older one, and no other', async () => {
    const notes = openTemporaryNotes();
    const give = async (note: string, modifiedAt: number | null): Promise<readonly string[]> =>
      outcomesOf(
        await importInto(notes, [
          fileOf([markOf({ source: here, id: markId(1), note, createdAt: 1, modifiedAt })]),
        ]),
      );
    expect(await give('First.', 10)).toEqual(['new']);
    expect(await give('Older.', 5)).toEqual(['known']);
    expect(await give('Without a time.', null)).toEqual(['known']);
    expect(await give('Newer.', 15)).toEqual(['changed']);
    expect(stored(notes).annotations.map(({ note }) => note)).toEqual(['Newer.']);
  });

  it('never undoes what the reader wrote since on a mark without an id', async () => {
    const notes = openTemporaryNotes();
    const files = [fileOf([markOf({ source: here, createdAt: 1, modifiedAt: 9e12 })])];
    await importInto(notes, files);
    const [mine] = stored(notes).annotations;
    if (mine === undefined) throw new Error('Nothing came in.');
    const { id, target, color, tags } = mine;
    const draft = { id, briefingId: mine.briefingId, target, color, tags, editing: markId(9) };
    valueOf(notes.saveAnnotation({ ...draft, note: 'My words.' }, listing));
    expect(outcomesOf(await importInto(notes, files))).toEqual(['known']);
    expect(stored(notes).annotations.map(({ note }) => note)).toEqual(['My words.']);
  });

  it('brings back what is in the trash, and is undone at once', async () => {
    const notes = openTemporaryNotes(tickingClock());
    const files = [fileOf([markOf({ source: here }), markOf({ source: here, note: 'Two.' })])];
    await importInto(notes, files);
    const before = stored(notes);
    valueOf(notes.removeAnnotations(before.annotations.map(({ id }) => id)));
    expect(outcomesOf(await importInto(notes, files))).toEqual(['new', 'new']);
    expect(stored(notes)).toEqual(before);
    expect(valueOf(notes.undo())).toMatchObject({ description: '2 annotations imported' });
    expect(stored(notes).annotations).toEqual([]);
    expect(notes.trash({ offset: 0, limit: 10 }).total).toBe(2);
  });

  it('refuses what cannot be stored, and says why', async () => {
    const notes = openTemporaryNotes();
    const unread = { name: 'b.json', result: failure({ kind: 'unreadable', message: 'No.' }) };
    const report = await importInto(notes, [
      fileOf(
        [
          markOf({ source: sourceOf({ source: 'Harbour Post' }), note: 'Whose?' }),
          markOf({ source: here, note: '' }),
          markOf({ source: here, note: 'x'.repeat(1_000_001) }),
          markOf({ source: here, target: { kind: 'part', part: '../x', quote: '' } }),
        ],
        [{ excerpt: 'Row 3', reason: 'It is empty.' }],
      ),
      unread as FileToImport,
    ]);
    expect(report.counts).toMatchObject({ refused: 5, new: 0 });
    expect(report.items.map(({ reason }) => reason)).toEqual([
      'It is empty.',
      'It holds neither a passage nor a note, a tag or a colour.',
      'Its note is longer than 1,000,000 characters.',
      'It is on a part that no briefing has.',
      'The file does not say which briefing it is on.',
    ]);
    expect(report.files).toEqual([
      { name: 'notes.json', problem: null },
      { name: 'b.json', problem: 'No.' },
    ]);
    expect(notes.references()).toEqual([]);
  });

  it('takes hostile marks as text, without what cannot be stored', async () => {
    const notes = openTemporaryNotes();
    const report = await importInto(notes, [
      fileOf([
        markOf({
          source: here,
          id: '../../etc/passwd',
          note: '<script>alert(1)</script>\uD800',
          tags: ['#a / b', '#', 'x'.repeat(300), 'a/b'],
          createdAt: Number.NaN,
          modifiedAt: 1e300,
          target: words('noon', {
            part: 'constructor',
            position: { start: -1, end: 0.5 },
            fingerprint: 'zz',
          }),
        }),
      ]),
    ]);
    expect(report.items[0]?.reason).toBe(
      'Some of its tags were left out, as they are too long or too many.',
    );
    expect(stored(notes).annotations).toMatchObject([
      {
        note: '<script>alert(1)</script>\uFFFD',
        tags: ['a/b'],
        createdAt: now,
        modifiedAt: now,
        target: { part: 'sections/0/items/0', quote: { exact: 'noon' } },
      },
    ]);
  });

  it('says when a briefing cannot be read, and keeps the words', async () => {
    const notes = openTemporaryNotes();
    const target = words('noon');
    const unreadable: Library = {
      ...library,
      read: () => Promise.resolve(failure({ kind: 'unreadable', message: 'The disk is gone.' })),
    };
    const report = await importInto(
      notes,
      [fileOf([markOf({ source: here, target }), markOf({ source: here })])],
      unreadable,
    );
    expect(report.items.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['orphan', 'The disk is gone.'],
      ['new', null],
    ]);
    expect(stored(notes).annotations).toHaveLength(2);
  });

  it('tells at most a thousand items, those that were lost first', async () => {
    const notes = openTemporaryNotes();
    const marks = Array.from({ length: 1200 }, (_, number) =>
      markOf({ source: here, note: `Note ${number}` }),
    );
    const lost = markOf({ source: here, target: words('Nothing like this is there.') });
    const report = await importInto(notes, [fileOf([...marks, lost])]);
    expect(report.counts).toMatchObject({ new: 1200, orphan: 1 });
    expect(report.items).toHaveLength(1000);
    expect(report.items[0]?.outcome).toBe('orphan');
  });
});
