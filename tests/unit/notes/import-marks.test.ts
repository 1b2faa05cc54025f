import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportStates, MarkImports } from '../../../electron/notes/import-marks.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { Annotation, Bookmark } from '../../../electron/shared/model/annotation.ts';
import { briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import {
  openStore,
  openTemporaryNotes,
  temporaryFile,
  tickingClock,
  valueOf,
} from '../../support/notes/store-folder.ts';
import { annotationOf, bookmarkOf, markId } from '../shared/marks.ts';

function numberOf(briefingId: string): number {
  return Number.parseInt(briefingId, 16);
}

function importsOf(
  annotations: readonly Annotation[],
  bookmarks: readonly Bookmark[] = [],
  isDated = true,
): MarkImports {
  return {
    annotations: annotations.map((annotation) => {
      const reference = referenceOf(numberOf(annotation.briefingId));
      return { annotation, reference, isDated };
    }),
    bookmarks: bookmarks.map((bookmark) => {
      return { bookmark, reference: referenceOf(numberOf(bookmark.briefingId)) };
    }),
  };
}

function stateOf(notes: Notes): object {
  const marks = [1, 2, 3].map((number) => notes.marksOf(briefingIdOf(number)));
  const trash = notes.trash({ offset: 0, limit: 100 });
  return { marks, references: notes.references(), trash };
}

/** What an import does; it is what was foretold. */
function importInto(notes: Notes, imports: MarkImports): ImportStates {
  const foretold = notes.previewImport(imports);
  const states = valueOf(notes.importMarks(imports));
  expect(states).toEqual(foretold);
  return states;
}

describe('imported marks', () => {
  const annotations = [
    annotationOf(1, { note: 'First.', createdAt: 100, modifiedAt: 200 }),
    annotationOf(2, { briefingId: briefingIdOf(2), color: 'blue', tags: ['sea'], note: '' }),
  ];
  const bookmarks = [bookmarkOf(3, { briefingId: briefingIdOf(3), createdAt: 300 })];

  it('are stored with their ids and times, and with what is kept of their briefings', () => {
    const file = temporaryFile();
    const { notes } = openStore(file);
    const states = importInto(notes, importsOf(annotations, bookmarks));
    expect(states).toEqual({ annotations: ['added', 'added'], bookmarks: ['added'] });
    notes.close();
    const again = openStore(file).notes;
    expect(again.marksOf(briefingIdOf(1)).annotations).toEqual([annotations[0]]);
    expect(again.marksOf(briefingIdOf(2)).annotations).toEqual([annotations[1]]);
    expect(again.marksOf(briefingIdOf(3)).bookmarks).toEqual(bookmarks);
    expect(again.references()).toEqual([1, 2, 3].map((number) => referenceOf(number)));
    expect(again.listTags()).toEqual([{ tag: 'sea', count: 1 }]);
  });

  it('are one step of undo and of redo, whose notices name every briefing', () => {
    const notes = openTemporaryNotes(tickingClock());
    const before = stateOf(notes);
    const heard: string[][] = [];
    notes.onChanged((briefingIds) => heard.push(briefingIds.toSorted()));
    importInto(notes, importsOf(annotations, bookmarks));
    const after = stateOf(notes);
    const description = '2 annotations and 1 bookmark imported';
    const step = { kind: 'changed', briefingId: briefingIdOf(1), description };
    expect(valueOf(notes.undo())).toEqual(step);
    expect(stateOf(notes)).toEqual(before);
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
    expect(valueOf(notes.redo())).toEqual(step);
    expect(stateOf(notes)).toEqual(after);
    const all = [1, 2, 3].map(briefingIdOf);
    expect(heard).toEqual([all, all, all]);
  });

  it('are in the history of each annotation', () => {
    const notes = openTemporaryNotes(tickingClock());
    importInto(notes, importsOf(annotations));
    const versions = notes.historyOf(markId(1));
    expect(versions).toHaveLength(1);
    expect(versions[0]).toMatchObject({ description: 'note added', annotation: annotations[0] });
  });

  it('change nothing a second time', () => {
    const notes = openTemporaryNotes(tickingClock());
    importInto(notes, importsOf(annotations, bookmarks));
    const [state, revision] = [stateOf(notes), notes.revision()];
    const states = importInto(notes, importsOf(annotations, bookmarks));
    expect(states).toEqual({ annotations: ['known', 'known'], bookmarks: ['known'] });
    expect(stateOf(notes)).toEqual(state);
    expect(notes.revision()).toBe(revision);
    valueOf(notes.undo());
    expect(notes.references()).toEqual([]);
  });

  it('take the place of an older state only', () => {
    const notes = openTemporaryNotes(tickingClock());
    importInto(notes, importsOf([annotationOf(1, { createdAt: 5, modifiedAt: 100 })]));
    const give = (note: string, modifiedAt: number, isDated = true): object =>
      importInto(notes, importsOf([annotationOf(1, { note, modifiedAt })], [], isDated));
    const noteNow = () => notes.marksOf(briefingIdOf(1)).annotations[0]?.note;
    expect(give('Older.', 99)).toEqual({ annotations: ['known'], bookmarks: [] });
    expect(give('Of the same time.', 100)).toEqual({ annotations: ['known'], bookmarks: [] });
    expect(give('Without a time.', 1000, false)).toEqual({ annotations: ['known'], bookmarks: [] });
    expect(noteNow()).toBe('Ask the harbour office.');
    expect(give('Ask the harbour office.', 101)).toEqual({
      annotations: ['known'],
      bookmarks: [],
    });
    expect(give('Newer.', 101)).toEqual({ annotations: ['changed'], bookmarks: [] });
    const [changed] = notes.marksOf(briefingIdOf(1)).annotations;
    expect(changed).toMatchObject({ note: 'Newer.', createdAt: 5, modifiedAt: 101 });
    valueOf(notes.undo());
    expect(noteNow()).toBe('Ask the harbour office.');
  });

  it('leave an annotation with its briefing and its passage', () => {
    const notes = openTemporaryNotes(tickingClock());
    importInto(notes, importsOf([annotationOf(1)]));
    const target = { kind: 'part', part: 'dek', quote: 'A dek.' } as const;
    const elsewhere = { briefingId: briefingIdOf(2), target, note: 'Newer.', modifiedAt: 50 };
    importInto(notes, importsOf([annotationOf(1, elsewhere)]));
    expect(notes.marksOf(briefingIdOf(2)).annotations).toEqual([]);
    expect(notes.marksOf(briefingIdOf(1)).annotations).toEqual([
      annotationOf(1, { note: 'Newer.', modifiedAt: 50 }),
    ]);
  });

  it('come back from the trash in their newer state', () => {
    const notes = openTemporaryNotes(tickingClock());
    const mine = annotationOf(1, { note: 'My last words.', modifiedAt: 500 });
    importInto(notes, importsOf([mine]));
    valueOf(notes.removeAnnotation(mine.id));
    const older = { ...mine, note: 'An older state.', modifiedAt: 400 };
    expect(importInto(notes, importsOf([older]))).toEqual({
      annotations: ['added'],
      bookmarks: [],
    });
    expect(notes.marksOf(briefingIdOf(1)).annotations).toEqual([mine]);
    expect(notes.trash({ offset: 0, limit: 10 }).total).toBe(0);
    valueOf(notes.undo());
    expect(notes.trash({ offset: 0, limit: 10 }).total).toBe(1);
    importInto(notes, importsOf([{ ...mine, note: 'A newer state.', modifiedAt: 600 }]));
    expect(notes.marksOf(briefingIdOf(1)).annotations[0]?.note).toBe('A newer state.');
  });

  it('are no second bookmark of a place', () => {
    const notes = openTemporaryNotes(tickingClock());
    importInto(notes, importsOf([], [bookmarkOf(1)]));
    expect(importInto(notes, importsOf([], [bookmarkOf(2)]))).toEqual({
      annotations: [],
      bookmarks: ['known'],
    });
    expect(notes.marksOf(briefingIdOf(1)).bookmarks).toEqual([bookmarkOf(1)]);
  });

  it('are stored all or none', () => {
    const notes = openTemporaryNotes(tickingClock());
    const broken = annotationOf(2, { id: 'no id' });
    expect(() => notes.importMarks(importsOf([annotationOf(1), broken]))).toThrow();
    expect(notes.marksOf(briefingIdOf(1)).annotations).toEqual([]);
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
  });
});

const annotation = fc
  .record({
    number: fc.nat({ max: 5 }),
    on: fc.integer({ min: 1, max: 3 }),
    note: fc.constantFrom('', 'a', 'b', '\uD800'),
    tags: fc.constantFrom([], ['x'], ['x', 'y']),
    color: fc.constantFrom('blue' as const, null),
    modifiedAt: fc.nat({ max: 3 }),
  })
  .map(({ number, on, ...content }) =>
    annotationOf(number, { ...content, briefingId: briefingIdOf(on) }),
  );

const bookmark = fc
  .record({ number: fc.nat({ max: 5 }), on: fc.integer({ min: 1, max: 3 }) })
  .map(({ number, on }) => bookmarkOf(number, { briefingId: briefingIdOf(on) }));

const imports = fc
  .record({
    annotations: fc.uniqueArray(annotation, { selector: ({ id }) => id }),
    bookmarks: fc.uniqueArray(bookmark, { comparator: 'SameValue', selector: ({ id }) => id }),
    isDated: fc.boolean(),
  })
  .map(({ annotations, bookmarks, isDated }) => {
    const places = new Map(bookmarks.map((one) => [one.briefingId, one]));
    return importsOf(annotations, [...places.values()], isDated);
  });

function isAnyNew({ annotations, bookmarks }: ImportStates): boolean {
  return [...annotations, ...bookmarks].some((state) => state !== 'known');
}

it('any import changes nothing a second time, and undo restores the state before', () => {
  const notes = openTemporaryNotes(tickingClock());
  const removed = fc.array(fc.nat({ max: 5 }).map(markId), { maxLength: 3 });
  fc.assert(
    fc.property(imports, removed, imports, (first, ids, second) => {
      valueOf(notes.saveAnnotation(noteDraft({ id: markId(0) }), referenceOf(1)));
      importInto(notes, first);
      valueOf(notes.removeAnnotations(ids));
      const before = stateOf(notes);
      const isChanged = isAnyNew(importInto(notes, second));
      const after = stateOf(notes);
      expect(isAnyNew(importInto(notes, second))).toBe(false);
      expect(stateOf(notes)).toEqual(after);
      if (!isChanged) return;
      valueOf(notes.undo());
      expect(stateOf(notes)).toEqual(before);
      valueOf(notes.redo());
      expect(stateOf(notes)).toEqual(after);
    }),
    { numRuns: 60 },
  );
});
