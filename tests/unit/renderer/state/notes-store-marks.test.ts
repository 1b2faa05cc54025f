import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotationOf, bookmarkOf, briefingId, markId } from '../../shared/marks.ts';
import {
  dek,
  dekPlace,
  fullDisk,
  notesIn,
  openStore,
  settle,
  started,
  storedNotes,
} from './opened-notes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('remove', () => {
  it('deletes, and undo brings back what was typed last', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    expect(await opened.store.remove(markId(1))).toEqual({ ok: true, value: null });
    expect(notesIn(opened)).toEqual([]);
    expect(opened.store.state.get().editing).toBeNull();
    await opened.store.undo();
    await settle();
    expect(notesIn(opened)).toEqual(['Typed']);
  });

  it('of a note that was never stored stores nothing', async () => {
    const opened = await openStore();
    const id = started(opened.store, dek);
    await opened.store.remove(id);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(notesIn(opened)).toEqual([]);
    expect(opened.desktop.calls).not.toContain('saveAnnotation');
  });

  it('says why it failed', async () => {
    const { desktop, store } = await openStore([annotationOf(1)]);
    desktop.problem = fullDisk;
    expect(await store.remove(markId(1))).toEqual({ ok: false, problem: fullDisk });
    expect(desktop.annotations.has(markId(1))).toBe(true);
  });

  it('shows the note that could not be deleted', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.desktop.problem = fullDisk;
    await opened.store.remove(markId(1));
    await settle();
    expect(notesIn(opened)).toEqual(['Ask the harbour office.']);
  });
});

describe('a note that can be neither stored nor deleted', () => {
  it('keeps the words that were typed, and stores them when that works again', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.desktop.problem = fullDisk;
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    await opened.store.remove(markId(1));
    expect(notesIn(opened)).toEqual(['Typed']);
    opened.desktop.problem = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(storedNotes(opened)).toEqual(['Typed']);
  });
});

describe('bookmarks', () => {
  it('are set and removed at a part', async () => {
    const { store } = await openStore();
    expect(await store.toggleBookmark(dekPlace)).toEqual({ ok: true, value: 'added' });
    await settle();
    expect(store.bookmarkAt('dek')?.place).toEqual(dekPlace);
    expect(store.bookmarkAt('headline')).toBeUndefined();
    expect(store.bookmarkAt(null)).toBeUndefined();
    expect(await store.toggleBookmark(dekPlace)).toEqual({ ok: true, value: 'removed' });
    await settle();
    expect(store.bookmarkAt('dek')).toBeUndefined();
  });

  it('of the whole briefing are found without a part', async () => {
    const { store } = await openStore();
    await store.toggleBookmark({ kind: 'briefing' });
    await settle();
    expect(store.bookmarkAt(null)?.place).toEqual({ kind: 'briefing' });
  });

  it('say why they could not be set', async () => {
    const { desktop, store } = await openStore();
    desktop.problem = fullDisk;
    expect(await store.toggleBookmark(dekPlace)).toEqual({ ok: false, problem: fullDisk });
    expect(store.bookmarkAt('dek')).toBeUndefined();
  });
});

describe('counts', () => {
  it('are those of every briefing with marks', async () => {
    const { desktop, store } = await openStore([annotationOf(1), annotationOf(2)]);
    desktop.bookmarks.set(markId(3), bookmarkOf(3, { briefingId: briefingId(2) }));
    await store.refreshCounts();
    expect([...store.state.get().counts.values()]).toEqual([
      { briefingId: briefingId(1), annotations: 2, bookmarks: 0 },
      { briefingId: briefingId(2), annotations: 0, bookmarks: 1 },
    ]);
  });

  it('follow changes, whichever briefing they are on', async () => {
    const { desktop, store } = await openStore();
    desktop.annotations.set(markId(2), annotationOf(2, { briefingId: briefingId(2) }));
    desktop.send('notesChanged', { briefingIds: [briefingId(2)] });
    await settle();
    expect(store.state.get().counts.get(briefingId(2))?.annotations).toBe(1);
  });
});

describe('the notice that the window is about to close', () => {
  it('is answered when all that was typed is stored', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    opened.desktop.send('flush', {});
    await settle();
    expect(storedNotes(opened)).toEqual(['Typed']);
    expect(opened.desktop.calls.at(-1)).toBe('confirmFlush true');
  });

  it('is answered with no when it could not be stored', async () => {
    const { desktop, store } = await openStore([annotationOf(1)]);
    desktop.problem = fullDisk;
    store.edit(markId(1));
    store.change(markId(1), { note: 'Typed' });
    desktop.send('flush', {});
    await settle();
    expect(desktop.calls.at(-1)).toBe('confirmFlush false');
  });
});

describe('undo', () => {
  it('stores what is being typed first, and takes that back', async () => {
    const opened = await openStore([annotationOf(1)]);
    opened.store.edit(markId(1));
    opened.store.change(markId(1), { note: 'Typed' });
    expect(await opened.store.undo()).toMatchObject({ ok: true, value: { kind: 'changed' } });
    await settle();
    expect(notesIn(opened)).toEqual(['Ask the harbour office.']);
  });

  it('says that there is nothing to take back', async () => {
    const { store } = await openStore();
    expect(await store.undo()).toEqual({ ok: true, value: { kind: 'nothing' } });
    expect(await store.redo()).toEqual({ ok: true, value: { kind: 'nothing' } });
  });
});
