import { describe, expect, it } from 'vitest';
import { NoteListStore, wholeList } from '../../../../renderer/state/note-list-store.ts';
import { RowPages } from '../../../../renderer/state/row-pages.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { annotationOf, briefingId, markId, openedOf } from '../../shared/marks.ts';

/** A store over `count` notes on the first briefing, in the order of their numbers. */
function newStore(count: number) {
  const desktop = fakeDesktop([openedOf(1), openedOf(2)]);
  for (let number = 0; number < count; number += 1) {
    const tags = number % 2 === 0 ? ['even'] : ['odd', 'odd/one'];
    const note = `Note ${String(number).padStart(4, '0')}`;
    desktop.annotations.set(markId(number), annotationOf(number, { note, tags }));
  }
  const store = new NoteListStore(desktop.api);
  const rows = () =>
    [...store.state.get().rows].map(([position, { annotation }]) => [position, annotation.note]);
  return { desktop, store, rows };
}

/** The changes of a list that nobody looks at are not followed. */
function lookAt({ state }: NoteListStore): () => void {
  return state.listen(() => undefined);
}

describe('refresh', () => {
  it('gets the outline, the tags and the first hundred rows', async () => {
    const { store, rows } = newStore(150);
    expect(store.state.get()).toMatchObject({ outline: null, isStale: true, query: wholeList });
    await store.refresh();
    expect(store.state.get()).toMatchObject({
      outline: { total: 150, groups: [{ key: briefingId(1), count: 150 }] },
      isStale: false,
    });
    expect(store.state.get().tags).toEqual([
      { tag: 'even', count: 75 },
      { tag: 'odd', count: 75 },
      { tag: 'odd/one', count: 75 },
    ]);
    expect(rows()).toHaveLength(100);
    expect(rows()[99]).toEqual([99, 'Note 0099']);
  });

  it.each(['notesChanged', 'libraryChanged'] as const)('follows %s', async (name) => {
    const { desktop, store, rows } = newStore(1);
    const stop = lookAt(store);
    await store.refresh();
    desktop.annotations.set(markId(7), annotationOf(7, { note: 'New' }));
    if (name === 'notesChanged') desktop.send(name, { briefingIds: [briefingId(1)] });
    else desktop.send(name, await desktop.api.libraryStatus({}));
    await expect.poll(rows).toEqual([
      [0, 'Note 0000'],
      [1, 'New'],
    ]);
    stop();
  });

  it('asks nothing after a change while nobody looks', async () => {
    const { desktop, store } = newStore(1);
    await store.refresh();
    desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await Promise.resolve();
    expect(desktop.inputsOf('outlineNotes')).toHaveLength(1);
  });

  it('asks once more for all changes that come while an answer is on its way', async () => {
    const { desktop, store } = newStore(3);
    const stop = lookAt(store);
    const release = desktop.hold('outlineNotes');
    for (let time = 0; time < 20; time += 1) {
      desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    }
    desktop.annotations.delete(markId(2));
    release();
    await expect.poll(() => store.state.get().outline?.total).toBe(2);
    await expect.poll(() => desktop.inputsOf('outlineNotes').length).toBe(2);
    stop();
  });

  it('keeps the rows that are shown until those of the same place are there', async () => {
    const { desktop, store } = newStore(450);
    await store.refresh();
    await store.ensureRows(310, 330);
    const release = desktop.hold('queryNotes');
    const refreshed = store.refresh();
    expect(store.state.get().rows.get(320)?.annotation.note).toBe('Note 0320');
    release();
    await refreshed;
    expect(store.state.get().rows.get(320)?.annotation.note).toBe('Note 0320');
  });
});

describe('setQuery', () => {
  it('shows what fits, and leaves the rest of the query', async () => {
    const { store, rows } = newStore(20);
    await store.setQuery({ words: 'note 001' });
    expect(rows()).toHaveLength(11);
    await store.setQuery({ tags: ['odd'] });
    expect(rows()).toHaveLength(6);
    expect(store.state.get().query).toEqual({ ...wholeList, words: 'note 001', tags: ['odd'] });
  });

  it('tells at once that what is shown is of an earlier query', async () => {
    const { store, rows } = newStore(20);
    await store.refresh();
    const asked = store.setQuery({ words: '0003' });
    expect(store.state.get()).toMatchObject({ isStale: true, query: { words: '0003' } });
    expect(rows()).toHaveLength(20);
    await asked;
    expect(store.state.get().isStale).toBe(false);
  });

  it('drops the late answer to an earlier question', async () => {
    const { desktop, store, rows } = newStore(20);
    const release = desktop.hold('outlineNotes');
    const early = store.setQuery({ words: '0003' });
    const late = store.setQuery({ words: '0005' });
    release();
    await Promise.all([early, late]);
    expect(rows()).toEqual([[0, 'Note 0005']]);
  });
});

