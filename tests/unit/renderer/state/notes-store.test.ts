import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotesStore } from '../../../../renderer/state/notes-store.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { annotationOf, bookmarkOf, briefingId, markId } from '../../shared/marks.ts';
import { dek, fullDisk, notesIn, openStore, settle, started, storedNotes } from './opened-notes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('show', () => {
  it('shows the marks of the briefing and of no other', async () => {
    const { desktop, store } = await openStore([annotationOf(1)]);
    desktop.annotations.set(markId(2), annotationOf(2, { briefingId: briefingId(2) }));
    desktop.bookmarks.set(markId(3), bookmarkOf(3, { briefingId: briefingId(2) }));
    expect(store.state.get().annotations).toEqual([annotationOf(1)]);
    await store.show(briefingId(2));
    expect(store.state.get().annotations.map(({ id }) => id)).toEqual([markId(2)]);
    expect(store.state.get().bookmarks.map(({ id }) => id)).toEqual([markId(3)]);
  });

  it('does not show the marks of a briefing that was left before they came', async () => {
    const { desktop, store } = await openStore();
    desktop.annotations.set(markId(2), annotationOf(2, { briefingId: briefingId(2) }));
    const release = desktop.hold('marksOf');
    const slow = store.show(briefingId(2));
    const fast = store.show(briefingId(3));
    release();
    await Promise.all([slow, fast]);
    expect(store.state.get()).toMatchObject({ briefingId: briefingId(3), annotations: [] });
  });

  it('stores what was typed on the briefing before', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    await opened.store.show(briefingId(2));
    await settle();
    expect(storedNotes(opened)).toEqual(['Typed']);
  });
});

describe('annotate', () => {
  it('makes nothing where no briefing is open', () =>
    expect(new NotesStore(fakeDesktop([]).api).annotate(dek, 'pink')).toBeNull());

  it('shows a highlight at once and stores it', async () => {
    const { desktop, store } = await openStore();
    const id = started(store, dek, 'pink');
    expect(store.state.get().annotations).toMatchObject([{ id, color: 'pink', target: dek }]);
    await settle();
    expect(desktop.annotations.get(id)).toMatchObject({ color: 'pink', target: dek, note: '' });
  });

  it('stores a note only when there is a word in it', async () => {
    const opened = await openStore();
    const id = started(opened.store, dek);
    opened.store.edit(id);
    opened.store.change(id, { note: ' ' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(opened.desktop.calls).toEqual([]);
    opened.store.change(id, { note: 'Ask' });
    await vi.advanceTimersByTimeAsync(500);
    expect(storedNotes(opened)).toEqual(['Ask']);
  });

  it('leaves nothing of a note that was left empty', async () => {
    const { desktop, store } = await openStore();
    store.edit(started(store, dek));
    store.finishEditing();
    await settle();
    expect(store.state.get().annotations).toEqual([]);
    expect(desktop.calls).toEqual([]);
  });

  it('keeps a note that was just started when the marks are read anew', async () => {
    const { desktop, store } = await openStore();
    const id = started(store, dek);
    desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await settle();
    expect(store.state.get().annotations.map((one) => one.id)).toEqual([id]);
  });
});

describe('change', () => {
  it('shows at once and stores half a second after the last key', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    for (const note of ['T', 'Ty', 'Typed']) opened.store.change(markId(1), { note });
    expect(notesIn(opened)).toEqual(['Typed']);
    expect(opened.store.state.get().saving).toEqual({ kind: 'saving' });
    await vi.advanceTimersByTimeAsync(499);
    expect(storedNotes(opened)).toEqual(['Ask the harbour office.']);
    await vi.advanceTimersByTimeAsync(1);
    expect(storedNotes(opened)).toEqual(['Typed']);
    expect(opened.store.state.get().saving).toEqual({ kind: 'saved' });
  });

  it('stores a colour and tags at once', async () => {
    const { desktop, store } = await openStore([annotationOf(1)]);
    store.change(markId(1), { color: 'blue', tags: ['ports'] });
    await settle();
    expect(desktop.annotations.get(markId(1))).toMatchObject({ color: 'blue', tags: ['ports'] });
  });

  it('keeps what is typed when the marks are read anew', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    opened.desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await settle();
    expect(notesIn(opened)).toEqual(['Typed']);
  });

  it('changes nothing for an id that is not there', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.change(markId(7), { note: 'Typed' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(notesIn(opened)).toEqual(['Ask the harbour office.']);
    expect(opened.desktop.calls).toEqual([]);
  });

  it('is one step of undo per stretch of typing', async () => {
    const opened = await openStore([annotationOf(1)]);
    for (const stretch of [
      ['A', 'A b'],
      ['A b c', 'A b c d'],
    ]) {
      opened.store.edit(markId(1));
      for (const note of stretch) {
        opened.store.change(markId(1), { note });
        await vi.advanceTimersByTimeAsync(500);
      }
      opened.store.finishEditing();
    }
    await settle();
    await opened.store.undo();
    await settle();
    expect(notesIn(opened)).toEqual(['A b']);
    await opened.store.undo();
    await settle();
    expect(notesIn(opened)).toEqual(['Ask the harbour office.']);
    await opened.store.redo();
    await settle();
    expect(notesIn(opened)).toEqual(['A b']);
  });

  it('keeps the words on the screen and says why they could not be stored', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.desktop.problem = fullDisk;
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    await vi.advanceTimersByTimeAsync(500);
    expect(opened.store.state.get().saving).toEqual({
      kind: 'failed',
      message: 'The disk is full.',
    });
    opened.desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await settle();
    expect(notesIn(opened)).toEqual(['Typed']);
    opened.desktop.problem = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(storedNotes(opened)).toEqual(['Typed']);
  });

  it('keeps the words that could not be stored over a visit to another briefing', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.desktop.problem = fullDisk;
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    await opened.store.show(briefingId(2));
    await opened.store.show(briefingId(1));
    expect(notesIn(opened)).toEqual(['Typed']);
  });

  it('keeps a new note that could not be stored over a visit to another briefing', async () => {
    const opened = await openStore();
    opened.desktop.problem = fullDisk;
    opened.store.change(started(opened.store, dek), { note: 'Typed' });
    await opened.store.show(briefingId(2));
    await opened.store.show(briefingId(1));
    expect(notesIn(opened)).toEqual(['Typed']);
  });
});

describe('finishEditing', () => {
  it('stores what was typed at once', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    opened.store.finishEditing();
    await settle();
    expect(storedNotes(opened)).toEqual(['Typed']);
    expect(opened.store.state.get().editing).toBeNull();
  });

  it('deletes a note that was emptied, and undo brings all of its words back', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: '' });
    opened.store.finishEditing();
    await settle();
    expect(storedNotes(opened)).toEqual([]);
    await opened.store.undo();
    await opened.store.undo();
    await settle();
    expect(notesIn(opened)).toEqual(['Ask the harbour office.']);
  });

  it('keeps a highlight whose note was emptied', async () => {
    const opened = await openStore([annotationOf(1, { color: 'green' })]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: '' });
    opened.store.finishEditing();
    await settle();
    expect(opened.desktop.annotations.get(markId(1))).toMatchObject({ note: '', color: 'green' });
  });

  it('happens when another note is opened', async () => {
    const opened = await openStore([annotationOf(1), annotationOf(2)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    opened.store.edit(markId(2));
    await settle();
    expect(storedNotes(opened)).toContain('Typed');
    expect(opened.store.state.get().editing?.id).toBe(markId(2));
  });
});
