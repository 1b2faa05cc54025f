import { describe, expect, it } from 'vitest';
import { ReaderStore } from '../../../../renderer/state/reader-store.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { briefingId, openedOf } from '../../shared/marks.ts';

const picture = { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) } as const;

function newStore() {
  const desktop = fakeDesktop(
    [openedOf(1), openedOf(2), openedOf(3, { problem: 'It is larger than 50 MB.' })],
    { [`${briefingId(1)}/0`]: picture },
  );
  return { desktop, store: new ReaderStore(desktop.api) };
}

describe('open', () => {
  it('goes from nothing over loading to the briefing', async () => {
    const { store } = newStore();
    expect(store.state.get()).toEqual({ kind: 'none' });
    expect(store.id).toBeNull();
    const opened = store.open(briefingId(1));
    expect(store.state.get()).toEqual({ kind: 'loading', id: briefingId(1) });
    await opened;
    const id = briefingId(1);
    expect(store.state.get()).toEqual({ kind: 'open', id, opened: openedOf(1), part: null });
    expect(store.id).toBe(id);
  });

  it.each([
    [3, 'It is larger than 50 MB.'],
    [9, 'This briefing is not in the library any more.'],
  ])('says why briefing %d cannot be shown', async (number, message) => {
    const { store } = newStore();
    await store.open(briefingId(number));
    expect(store.state.get()).toEqual({ kind: 'failed', id: briefingId(number), message });
  });

  it('shows the briefing that was asked for last', async () => {
    const { desktop, store } = newStore();
    const release = desktop.hold('openBriefing');
    const early = store.open(briefingId(1));
    const failing = store.open(briefingId(9));
    const late = store.open(briefingId(2));
    release();
    await Promise.all([early, failing, late]);
    expect(store.state.get()).toMatchObject({ kind: 'open', id: briefingId(2) });
  });

  it('keeps showing a briefing that is read anew', async () => {
    const { desktop, store } = newStore();
    await store.open(briefingId(1));
    const release = desktop.hold('openBriefing');
    const again = store.open(briefingId(1));
    expect(store.state.get().kind).toBe('open');
    desktop.changeLibrary({ briefings: [openedOf(1, { headline: 'Corrected' })] });
    release();
    await again;
    expect(store.state.get()).toMatchObject({ opened: { briefing: { headline: 'Corrected' } } });
  });
});

describe('the part that commands are about', () => {
  it('is the one that was focused', async () => {
    const { store } = newStore();
    await store.open(briefingId(1));
    store.focusPart('dek');
    expect(store.state.get()).toMatchObject({ part: 'dek' });
    store.focusPart(null);
    expect(store.state.get()).toMatchObject({ part: null });
  });

  it('is none while no briefing is open', () => {
    const { store } = newStore();
    store.focusPart('dek');
    expect(store.state.get()).toEqual({ kind: 'none' });
    expect(store.neighbour(1)).toBeNull();
  });

  it('has neighbours in reading order, up to the ends', async () => {
    const { store } = newStore();
    await store.open(briefingId(1));
    const after: (string | null)[] = [];
    for (let count = 0; count < 9; count += 1) {
      const next = store.neighbour(1);
      after.push(next);
      store.focusPart(next);
    }
    expect(after).toEqual([
      'headline',
      'dek',
      'figures/0',
      'figures/1',
      'sections/0/heading',
      'sections/0/items/0',
      'sections/0/items/1',
      'sections/1/items/0',
      'sections/1/items/0',
    ]);
    expect(store.neighbour(-1)).toBe('sections/0/items/1');
    store.focusPart('headline');
    expect(store.neighbour(-1)).toBe('headline');
  });

  it('begins at the headline where the focused part is gone', async () => {
    const { store } = newStore();
    await store.open(briefingId(1));
    store.focusPart('figures/9');
    expect(store.neighbour(-1)).toBe('headline');
  });
});

describe('picture', () => {
  it('gives a local picture', async () =>
    expect(await newStore().store.picture(briefingId(1), 0)).toEqual(picture));

  it('gives nothing where there is none', async () =>
    expect(await newStore().store.picture(briefingId(1), 1)).toBeNull());
});