describe('rows', () => {
  it('are fetched by pages, each only once', async () => {
    const { desktop, store, rows } = newStore(450);
    await store.refresh();
    await Promise.all([store.ensureRows(150, 320), store.ensureRows(199, 201)]);
    await store.ensureRows(0, 399);
    expect(desktop.inputsOf('queryNotes').map(({ offset }) => offset)).toEqual([0, 100, 200, 300]);
    expect(rows()).toHaveLength(400);
  });

  it('of an old list are not mixed into a new one', async () => {
    const { desktop, store, rows } = newStore(250);
    await store.refresh();
    const release = desktop.hold('queryNotes');
    const old = store.ensureRows(200, 210);
    const filtered = store.setQuery({ words: '0007' });
    release();
    await Promise.all([old, filtered]);
    expect(rows()).toEqual([[0, 'Note 0007']]);
  });

  it.each([
    [149, 'Note 0149'],
    [0, 'Note 0000'],
    [-1, undefined],
    [150, undefined],
  ])('at %d is %s', async (position, note) => {
    const { store } = newStore(150);
    await store.refresh();
    expect((await store.rowAt(position))?.annotation.note).toBe(note);
  });

  it('that were asked for long ago are let go, and fetched again', async () => {
    const asked: number[] = [];
    const pages = new RowPages(({ offset, limit }) => {
      asked.push(offset);
      return Promise.resolve(Array.from({ length: limit }, (_, index) => offset + index));
    });
    for (let page = 0; page < 80; page += 1) await pages.ensure(page * 100, page * 100 + 99);
    expect(pages.rows.size).toBe(5000);
    expect(pages.rows.get(7999)).toBe(7999);
    expect(pages.rows.has(0)).toBe(false);
    await pages.ensure(0, 50);
    expect(pages.rows.get(50)).toBe(50);
    expect(asked).toHaveLength(81);
  });
});

describe('the current row', () => {
  it.each([
    [3, 3],
    [-Infinity, 0],
    [Infinity, 9],
  ])('moved to %d is at %d', async (target, current) => {
    const { store } = newStore(10);
    await store.refresh();
    store.moveTo(target);
    expect(store.state.get().current).toBe(current);
  });

  it('is none in an empty list', async () => {
    const { store } = newStore(0);
    await store.refresh();
    store.moveTo(3);
    expect(store.state.get().current).toBeNull();
  });

  it('stays with its note when others come and go', async () => {
    const { desktop, store } = newStore(10);
    await store.refresh();
    store.moveTo(6);
    desktop.annotations.delete(markId(2));
    await store.refresh();
    expect(store.state.get().current).toBe(5);
  });

  it('stays at its place when its note goes, or at the last row', async () => {
    const { desktop, store } = newStore(10);
    await store.refresh();
    store.moveTo(8);
    desktop.annotations.delete(markId(8));
    await store.refresh();
    expect(store.state.get().current).toBe(8);
    desktop.annotations.delete(markId(9));
    await store.refresh();
    expect(store.state.get().current).toBe(7);
  });

  it('is forgotten with another query', async () => {
    const { store } = newStore(10);
    await store.refresh();
    store.moveTo(8);
    await store.setQuery({ group: 'day' });
    expect(store.state.get().current).toBeNull();
  });
});

describe('tags', () => {
  it('are renamed with those inside of them, in the query too', async () => {
    const { store } = newStore(4);
    await store.setQuery({ tags: ['odd/one', 'odd'] });
    expect(await store.renameTag('odd', 'uneven')).toEqual({ ok: true, value: { changed: 2 } });
    expect(store.state.get().query.tags).toEqual(['uneven/one', 'uneven']);
    expect(store.state.get().outline?.total).toBe(2);
  });

  it('are removed, and leave the query', async () => {
    const { store } = newStore(4);
    await store.setQuery({ tags: ['odd/one', 'even'] });
    expect(await store.removeTag('odd')).toEqual({ ok: true, value: { changed: 2 } });
    expect(store.state.get().query.tags).toEqual(['even']);
    expect(store.state.get().tags).toEqual([{ tag: 'even', count: 2 }]);
  });

  it('that cannot be changed leave everything as it is', async () => {
    const { desktop, store } = newStore(4);
    await store.setQuery({ tags: ['odd'] });
    const problem = { kind: 'unwritable', message: 'The disk is full.' } as const;
    desktop.problem = problem;
    expect(await store.renameTag('odd', 'even')).toEqual({ ok: false, problem });
    expect(await store.removeTag('odd')).toEqual({ ok: false, problem });
    expect(store.state.get().query.tags).toEqual(['odd']);
  });
});
