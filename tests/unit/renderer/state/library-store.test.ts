import { describe, expect, it } from 'vitest';
import { libraryRowsPerPage, LibraryStore } from '../../../../renderer/state/library-store.ts';
import { StandingDesk } from '../../../../renderer/state/standing-desk.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { annotationOf, briefingId, markId, openedOf } from '../../shared/marks.ts';

/** Headlines that sort by their number. */
function headline(number: number): string {
  return `Ferry ${String(number).padStart(4, '0')}`;
}

function newStore(count: number) {
  const library = Array.from({ length: count }, (_, index) =>
    openedOf(index, { headline: headline(index) }),
  );
  const desktop = fakeDesktop(library);
  const store = new LibraryStore(desktop.api);
  const rows = () =>
    [...store.state.get().rows].map(([position, row]) => [position, row.headline] as const);
  return { desktop, store, rows };
}

describe('refresh', () => {
  it('is not waited for where a file moved: its row has the new id at once', async () => {
    const { desktop, store } = newStore(3);
    await store.refresh();
    const moved = [{ from: briefingId(1), to: briefingId(7) }];
    desktop.send('briefingsChanged', { changed: [], moved });
    expect([...store.state.get().rows.values()].map(({ id }) => id)).toEqual(
      [0, 7, 2].map(briefingId),
    );
  });

  it('gets the status, the outline and the first page of rows', async () => {
    const { store, rows } = newStore(250);
    expect(store.state.get().outline).toBeNull();
    await store.refresh();
    expect(store.state.get().outline).toEqual({
      total: 250,
      isCapped: false,
      days: [{ day: '2026-03-04', count: 250 }],
    });
    expect(store.state.get().status?.briefingCount).toBe(250);
    expect(rows()).toEqual(
      Array.from({ length: libraryRowsPerPage }, (_, index) => [index, headline(index)]),
    );
  });

  it('happens after a change of the library, and forgets the rows of before', async () => {
    const { desktop, store, rows } = newStore(150);
    await store.refresh();
    await store.ensureRows(120, 120);
    desktop.changeLibrary({ briefings: [openedOf(7, { headline: 'The only one' })] });
    await expect.poll(rows).toEqual([[0, 'The only one']]);
    expect(store.state.get()).toMatchObject({
      outline: { total: 1 },
      status: { briefingCount: 1 },
    });
  });

  it('shows at once what the library does', () => {
    const { desktop, store } = newStore(1);
    const activity = { kind: 'scanning', done: 1, total: 9, remaining: null } as const;
    desktop.changeLibrary({ activity });
    expect(store.state.get().status?.activity).toEqual(activity);
  });

  it('keeps the rows that are shown until the new ones are there', async () => {
    const { desktop, store, rows } = newStore(3);
    await store.refresh();
    const release = desktop.hold('queryBriefings');
    const refreshed = store.refresh();
    expect(rows()).toHaveLength(3);
    release();
    await refreshed;
    expect(rows()).toHaveLength(3);
  });
});

describe('setFilter', () => {
  it('shows what fits, and leaves the rest of the filter', async () => {
    const { desktop, store, rows } = newStore(20);
    desktop.annotations.set(markId(1), annotationOf(1, { briefingId: briefingId(7) }));
    await store.setFilter({ text: 'headline:000' });
    expect(rows()).toHaveLength(10);
    await store.setFilter({ view: 'has:note' });
    expect(rows()).toEqual([[0, headline(7)]]);
    const filter = { text: 'headline:000', view: 'has:note', order: 'newest' };
    expect(store.state.get()).toMatchObject({ filter, shownFilter: filter });
  });

  it('drops the late answer to an earlier question', async () => {
    const { desktop, store, rows } = newStore(20);
    const release = desktop.hold('queryBriefings');
    const early = store.setFilter({ text: '0003' });
    const late = store.setFilter({ text: '0005' });
    release();
    await Promise.all([early, late]);
    expect(rows()).toEqual([[0, headline(5)]]);
  });

  it('follows changes of marks while the list is one of marked briefings', async () => {
    const { desktop, store, rows } = newStore(5);
    await store.setFilter({ view: 'has:note' });
    expect(rows()).toEqual([]);
    desktop.annotations.set(markId(1), annotationOf(1, { briefingId: briefingId(2) }));
    desktop.send('notesChanged', { briefingIds: [briefingId(2)] });
    await expect.poll(rows).toEqual([[0, headline(2)]]);
  });
});

describe('a change of the library', () => {
  const scanning = { kind: 'scanning', done: 1, total: 9, remaining: null } as const;

  it('asks for the layout and the rows in sight, and for nothing else', async () => {
    const { desktop, store } = newStore(450);
    await store.refresh();
    await store.ensureRows(250, 260);
    desktop.changeLibrary({ activity: { kind: 'idle' } });
    await expect.poll(() => desktop.inputsOf('outlineLibrary')).toHaveLength(2);
    expect(desktop.inputsOf('queryBriefings').map(({ offset }) => offset)).toEqual([0, 240, 240]);
    expect(desktop.inputsOf('libraryStatus')).toHaveLength(1);
  });

  it('shares the next question with all changes that come before its answer', async () => {
    const { desktop, store, rows } = newStore(1);
    await store.refresh();
    const release = desktop.hold('outlineLibrary');
    for (let count = 0; count < 20; count += 1) desktop.changeLibrary({ activity: scanning });
    desktop.changeLibrary({
      briefings: [openedOf(7, { headline: 'The last' })],
      activity: { kind: 'idle' },
    });
    release();
    await expect.poll(rows).toEqual([[0, 'The last']]);
    expect(desktop.inputsOf('outlineLibrary')).toHaveLength(3);
  });

  it('leaves a list alone that is not about marks when marks change', async () => {
    const { desktop, store } = newStore(5);
    await store.setFilter({ view: 'is:unread' });
    desktop.send('notesChanged', { briefingIds: [briefingId(2)] });
    await store.setFilter({ view: 'is:bookmarked' });
    desktop.send('notesChanged', { briefingIds: [briefingId(2)] });
    await expect.poll(() => desktop.inputsOf('outlineLibrary')).toHaveLength(3);
  });
});

