import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import type { Notes } from '../../../electron/notes/notes.ts';
import { trashDays } from '../../../electron/shared/model/note-list.ts';
import { bookmarkDraft, briefingIdOf, noteDraft, referenceOf } from '../../support/notes/drafts.ts';
import {
  openStore,
  openTemporaryNotes,
  temporaryFile,
  tickingClock,
  valueOf,
} from '../../support/notes/store-folder.ts';

const page = { offset: 0, limit: 100 };
const dayLength = 24 * 60 * 60 * 1000;

function add(notes: Notes, note: string, number = 1): string {
  const draft = noteDraft({ note, briefingId: briefingIdOf(number) });
  return valueOf(notes.saveAnnotation(draft, referenceOf(number))).id;
}

function trashed(notes: Notes): readonly string[] {
  return notes.trash(page).items.map(({ annotation }) => annotation.note);
}

describe('the trash', () => {
  it('has what was deleted, the newest first, with its briefing', () => {
    const notes = openTemporaryNotes(tickingClock());
    const [first, second] = [add(notes, 'First.'), add(notes, 'Second.', 2)];
    add(notes, 'Kept.');
    const [annotation] = notes.marksOf(briefingIdOf(1)).annotations;
    valueOf(notes.removeAnnotation(first));
    valueOf(notes.removeAnnotation(second));
    const { total, items } = notes.trash(page);
    expect(total).toBe(2);
    expect(items.map(({ briefing }) => briefing)).toEqual([referenceOf(2), referenceOf(1)]);
    expect(items[1]?.annotation).toEqual(annotation);
    expect(items[1]?.deletedAt).toBe(notes.historyOf(first)[0]?.time);
  });

  it('comes in pages', () => {
    const notes = openTemporaryNotes(tickingClock());
    const ids = ['a', 'b', 'c', 'd'].map((note) => add(notes, note));
    for (const id of ids) valueOf(notes.removeAnnotation(id));
    const { total, items } = notes.trash({ offset: 1, limit: 2 });
    expect(total).toBe(4);
    expect(items.map(({ annotation }) => annotation.note)).toEqual(['c', 'b']);
  });

  it('has nothing whose adding was undone', () => {
    const notes = openTemporaryNotes();
    add(notes, 'Undone.');
    valueOf(notes.undo());
    expect(trashed(notes)).toEqual([]);
    add(notes, 'Another.');
    expect(trashed(notes)).toEqual([]);
  });

  it('has no bookmarks', () => {
    const notes = openTemporaryNotes();
    const { id } = valueOf(notes.addBookmark(bookmarkDraft(), referenceOf(1)));
    valueOf(notes.removeBookmark(id));
    expect(notes.trash(page)).toEqual({ total: 0, items: [] });
  });

  it('follows undo and redo of a deletion', () => {
    const notes = openTemporaryNotes();
    const id = add(notes, 'Back and forth.');
    valueOf(notes.removeAnnotation(id));
    valueOf(notes.undo());
    expect(trashed(notes)).toEqual([]);
    valueOf(notes.redo());
    expect(trashed(notes)).toEqual(['Back and forth.']);
    valueOf(notes.undo());
    valueOf(notes.undo());
    expect(trashed(notes)).toEqual([]);
  });

  it('has what was deleted again once, as it was last', () => {
    const notes = openTemporaryNotes(tickingClock());
    const draft = noteDraft({ note: 'One.' });
    for (const note of ['One.', 'Two.']) {
      valueOf(notes.saveAnnotation({ ...draft, note }, referenceOf(1)));
      valueOf(notes.removeAnnotation(draft.id));
    }
    expect(trashed(notes)).toEqual(['Two.']);
  });
});

