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
    expect(store.state.get()).toEqual({
      kind: 'open',
      id,
      opened: openedOf(1),
      part: null,
      visit: 1,
      gone: null,
    });
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

describe('the file of the open briefing', () => {
  const older = openedOf(1, { fingerprint: 'a'.repeat(64) });
  const [overview, more] = older.briefing.sections;

  /** The first briefing with one bullet more, before the others. */
  function later(number = 1) {
    const items = [
      { kind: 'bullet', text: 'Word of it came late.', marker: '•' } as const,
      ...(overview?.items ?? []),
    ];
    const sections = [{ heading: 'Overview', items }, ...(more === undefined ? [] : [more])];
    const { listing, briefing, ...standing } = openedOf(number, { fingerprint: 'b'.repeat(64) });
    return {
      ...standing,
      listing,
      briefing: { ...briefing, headline: older.briefing.headline, sections },
    };
  }

  async function openStore() {
    const desktop = fakeDesktop([older, openedOf(2)]);
    const store = new ReaderStore(desktop.api);
    await store.open(briefingId(1));
    return { desktop, store };
  }

  const changed = { changed: [briefingId(1)], moved: [] };

  it('is read again when it changed, without another visit', async () => {
    const { desktop, store } = await openStore();
    store.focusPart('sections/0/items/1');
    desktop.changeLibrary({ briefings: [later()] });
    desktop.send('briefingsChanged', changed);
    await expect
      .poll(() => store.state.get())
      .toMatchObject({
        kind: 'open',
        visit: 1,
        part: 'sections/0/items/2',
        opened: { briefing: later().briefing, lastRead: { briefing: older.briefing } },
      });
  });

  it('keeps as last read what the library says was read', async () => {
    const { desktop, store } = await openStore();
    const lastRead = { briefing: openedOf(2).briefing, readAt: 5 };
    desktop.changeLibrary({ briefings: [{ ...later(), lastRead }] });
    desktop.send('briefingsChanged', changed);
    await expect.poll(() => store.state.get()).toMatchObject({ opened: { lastRead } });
  });

  it('leaves everything as it is when its bytes are the same', async () => {
    const { desktop, store } = await openStore();
    const before = store.state.get();
    const release = desktop.hold('openBriefing');
    desktop.send('briefingsChanged', changed);
    release();
    await expect.poll(() => store.state.get()).not.toBe(before);
    expect(store.state.get()).toEqual(before);
  });

  it('is none of the others', async () => {
    const { desktop } = await openStore();
    desktop.send('briefingsChanged', { changed: [briefingId(2)], moved: [] });
    expect(desktop.inputsOf('openBriefing')).toHaveLength(1);
  });

  it('is followed to where it moved, under its new id', async () => {
    const { desktop, store } = await openStore();
    desktop.changeLibrary({ briefings: [later(7)] });
    const moved = [{ from: briefingId(1), to: briefingId(7) }];
    desktop.send('briefingsChanged', { changed: [], moved });
    expect(store.state.get()).toMatchObject({
      id: briefingId(7),
      visit: 1,
      opened: { listing: { id: briefingId(7) } },
    });
    await expect
      .poll(() => store.state.get())
      .toMatchObject({ opened: { briefing: later().briefing } });
  });

  it('leaves its text when it is gone, and says so until it is back', async () => {
    const { desktop, store } = await openStore();
    desktop.changeLibrary({ briefings: [] });
    desktop.send('briefingsChanged', changed);
    const gone = 'This briefing is not in the library any more.';
    await expect.poll(() => store.state.get()).toMatchObject({ opened: older, gone });
    desktop.changeLibrary({ briefings: [older] });
    desktop.send('briefingsChanged', changed);
    await expect.poll(() => store.state.get()).toMatchObject({ opened: older, gone: null });
  });

  it('is tried again when it could not be shown before', async () => {
    const { desktop, store } = await openStore();
    await store.open(briefingId(9));
    expect(store.state.get().kind).toBe('failed');
    desktop.changeLibrary({ briefings: [openedOf(9)] });
    desktop.send('briefingsChanged', { changed: [briefingId(9)], moved: [] });
    await expect.poll(() => store.state.get()).toMatchObject({ kind: 'open', id: briefingId(9) });
  });

  it('takes no part in another briefing that was opened meanwhile', async () => {
    const { desktop, store } = await openStore();
    const release = desktop.hold('openBriefing');
    desktop.changeLibrary({ briefings: [later(), openedOf(2)] });
    desktop.send('briefingsChanged', changed);
    const opening = store.open(briefingId(2));
    release();
    await opening;
    expect(store.state.get()).toMatchObject({ kind: 'open', id: briefingId(2) });
  });
});

describe('what the reader did with the briefing', () => {
  it('begins with reading it', async () => {
    const { listing, briefing, ...standing } = openedOf(1);
    const desktop = fakeDesktop([{ ...standing, listing, briefing, reading: 'unread' }]);
    const store = new ReaderStore(desktop.api);
    await store.open(briefingId(1));
    expect(store.state.get()).toMatchObject({ opened: { reading: 'reading' } });
    expect(desktop.inputsOf('setReading')).toEqual([{ ids: [briefingId(1)], reading: 'reading' }]);
  });

  it('is told and shown at once', async () => {
    const { desktop, store } = newStore();
    await store.open(briefingId(1));
    const { reading, isPinned } = openedOf(1);
    store.toggleRead();
    store.togglePinned();
    const now = reading === 'read' ? 'unread' : 'read';
    expect(store.state.get()).toMatchObject({ opened: { reading: now, isPinned: !isPinned } });
    expect(desktop.inputsOf('setPinned')).toEqual([{ ids: [briefingId(1)], isPinned: !isPinned }]);
    expect(desktop.inputsOf('setReading').at(-1)).toEqual({ ids: [briefingId(1)], reading: now });
  });

  it('is nothing while no briefing is open', () => {
    const { desktop, store } = newStore();
    store.toggleRead();
    store.togglePinned();
    store.reachEnd();
    store.keepVersion();
    expect(desktop.inputsOf('setReading')).toEqual([]);
    expect(desktop.inputsOf('setPinned')).toEqual([]);
    expect(desktop.inputsOf('keepVersion')).toEqual([]);
  });

  it('is that they know the version that is there', async () => {
    const lastRead = { briefing: openedOf(2).briefing, readAt: 5 };
    const desktop = fakeDesktop([{ ...openedOf(1), lastRead }]);
    const store = new ReaderStore(desktop.api);
    await store.open(briefingId(1));
    store.keepVersion();
    expect(store.state.get()).toMatchObject({ opened: { lastRead: null } });
    expect(desktop.inputsOf('keepVersion')).toEqual([{ id: briefingId(1) }]);
  });
});
