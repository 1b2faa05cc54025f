import { describe, expect, it } from 'vitest';
import { TrashStore } from '../../../../renderer/state/trash-store.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { annotationOf, briefingId, markId, openedOf } from '../../shared/marks.ts';

/** A store over `count` deleted notes. */
async function newStore(count: number) {
  const desktop = fakeDesktop([openedOf(1)]);
  const ids = Array.from({ length: count }, (_, number) => markId(number));
  ids.forEach((id, number) => desktop.annotations.set(id, annotationOf(number)));
  await desktop.api.removeAnnotations({ ids });
  const store = new TrashStore(desktop.api);
  return { desktop, store };
}

describe('the trash', () => {
  it('knows how many there are, and the first hundred', async () => {
    const { store } = await newStore(150);
    expect(store.state.get()).toEqual({ total: null, items: new Map() });
    await store.refresh();
    expect(store.state.get().total).toBe(150);
    expect(store.state.get().items.size).toBe(100);
    expect(store.state.get().items.get(0)?.briefing.id).toBe(briefingId(1));
  });

  it('gets more by pages, each only once', async () => {
    const { desktop, store } = await newStore(350);
    await store.refresh();
    await Promise.all([store.ensureItems(120, 260), store.ensureItems(150, 160)]);
    const pages = desktop.inputsOf('listTrash').filter(({ limit }) => limit > 1);
    expect(pages.map(({ offset }) => offset)).toEqual([0, 100, 200]);
    expect(store.state.get().items.size).toBe(300);
    expect(await store.itemAt(349)).toBeDefined();
    expect(await store.itemAt(350)).toBeUndefined();
    expect(await store.itemAt(-1)).toBeUndefined();
  });

  it('brings several back as one step, and shows the rest', async () => {
    const { desktop, store } = await newStore(4);
    await store.refresh();
    expect(await store.restore([markId(1), markId(3)])).toEqual({ ok: true, value: null });
    expect([...desktop.annotations.keys()]).toEqual([markId(1), markId(3)]);
    expect(store.state.get().total).toBe(2);
    await desktop.api.undo({});
    expect(desktop.annotations.size).toBe(0);
  });

  it('asks for nothing to restore nothing', async () => {
    const { desktop, store } = await newStore(1);
    expect(await store.restore([])).toEqual({ ok: true, value: null });
    expect(desktop.inputsOf('restoreAnnotations')).toEqual([]);
  });

  it('tells why nothing could be restored', async () => {
    const { desktop, store } = await newStore(1);
    await store.refresh();
    const problem = { kind: 'unwritable', message: 'The disk is full.' } as const;
    desktop.problem = problem;
    expect(await store.restore([markId(0)])).toEqual({ ok: false, problem });
    expect(store.state.get().total).toBe(1);
  });

  it('follows changes of notes while somebody looks', async () => {
    const { desktop, store } = await newStore(2);
    await store.refresh();
    await desktop.api.restoreAnnotations({ ids: [markId(0)] });
    expect(store.state.get().total).toBe(2);
    const stop = store.state.listen(() => undefined);
    desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await expect.poll(() => store.state.get().total).toBe(1);
    stop();
  });

  it('drops a late answer, and keeps what is shown until the new one is there', async () => {
    const { desktop, store } = await newStore(2);
    await store.refresh();
    const release = desktop.hold('listTrash');
    const early = store.refresh();
    await desktop.api.restoreAnnotations({ ids: [markId(0)] });
    const late = store.refresh();
    expect(store.state.get().items.size).toBe(2);
    release();
    await Promise.all([early, late]);
    expect(store.state.get()).toMatchObject({ total: 1 });
    expect(store.state.get().items.size).toBe(1);
  });
});
