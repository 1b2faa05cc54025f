import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
import {
  briefingIdOf,
  highlightDraft,
  noteDraft,
  referenceOf,
} from '../../support/notes/drafts.ts';
import {
  openStore,
  openTemporaryNotes,
  temporaryFile,
  tickingClock,
  valueOf,
} from '../../support/notes/store-folder.ts';

/** Saves drafts at once, each with the reference of its briefing. */
function saveAll(notes: Notes, drafts: readonly AnnotationDraft[]) {
  return notes.saveAnnotations(
    drafts.map((draft) => {
      const number = Number.parseInt(draft.briefingId, 16);
      return { draft, reference: referenceOf(number) };
    }),
  );
}

function stateOf(notes: Notes): object {
  return [1, 2, 3].map((number) => notes.marksOf(briefingIdOf(number)));
}

const drafts = [1, 2, 2, 3].map((number) => noteDraft({ briefingId: briefingIdOf(number) }));
const ids = drafts.map(({ id }) => id);

describe('several annotations', () => {
  it('are stored, in the order of the drafts, with what is kept of their briefings', () => {
    const notes = openTemporaryNotes(tickingClock());
    const saved = valueOf(saveAll(notes, drafts));
    expect(saved.map(({ id }) => id)).toEqual(ids);
    expect(notes.references()).toEqual([1, 2, 3].map((number) => referenceOf(number)));
    expect(
      notes
        .marksOf(briefingIdOf(2))
        .annotations.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    ).toEqual(saved.slice(1, 3));
    expect(notes.annotatedBriefings().toSorted()).toEqual([1, 2, 3].map(briefingIdOf));
  });

  it('are one step of undo, whose notices name every briefing', () => {
    const notes = openTemporaryNotes(tickingClock());
    const states = [stateOf(notes)];
    const heard: string[][] = [];
    notes.onChanged((briefingIds) => heard.push(briefingIds.toSorted()));
    valueOf(saveAll(notes, drafts));
    states.push(stateOf(notes));
    valueOf(
      saveAll(
        notes,
        drafts.map((draft) => ({ ...draft, color: 'blue' })),
      ),
    );
    states.push(stateOf(notes));
    valueOf(notes.removeAnnotations(ids));
    states.push(stateOf(notes));
    const names = ['4 notes added', '4 notes changed', '4 notes deleted'];
    for (const [index, description] of [...names.entries()].toReversed()) {
      expect(valueOf(notes.undo())).toMatchObject({ kind: 'changed', description });
      expect(stateOf(notes)).toEqual(states[index]);
    }
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
    for (const [index, description] of names.entries()) {
      expect(valueOf(notes.redo())).toMatchObject({ kind: 'changed', description });
      expect(stateOf(notes)).toEqual(states[index + 1]);
    }
    expect(valueOf(notes.redo())).toEqual({ kind: 'nothing' });
    expect(heard).toEqual(Array.from({ length: 9 }, () => [1, 2, 3].map(briefingIdOf)));
  });

  it('are one step of undo after a restart', () => {
    const file = temporaryFile();
    const first = openStore(file).notes;
    valueOf(saveAll(first, drafts));
    valueOf(first.removeAnnotations(ids));
    first.close();
    const second = openStore(file).notes;
    valueOf(second.undo());
    expect(second.countMarks().map(({ annotations }) => annotations)).toEqual([1, 2, 1]);
    expect(valueOf(second.redo())).toMatchObject({ description: '4 notes deleted' });
    expect(second.countMarks()).toEqual([]);
  });

  it.each<[string, readonly AnnotationDraft[]]>([
    ['2 highlights added', [highlightDraft(), highlightDraft()]],
    ['2 annotations added', [highlightDraft(), noteDraft()]],
    ['2 annotations added', [1, 2].map(() => noteDraft({ note: '', tags: ['sea'] }))],
    ['highlight added', [highlightDraft()]],
  ])('are called `%s`', (description, added) => {
    const notes = openTemporaryNotes();
    valueOf(saveAll(notes, added));
    expect(valueOf(notes.undo())).toMatchObject({ description });
  });

  it('are stored as a whole or not at all', () => {
    const notes = openTemporaryNotes();
    expect(() => saveAll(notes, [noteDraft(), noteDraft({ id: 'no id' })])).toThrow();
    expect(notes.countMarks()).toEqual([]);
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
  });

  it('of which some are as they were are a step of the others', () => {
    const notes = openTemporaryNotes(tickingClock());
    const [first, second] = [noteDraft(), noteDraft()];
    const [saved] = valueOf(saveAll(notes, [first, second]));
    const again = valueOf(saveAll(notes, [first, { ...second, note: 'Other.' }]));
    expect(again).toMatchObject([{ ...saved }, { note: 'Other.' }]);
    expect(valueOf(notes.undo())).toMatchObject({ description: 'note edited' });
    valueOf(saveAll(notes, [first, second]));
    valueOf(notes.removeAnnotations([randomUUID()]));
    valueOf(saveAll(notes, []));
    expect(valueOf(notes.redo())).toMatchObject({ description: 'note edited' });
  });

  it('of which one comes twice are undone in the right order', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'One.' });
    valueOf(saveAll(notes, [draft, { ...draft, note: 'Two.' }]));
    valueOf(notes.undo());
    expect(notes.countMarks()).toEqual([]);
    valueOf(notes.redo());
    expect(notes.marksOf(briefingIdOf(1)).annotations[0]?.note).toBe('Two.');
    valueOf(notes.removeAnnotations([draft.id, draft.id]));
    expect(valueOf(notes.undo())).toMatchObject({ description: 'note deleted' });
  });

  it('are no stretch of typing', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'One.' });
    valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    valueOf(saveAll(notes, [{ ...draft, note: 'Two.' }]));
    valueOf(notes.saveAnnotation({ ...draft, note: 'Three.' }, referenceOf(1)));
    for (const note of ['Two.', 'One.']) {
      valueOf(notes.undo());
      expect(notes.marksOf(briefingIdOf(1)).annotations[0]?.note).toBe(note);
    }
  });

  it('ten thousand of them are one step', () => {
    const notes = openTemporaryNotes();
    const many = Array.from({ length: 10_000 }, () => noteDraft());
    valueOf(saveAll(notes, many));
    valueOf(notes.removeAnnotations(many.map(({ id }) => id)));
    valueOf(notes.undo());
    expect(notes.countMarks()).toMatchObject([{ annotations: 10_000 }]);
  });
});
