import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import {
  bookmarkDraft,
  briefingIdOf,
  highlightDraft,
  listingOf,
  noteDraft,
  referenceOf,
} from '../../support/notes/drafts.ts';
import { openTemporaryNotes, valueOf } from '../../support/notes/store-folder.ts';

/** All that an index is made from, as text. */
function stateOf(notes: Notes): string {
  const ids: string[] = [];
  for (let id = notes.nextMarked(null); id !== null; id = notes.nextMarked(id)) ids.push(id);
  return JSON.stringify(
    ids.map((id) => [id, notes.annotationsToIndex(id, null), notes.countBookmarks(id)]),
  );
}

describe('the revision', () => {
  it('is the same as long as nothing changes', () => {
    const notes = openTemporaryNotes();
    const empty = notes.revision();
    expect(notes.revision()).toBe(empty);
    valueOf(notes.saveAnnotation(noteDraft(), referenceOf(1)));
    expect(notes.revision()).not.toBe(empty);
    expect(notes.revision()).toBe(notes.revision());
  });

  it('changes with typing that goes on, undo, redo, bookmarks and moved files', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'F' });
    const seen = new Set<string>();
    const changes: readonly (() => unknown)[] = [
      () => notes.saveAnnotation(draft, referenceOf(1)),
      () => notes.saveAnnotation({ ...draft, note: 'Fe' }, referenceOf(1)),
      () => notes.saveAnnotation({ ...draft, note: 'Fer' }, referenceOf(1)),
      () => notes.addBookmark(bookmarkDraft(), referenceOf(1)),
      () => notes.undo(),
      () => notes.undo(),
      () => notes.redo(),
      () => notes.saveAnnotation(highlightDraft({ briefingId: briefingIdOf(2) }), referenceOf(2)),
      () => notes.relink([{ ...listingOf(3), fingerprint: referenceOf(2).fingerprint }]),
    ];
    for (const change of changes) {
      change();
      seen.add(notes.revision());
    }
    // The redo leads back to where the first undo had led.
    expect(seen.size).toBe(changes.length - 1);
  });

  it('is the same only where the marks are the same', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('save' as const), number: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constant('bookmark' as const), number: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 15 }), (steps) => {
        const notes = openTemporaryNotes();
        const states = new Map<string, string>();
        for (const step of steps) {
          if (step.kind === 'save' || step.kind === 'bookmark') {
            const briefingId = briefingIdOf(step.number);
            const reference = referenceOf(step.number);
            if (step.kind === 'save') notes.saveAnnotation(noteDraft({ briefingId }), reference);
            else notes.addBookmark(bookmarkDraft({ briefingId }), reference);
          } else {
            notes[step.kind]();
          }
          const [revision, state] = [notes.revision(), stateOf(notes)];
          expect(states.get(revision) ?? state).toBe(state);
          states.set(revision, state);
        }
        notes.close();
      }),
      { numRuns: 20 },
    );
  });
});

describe('what an index is made from', () => {
  it('names every briefing with marks once, in order', () => {
    const notes = openTemporaryNotes();
    for (const number of [3, 1, 3]) {
      const draft = noteDraft({ briefingId: briefingIdOf(number) });
      valueOf(notes.saveAnnotation(draft, referenceOf(number)));
    }
    for (const number of [2, 3]) {
      const draft = bookmarkDraft({ briefingId: briefingIdOf(number) });
      valueOf(notes.addBookmark(draft, referenceOf(number)));
    }
    const [first, second, third] = [1, 2, 3].map(briefingIdOf);
    expect(notes.nextMarked(null)).toBe(first);
    expect(notes.nextMarked(first ?? '')).toBe(second);
    expect(notes.nextMarked(second ?? '')).toBe(third);
    expect(notes.nextMarked(third ?? '')).toBeNull();
    expect(notes.countBookmarks(third ?? '')).toBe(1);
  });

  it('comes in slices, each annotation once', () => {
    const notes = openTemporaryNotes(() => 5);
    const saves = Array.from({ length: 1200 }, (_, index) => ({
      draft: noteDraft({ note: `${index}`, tags: ['sea'] }),
      reference: referenceOf(1),
    }));
    valueOf(notes.saveAnnotations(saves));
    const found: string[] = [];
    let slice = notes.annotationsToIndex(briefingIdOf(1), null);
    found.push(...slice.annotations.map(({ note }) => note));
    while (slice.next !== null) {
      slice = notes.annotationsToIndex(briefingIdOf(1), slice.next);
      found.push(...slice.annotations.map(({ note }) => note));
    }
    expect(found).toHaveLength(1200);
    expect(new Set(found).size).toBe(1200);
    expect(slice.annotations[0]).toMatchObject({ tags: ['sea'], color: null });
  });
});
