import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { annotationOf, briefingId, markId } from '../../shared/marks.ts';
import { dek, fullDisk, notesIn, openStore, settle, started, storedNotes } from './opened-notes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const three = [1, 2, 3].map((number) => annotationOf(number, { note: `Note ${number}` }));
const [first, second] = [markId(1), markId(2)];

describe('changeSeveral', () => {
  it('gives all of them the change, as one step of undo', async () => {
    const { desktop, store } = await openStore(three);
    const colors = () => store.state.get().annotations.map(({ color }) => color);
    expect(await store.changeSeveral([first, second], { color: 'pink' })).toMatchObject({
      ok: true,
    });
    expect(colors()).toEqual(['pink', 'pink', null]);
    expect(desktop.annotations.get(first)?.color).toBe('pink');
    await store.undo();
    await settle();
    expect(colors()).toEqual([null, null, null]);
  });

  it('gives each its own change', async () => {
    const { desktop, store } = await openStore(three);
    await store.changeSeveral([first, second], ({ note }) => ({ tags: [note.replace(' ', '')] }));
    expect(desktop.annotations.get(first)?.tags).toEqual(['Note1']);
    expect(desktop.annotations.get(second)?.tags).toEqual(['Note2']);
  });

  it('stores what is being typed before', async () => {
    const opened = await openStore(three);
    opened.store.edit(first);
    opened.store.change(first, { note: 'Typed' });
    await opened.store.changeSeveral([first], { color: 'blue' });
    expect(opened.desktop.annotations.get(first)).toMatchObject({ note: 'Typed', color: 'blue' });
  });

  it('keeps what is typed while it is on its way, with the change', async () => {
    const { desktop, store } = await openStore(three);
    store.edit(first);
    const letGo = desktop.hold('saveAnnotations');
    const changing = store.changeSeveral([first], { color: 'blue' });
    await settle();
    store.change(first, { note: 'Typed meanwhile' });
    letGo();
    await changing;
    expect(notesIn({ desktop, store })).toContain('Typed meanwhile');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(desktop.annotations.get(first)).toMatchObject({
      note: 'Typed meanwhile',
      color: 'blue',
    });
  });

  it('stores an annotation that had nothing to store before', async () => {
    const { desktop, store } = await openStore();
    const id = started(store, dek);
    await store.changeSeveral([id], { tags: ['ports'] });
    await settle();
    expect(desktop.annotations.get(id)?.tags).toEqual(['ports']);
    expect(store.state.get().annotations).toHaveLength(1);
  });

  it('that fails changes nothing on the screen, and says why', async () => {
    const { desktop, store } = await openStore(three);
    desktop.problem = fullDisk;
    const result = await store.changeSeveral([first, second], { color: 'pink' });
    expect(result).toEqual({ ok: false, problem: fullDisk });
    expect(store.state.get().annotations).toEqual(three);
  });

  it('does not pass over words that cannot be stored', async () => {
    const opened = await openStore(three);
    opened.store.edit(first);
    opened.store.change(first, { note: 'Typed' });
    opened.desktop.problem = fullDisk;
    expect(await opened.store.changeSeveral([first], { color: 'pink' })).toMatchObject({
      ok: false,
      problem: { message: 'The disk is full.' },
    });
    expect(notesIn(opened)).toEqual(['Typed', 'Note 2', 'Note 3']);
    expect(opened.desktop.inputsOf('saveAnnotations')).toEqual([]);
  });
});

describe('removeSeveral', () => {
  it('deletes all of them, and one undo brings them back with what was typed last', async () => {
    const opened = await openStore(three);
    opened.store.edit(first);
    opened.store.change(first, { note: 'Typed' });
    expect(await opened.store.removeSeveral([first, second])).toMatchObject({ ok: true });
    expect(notesIn(opened)).toEqual(['Note 3']);
    expect(opened.store.state.get().editing).toBeNull();
    await opened.store.undo();
    await settle();
    expect(notesIn(opened)).toEqual(['Typed', 'Note 2', 'Note 3']);
  });

  it('lets those go that were never stored', async () => {
    const opened = await openStore(three);
    const id = started(opened.store, dek);
    await opened.store.removeSeveral([id, first]);
    await settle();
    expect(notesIn(opened)).toEqual(['Note 2', 'Note 3']);
  });

  it('that fails shows them all, with the words that are not stored', async () => {
    const opened = await openStore(three);
    opened.store.edit(first);
    opened.store.change(first, { note: 'Typed' });
    opened.desktop.problem = fullDisk;
    const result = await opened.store.removeSeveral([first, second]);
    expect(result).toEqual({ ok: false, problem: fullDisk });
    expect(notesIn(opened)).toEqual(['Typed', 'Note 2', 'Note 3']);
    opened.desktop.problem = null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(storedNotes(opened)).toEqual(['Typed', 'Note 2', 'Note 3']);
  });
});