describe('what the reader does with briefings', () => {
  it('is in their rows at once, which stay where they are', async () => {
    const desktop = fakeDesktop([openedOf(1), openedOf(2)]);
    const desk = new StandingDesk(desktop.api);
    const store = new LibraryStore(desk.api, desk);
    await store.setFilter({ view: 'is:read' });
    await desk.api.setReading({ ids: [briefingId(1)], reading: 'unread' });
    await desk.api.setPinned({ ids: [briefingId(2)], isPinned: true });
    expect(store.state.get().rows.get(0)).toMatchObject({ reading: 'unread', isPinned: false });
    expect(store.state.get().rows.get(1)).toMatchObject({ reading: 'read', isPinned: true });
  });

  it('may take the briefing out of the list: the next is the one that followed it', async () => {
    const { desktop, store } = newStore(9);
    await store.setFilter({ view: 'is:read' });
    expect(await store.locate(briefingId(4))).toBe(4);
    await desktop.api.setReading({ ids: [briefingId(4)], reading: 'unread' });
    await store.refresh();
    expect((await store.rowNear(briefingId(4), 1))?.headline).toBe(headline(5));
    expect((await store.rowNear(briefingId(4), -1))?.headline).toBe(headline(3));
  });
});

describe('ensureRows', () => {
  it('gets the pages that hold the rows, and each only once', async () => {
    const { desktop, store, rows } = newStore(450);
    await store.refresh();
    await Promise.all([store.ensureRows(150, 320), store.ensureRows(199, 201)]);
    await store.ensureRows(0, 399);
    const offsets = desktop
      .inputsOf('queryBriefings')
      .map(({ offset }) => offset)
      .toSorted((one, other) => one - other);
    expect(offsets).toEqual(Array.from({ length: 10 }, (_, page) => page * libraryRowsPerPage));
    expect(rows()).toHaveLength(400);
    expect(store.state.get().rows.get(399)?.headline).toBe(headline(399));
  });

  it('does not mix rows of an old list into a new one', async () => {
    const { desktop, store, rows } = newStore(250);
    await store.refresh();
    const release = desktop.hold('queryBriefings');
    const old = store.ensureRows(200, 210);
    const filtered = store.setFilter({ text: '0007' });
    release();
    await Promise.all([old, filtered]);
    expect(rows()).toEqual([[0, headline(7)]]);
  });
});

describe('rows by their position', () => {
  it('are fetched if need be', async () => {
    const { store } = newStore(150);
    await store.refresh();
    expect((await store.rowAt(149))?.headline).toBe(headline(149));
  });

  it.each([-1, 150, 1000])('there is none at %d', async (position) => {
    const { store } = newStore(150);
    await store.refresh();
    expect(await store.rowAt(position)).toBeUndefined();
  });

  it.each([
    [null, 1, 0],
    [null, -1, 0],
    [5, 1, 6],
    [5, -1, 4],
    [0, -1, 0],
    [149, 1, 149],
    [100, 1000, 149],
    [120, 1, 121],
    [148, -1, 147],
  ])('from briefing %s by %d is %d', async (number, step, target) => {
    const { store } = newStore(150);
    await store.refresh();
    const id = number === null ? null : briefingId(number);
    expect((await store.rowNear(id, step))?.headline).toBe(headline(target));
  });

  it('there is none near anything in an empty list', async () => {
    const { store } = newStore(0);
    await store.refresh();
    expect(await store.rowNear(null, 1)).toBeUndefined();
    expect(await store.rowNear(briefingId(3), -1)).toBeUndefined();
  });

  it('are found by the id of a briefing, among those that were fetched', async () => {
    const { store } = newStore(150);
    await store.refresh();
    expect(store.positionOf(briefingId(22))).toBe(22);
    expect(store.positionOf(briefingId(149))).toBeUndefined();
  });

  it('are located by the id of any briefing of the filtered list', async () => {
    const { store } = newStore(150);
    await store.refresh();
    expect(await store.locate(briefingId(42))).toBe(42);
    expect(await store.locate(briefingId(149))).toBe(149);
    expect(await store.locate(briefingId(150))).toBeUndefined();
    await store.setFilter({ text: '0149' });
    expect(await store.locate(briefingId(149))).toBe(0);
    expect(await store.locate(briefingId(42))).toBeUndefined();
  });
});

describe('rescan', () => {
  it('looks through the folders and then shows what is there', async () => {
    const { desktop, store, rows } = newStore(2);
    await store.rescan();
    expect(desktop.inputsOf('rescanLibrary')).toEqual([{}]);
    await expect.poll(rows).toHaveLength(2);
  });
});
