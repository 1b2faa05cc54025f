import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { AnnotationDraft } from '../../../electron/shared/model/annotation.ts';
import {
  bookmarkDraft,
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

const briefingId = briefingIdOf(1);

function save(notes: Notes, draft: AnnotationDraft): void {
  valueOf(notes.saveAnnotation(draft, referenceOf(1)));
}

function changed(description: string): object {
  return { kind: 'changed', briefingId, description };
}

describe('undo and redo', () => {
  it('have nothing to do at first', () => {
    const notes = openTemporaryNotes();
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
    expect(valueOf(notes.redo())).toEqual({ kind: 'nothing' });
  });

  it('go through every state, back and forth, times included', () => {
    const notes = openTemporaryNotes(tickingClock());
    const draft = noteDraft();
    const bookmark = bookmarkDraft();
    const changes = [
      () => save(notes, draft),
      () => save(notes, { ...draft, note: 'Second.', editing: randomUUID() }),
      () => valueOf(notes.addBookmark(bookmark, referenceOf(1))),
      () => valueOf(notes.removeAnnotation(draft.id)),
      () => valueOf(notes.removeBookmark(bookmark.id)),
    ];
    const states = [notes.marksOf(briefingId)];
    for (const change of changes) {
      change();
      states.push(notes.marksOf(briefingId));
    }
    const words = [
      'note added',
      'note edited',
      'bookmark added',
      'note deleted',
      'bookmark removed',
    ];
    for (let step = changes.length - 1; step >= 0; step -= 1) {
      expect(valueOf(notes.undo())).toEqual(changed(words[step] ?? ''));
      expect(notes.marksOf(briefingId)).toEqual(states[step]);
    }
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
    for (let step = 0; step < changes.length; step += 1) {
      expect(valueOf(notes.redo())).toEqual(changed(words[step] ?? ''));
      expect(notes.marksOf(briefingId)).toEqual(states[step + 1]);
    }
    expect(valueOf(notes.redo())).toEqual({ kind: 'nothing' });
  });

  it('work after a restart', () => {
    const file = temporaryFile();
    const first = openStore(file).notes;
    const kept = noteDraft();
    save(first, kept);
    valueOf(first.removeAnnotation(kept.id));
    save(first, noteDraft({ note: 'Gone again.' }));
    valueOf(first.undo());
    first.close();
    const second = openStore(file).notes;
    expect(valueOf(second.redo())).toEqual(changed('note added'));
    expect(second.marksOf(briefingId).annotations.map(({ note }) => note)).toEqual(['Gone again.']);
    valueOf(second.undo());
    expect(valueOf(second.undo())).toEqual(changed('note deleted'));
    expect(second.marksOf(briefingId).annotations.map(({ id }) => id)).toEqual([kept.id]);
  });

  it('forget what was undone when a new change is made, but keep the record', () => {
    const file = temporaryFile();
    const { notes } = openStore(file);
    save(notes, noteDraft({ note: 'First.' }));
    save(notes, noteDraft({ note: 'Second.' }));
    valueOf(notes.undo());
    save(notes, noteDraft({ note: 'Third.' }));
    expect(valueOf(notes.redo())).toEqual({ kind: 'nothing' });
    valueOf(notes.undo());
    expect(notes.marksOf(briefingId).annotations.map(({ note }) => note)).toEqual(['First.']);
    notes.close();
    const database = new DatabaseSync(file);
    const rows = database.prepare('SELECT after, state FROM change ORDER BY sequence').all();
    database.close();
    expect(rows.map(({ state }) => state)).toEqual(['done', 'superseded', 'undone']);
    expect(String(rows[1]?.['after'])).toContain('Second.');
  });

  it('leave a note alone that is saved without a difference', () => {
    const notes = openTemporaryNotes(tickingClock());
    const draft = noteDraft({ tags: ['a'] });
    const first = valueOf(notes.saveAnnotation(draft, referenceOf(1)));
    const again = { ...draft, editing: randomUUID(), tags: ['a'] };
    expect(valueOf(notes.saveAnnotation(again, referenceOf(1)))).toEqual(first);
    expect(valueOf(notes.undo())).toEqual(changed('note added'));
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
  });

  it('keep what was undone when something is saved without a difference', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft();
    save(notes, draft);
    save(notes, noteDraft());
    valueOf(notes.undo());
    save(notes, draft);
    expect(valueOf(notes.redo())).toEqual(changed('note added'));
  });

  it('pass over a step that cannot be read', () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const file = temporaryFile();
    const { notes } = openStore(file);
    const first = noteDraft();
    save(notes, first);
    save(notes, noteDraft());
    const database = new DatabaseSync(file);
    database.exec("UPDATE change SET after = '{' WHERE sequence = 2");
    database.close();
    expect(valueOf(notes.undo())).toEqual(changed('note added'));
    expect(notes.marksOf(briefingId).annotations.some(({ id }) => id === first.id)).toBe(false);
    expect(valueOf(notes.undo())).toEqual({ kind: 'nothing' });
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});

describe('a stretch of typing', () => {
  it('is one step', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'T' });
    for (const note of ['T', 'Th', 'The', 'The end.']) save(notes, { ...draft, note });
    expect(valueOf(notes.undo())).toEqual(changed('note added'));
    expect(notes.marksOf(briefingId).annotations).toEqual([]);
    valueOf(notes.redo());
    expect(notes.marksOf(briefingId).annotations[0]?.note).toBe('The end.');
  });

  it('goes back to the state before it', () => {
    const notes = openTemporaryNotes(tickingClock());
    const draft = noteDraft({ note: 'Before.' });
    save(notes, draft);
    const before = notes.marksOf(briefingId);
    const editing = randomUUID();
    for (const note of ['B', 'Be', 'Better.']) save(notes, { ...draft, note, editing });
    expect(valueOf(notes.undo())).toEqual(changed('note edited'));
    expect(notes.marksOf(briefingId)).toEqual(before);
  });

  it('that ends where it began is no step', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'Before.' });
    save(notes, draft);
    const editing = randomUUID();
    for (const note of ['Before. A', 'Before.']) save(notes, { ...draft, note, editing });
    expect(valueOf(notes.undo())).toEqual(changed('note added'));
  });

  it('is broken by another change, by undo, and by removal', () => {
    const notes = openTemporaryNotes();
    const draft = noteDraft({ note: 'One.' });
    save(notes, draft);
    valueOf(notes.addBookmark(bookmarkDraft(), referenceOf(1)));
    save(notes, { ...draft, note: 'Two.' });
    valueOf(notes.undo());
    expect(notes.marksOf(briefingId).annotations[0]?.note).toBe('One.');
    valueOf(notes.undo());
    save(notes, { ...draft, note: 'Three.' });
    expect(valueOf(notes.redo())).toEqual({ kind: 'nothing' });
    valueOf(notes.undo());
    expect(notes.marksOf(briefingId).annotations[0]?.note).toBe('One.');
    valueOf(notes.removeAnnotation(draft.id));
    save(notes, { ...draft, note: 'Four.' });
    expect(valueOf(notes.undo())).toEqual(changed('note added'));
    expect(valueOf(notes.undo())).toEqual(changed('note deleted'));
    expect(notes.marksOf(briefingId).annotations[0]?.note).toBe('One.');
  });

  it('does not join two annotations', () => {
    const notes = openTemporaryNotes();
    const editing = randomUUID();
    save(notes, noteDraft({ editing }));
    save(notes, noteDraft({ editing }));
    valueOf(notes.undo());
    expect(notes.marksOf(briefingId).annotations).toHaveLength(1);
  });
});