describe('restoring from the trash', () => {
  it('brings annotations back as they were, as one step of undo', () => {
    const notes = openTemporaryNotes(tickingClock());
    const ids = [add(notes, 'First.'), add(notes, 'Second.', 2)];
    const state = () => [1, 2].map((number) => notes.marksOf(briefingIdOf(number)).annotations);
    const before = state();
    valueOf(notes.removeAnnotations(ids));
    const heard: string[] = [];
    notes.onChanged((briefingIds) => heard.push(...briefingIds));
    valueOf(notes.restoreAnnotations(ids));
    expect(state()).toEqual(before);
    expect(heard.toSorted()).toEqual([1, 2].map(briefingIdOf));
    expect(trashed(notes)).toEqual([]);
    expect(valueOf(notes.undo())).toMatchObject({ description: '2 notes restored' });
    expect(trashed(notes).toSorted()).toEqual(['First.', 'Second.']);
    expect(valueOf(notes.redo())).toMatchObject({ description: '2 notes restored' });
    expect(state()).toEqual(before);
  });

  it('leaves alone what is there, and what never was', () => {
    const notes = openTemporaryNotes();
    const [kept, removed] = [add(notes, 'Kept.'), add(notes, 'Removed.')];
    valueOf(notes.removeAnnotation(removed));
    valueOf(notes.restoreAnnotations([kept, removed, removed, noteDraft().id]));
    expect(valueOf(notes.undo())).toMatchObject({ description: 'note restored' });
    expect(notes.marksOf(briefingIdOf(1)).annotations.map(({ note }) => note)).toEqual(['Kept.']);
  });
});

describe('the age of what was deleted', () => {
  const limit = trashDays * dayLength;

  it('hides it after 90 days', () => {
    let time = 1_770_000_000_000;
    const notes = openTemporaryNotes(() => time);
    valueOf(notes.removeAnnotation(add(notes, 'Old.')));
    time += limit;
    expect(trashed(notes)).toEqual(['Old.']);
    time += 1;
    expect(notes.trash(page)).toEqual({ total: 0, items: [] });
  });

  it('takes it out of the file, with all its states, when the notes are opened, and nothing else', () => {
    let time = 1_770_000_000_000;
    const file = temporaryFile();
    const first = openStore(file, () => time).notes;
    const ids = ['Old.', 'Deleted later.', 'Kept.', 'Restored.', 'Undone.'].map((note) =>
      add(first, note),
    );
    const [old = '', later = '', , restored = '', undone = ''] = ids;
    valueOf(first.addBookmark(bookmarkDraft(), referenceOf(1)));
    valueOf(first.removeAnnotations([old, restored]));
    valueOf(first.restoreAnnotations([restored]));
    time += 1;
    valueOf(first.removeAnnotation(later));
    valueOf(first.removeAnnotation(undone));
    valueOf(first.undo());
    first.close();
    const rows = (): readonly string[] => {
      const database = new DatabaseSync(file);
      const all = database.prepare('SELECT mark_id FROM change ORDER BY sequence').all();
      database.close();
      return all.map((row) => String(row['mark_id']));
    };
    const before = rows();
    time += limit - 1;
    openStore(file, () => time).notes.close();
    expect(rows()).toEqual(before);
    time += 1;
    const second = openStore(file, () => time).notes;
    expect(rows()).toEqual(before.filter((id) => id !== old));
    expect(trashed(second)).toEqual(['Deleted later.']);
    expect(second.historyOf(old)).toEqual([]);
    expect(second.marksOf(briefingIdOf(1)).annotations).toHaveLength(3);
    // Undo goes on without it, and does not bring it back.
    while (valueOf(second.undo()).kind === 'changed');
    expect(second.countMarks()).toEqual([]);
    while (valueOf(second.redo()).kind === 'changed');
    const left = second.marksOf(briefingIdOf(1)).annotations.map(({ note }) => note);
    expect(left.toSorted()).toEqual(['Kept.', 'Restored.']);
    expect(trashed(second).toSorted()).toEqual(['Deleted later.', 'Undone.']);
  });

  it('is no obstacle to opening where it cannot be taken out', { timeout: 30_000 }, () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    let time = 1_770_000_000_000;
    const file = temporaryFile();
    const first = openStore(file, () => time).notes;
    const id = add(first, 'Old.');
    valueOf(first.removeAnnotation(id));
    first.close();
    const writer = new DatabaseSync(file);
    writer.exec('BEGIN IMMEDIATE');
    time += limit + 1;
    const second = openStore(file, () => time).notes;
    writer.close();
    expect(log.mock.calls).toMatchObject([[expect.stringContaining('using the file')]]);
    log.mockRestore();
    expect(second.historyOf(id)).toHaveLength(2);
  });
});