describe('re-attaching', () => {
  const lost = annotationOf(1, { note: 'Kept', color: 'green', tags: ['ports'] });

  it('gives the annotation a new target and keeps all else, as one step of undo', async () => {
    const { desktop, store } = await openStore([lost]);
    store.startReattaching(first);
    expect(store.state.get().reattaching).toBe(first);
    store.reattach(dek);
    await settle();
    expect(store.state.get().reattaching).toBeNull();
    expect(desktop.annotations.get(first)).toMatchObject({
      target: dek,
      note: 'Kept',
      color: 'green',
      tags: ['ports'],
    });
    await store.undo();
    await settle();
    expect(store.state.get().annotations[0]?.target).toEqual(lost.target);
  });

  it('is another step of undo than the words typed before', async () => {
    const { store } = await openStore([lost]);
    store.edit(first);
    store.change(first, { note: 'Typed' });
    store.startReattaching(first);
    store.reattach(dek);
    await settle();
    await store.undo();
    await settle();
    expect(store.state.get().annotations[0]).toMatchObject({ target: lost.target, note: 'Typed' });
  });

  it('can be cancelled, and changes nothing when it was not begun', async () => {
    const { desktop, store } = await openStore([lost]);
    store.startReattaching(first);
    store.cancelReattaching();
    store.reattach(dek);
    await settle();
    expect(store.state.get()).toMatchObject({ reattaching: null, annotations: [lost] });
    expect(desktop.calls).toEqual([]);
  });

  it('ends when the annotation is deleted, here or elsewhere, or another briefing is shown', async () => {
    const { desktop, store } = await openStore(three);
    store.startReattaching(first);
    await store.remove(first);
    expect(store.state.get().reattaching).toBeNull();
    store.startReattaching(second);
    desktop.annotations.delete(second);
    desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await settle();
    expect(store.state.get().reattaching).toBeNull();
    store.startReattaching(markId(3));
    await store.show(briefingId(2));
    expect(store.state.get().reattaching).toBeNull();
  });

  it('is not begun for an annotation that is not shown', async () => {
    const { store } = await openStore([lost]);
    store.startReattaching(markId(7));
    expect(store.state.get().reattaching).toBeNull();
  });
});

describe('the tags in use', () => {
  it('are known when a briefing is shown, and follow changes', async () => {
    const { desktop, store } = await openStore([annotationOf(1, { tags: ['ports'] })]);
    await settle();
    expect(store.state.get().tags).toEqual([{ tag: 'ports', count: 1 }]);
    store.change(first, { tags: ['ports', 'ships'] });
    await settle();
    expect(store.state.get().tags.map(({ tag }) => tag)).toEqual(['ports', 'ships']);
    expect(desktop.annotations.get(first)?.tags).toEqual(['ports', 'ships']);
  });
});

describe('dropBlank', () => {
  it('lets an annotation go that was left without anything', async () => {
    const { desktop, store } = await openStore([annotationOf(1, { note: '', tags: ['ports'] })]);
    store.dropBlank(first);
    store.change(first, { tags: [] });
    store.dropBlank(first);
    await settle();
    expect(store.state.get().annotations).toEqual([]);
    expect(desktop.annotations.size).toBe(0);
  });
});

describe('an annotation that did not change', () => {
  it('stays the very same object when the marks are read anew', async () => {
    const { desktop, store } = await openStore(three);
    const before = store.state.get().annotations;
    store.change(second, { note: 'Other' });
    await settle();
    desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await settle();
    const after = store.state.get().annotations;
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[2]);
    expect(after[1]?.note).toBe('Other');
  });
});