describe('the description of a change', () => {
  const passage = highlightDraft();
  const tagged = highlightDraft({ target: { kind: 'briefing' }, color: null, tags: ['sea'] });
  it.each<[string, AnnotationDraft, Partial<AnnotationDraft> | null]>([
    ['highlight added', passage, null],
    ['note added', noteDraft(), null],
    ['tags added', tagged, null],
    ['note added', passage, { note: 'Now with words.' }],
    ['note edited', noteDraft(), { note: 'Other words.' }],
    ['note deleted', highlightDraft({ note: 'Words.' }), { note: '' }],
    ['color changed', passage, { color: 'green' }],
    ['tags changed', passage, { tags: ['sea'] }],
    ['highlight moved', passage, { target: { kind: 'briefing' } }],
  ])('is `%s`', (description, draft, change) => {
    const notes = openTemporaryNotes();
    save(notes, draft);
    if (change !== null) save(notes, { ...draft, ...change, editing: randomUUID() });
    expect(valueOf(notes.undo())).toEqual(changed(description));
    expect(valueOf(notes.redo())).toEqual(changed(description));
  });

  it('names what was deleted', () => {
    const notes = openTemporaryNotes();
    save(notes, passage);
    valueOf(notes.removeAnnotation(passage.id));
    expect(valueOf(notes.undo())).toEqual(changed('highlight deleted'));
  });
});
