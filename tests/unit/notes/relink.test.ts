import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import {
  bookmarkDraft,
  briefingIdOf,
  fingerprintOf,
  highlightDraft,
  listingOf,
  noteDraft,
  referenceOf,
} from '../../support/notes/drafts.ts';
import {
  openStore,
  openTemporaryNotes,
  temporaryFile,
  valueOf,
} from '../../support/notes/store-folder.ts';

const moved = listingOf(2, { fingerprint: fingerprintOf(1), headline: 'Ferries of Norland' });
const movedReference = referenceOf(2, {
  fingerprint: fingerprintOf(1),
  headline: 'Ferries of Norland',
});

describe('relinking', () => {
  it('moves marks, reference and history to the file with the same bytes', () => {
    const notes = openTemporaryNotes();
    const annotation = valueOf(notes.saveAnnotation(highlightDraft(), referenceOf(1)));
    const removed = valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const bookmark = valueOf(notes.addBookmark(bookmarkDraft(), referenceOf(1)));
    valueOf(notes.removeAnnotation(removed.id));
    const heard: string[] = [];
    notes.onChanged((ids) => heard.push(...ids));
    expect(notes.relink([listingOf(3), moved])).toEqual({ ok: true, value: null });
    expect(heard.sort()).toEqual([briefingIdOf(1), briefingIdOf(2)]);
    expect(notes.marksOf(briefingIdOf(1))).toEqual({ annotations: [], bookmarks: [] });
    expect(notes.marksOf(briefingIdOf(2))).toEqual({
      annotations: [{ ...annotation, briefingId: briefingIdOf(2) }],
      bookmarks: [{ ...bookmark, briefingId: briefingIdOf(2) }],
    });
    expect(notes.references()).toEqual([movedReference]);
    expect(valueOf(notes.undo())).toEqual({
      kind: 'changed',
      briefingId: briefingIdOf(2),
      description: 'note deleted',
    });
    expect(notes.marksOf(briefingIdOf(2)).annotations).toHaveLength(2);
    for (const expected of [1, 1, 0]) {
      valueOf(notes.undo());
      expect(notes.marksOf(briefingIdOf(2)).annotations.length).toBeGreaterThanOrEqual(expected);
    }
    expect(notes.countMarks()).toEqual([]);
  });

  it('knows a file that was moved and edited by its name, headline and source', () => {
    const notes = openTemporaryNotes();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const { fileName, headline, source } = referenceOf(1);
    const edited = listingOf(2, { fileName, headline, source });
    valueOf(notes.relink([edited, listingOf(3)]));
    expect(notes.marksOf(briefingIdOf(2)).annotations).toHaveLength(1);
  });

  it.each([
    ['another headline', [{ headline: 'Another' }]],
    ['another source', [{ source: 'Another' }]],
    ['another name', [{ fileName: 'another.txt' }]],
    ['the same in two places', [{}, {}]],
    ['no readable text', [{ fingerprint: null }]],
  ])('does not take a file for the moved one that has %s', (_, differences) => {
    const notes = openTemporaryNotes();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    const { fileName, headline, source } = referenceOf(1);
    const listings = differences.map((difference, index) =>
      listingOf(index + 2, { fileName, headline, source, ...difference }),
    );
    valueOf(notes.relink(listings));
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(1);
  });

  it('is no step of undo and does not end redo', () => {
    const notes = openTemporaryNotes();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(notes.undo());
    valueOf(notes.relink([moved]));
    valueOf(notes.redo());
    expect(notes.marksOf(briefingIdOf(2)).annotations).toHaveLength(2);
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(0);
  });

  it('lets a draft that was begun before go on', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft();
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(notes.relink([moved]));
    const saved = valueOf(notes.saveAnnotation({ ...draft, note: 'More.' }, referenceOf(1)));
    expect(saved).toMatchObject({ briefingId: briefingIdOf(2), note: 'More.' });
    expect(notes.references()).toEqual([movedReference]);
    valueOf(notes.undo());
    expect(notes.countMarks()).toEqual([]);
  });

  it('moves marks to where there are some, and leaves each place one bookmark', () => {
    const notes = openTemporaryNotes();
    const other = bookmarkDraft({ place: { kind: 'part', part: 'dek', quote: 'Soon.' } });
    valueOf(notes.addBookmark(bookmarkDraft(), referenceOf(1)));
    valueOf(notes.addBookmark(other, referenceOf(1)));
    const kept = bookmarkDraft({ briefingId: briefingIdOf(2) });
    valueOf(notes.addBookmark(kept, movedReference));
    valueOf(notes.relink([moved]));
    const ids = notes.marksOf(briefingIdOf(2)).bookmarks.map(({ id }) => id);
    expect(ids.sort()).toEqual([kept.id, other.id].sort());
    for (let step = 0; step < 3; step += 1) valueOf(notes.undo());
    expect(notes.countMarks()).toEqual([]);
    for (let step = 0; step < 3; step += 1) valueOf(notes.redo());
    expect(notes.marksOf(briefingIdOf(2)).bookmarks).toHaveLength(2);
  });

  it('joins two files that became one', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ briefingId: briefingIdOf(3) });
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(notes.saveAnnotation(draft, referenceOf(3, { fingerprint: fingerprintOf(1) })));
    valueOf(notes.relink([moved]));
    expect(notes.countMarks()).toEqual([
      { briefingId: briefingIdOf(2), annotations: 2, bookmarks: 0 },
    ]);
  });

  it.each([
    ['its file is still there', [listingOf(1), moved]],
    ['its file is there with other words', [listingOf(1, { fingerprint: null }), moved]],
    ['two files have the same bytes', [moved, listingOf(3, { fingerprint: fingerprintOf(1) })]],
    ['no file has the same bytes', [listingOf(2), listingOf(3, { fingerprint: null })]],
    ['there is no file at all', []],
  ])('leaves a briefing alone when %s', (_name, listings) => {
    const notes = openTemporaryNotes();
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(notes.relink(listings));
    expect(notes.references()).toEqual([referenceOf(1)]);
    expect(notes.marksOf(briefingIdOf(1)).annotations).toHaveLength(1);
  });

  it('leaves a briefing alone whose bytes were never known', () => {
    const notes = openTemporaryNotes();
    const reference = referenceOf(1, { fingerprint: null });
    valueOf(notes.saveAnnotation(noteDraft(), reference));
    valueOf(notes.relink([listingOf(2, { fingerprint: null })]));
    expect(notes.references()).toEqual([reference]);
  });

  it('is recorded', () => {
    const file = temporaryFile();
    const { notes } = openStore(file);
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    valueOf(notes.relink([moved]));
    notes.close();
    const database = new DatabaseSync(file);
    const row = database.prepare("SELECT * FROM change WHERE kind = 'briefing'").get();
    database.close();
    expect(row).toMatchObject({ state: 'permanent', description: 'file moved' });
    expect(JSON.parse(String(row?.['before']))).toEqual(referenceOf(1));
    expect(JSON.parse(String(row?.['after']))).toEqual(movedReference);
  });
});
