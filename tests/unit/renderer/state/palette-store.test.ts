import { describe, expect, it } from 'vitest';
import { PaletteStore } from '../../../../renderer/state/palette-store.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { openedOf } from '../../shared/marks.ts';

function newStore() {
  const desktop = fakeDesktop([
    openedOf(1, { headline: 'Zebras' }),
    openedOf(2, { headline: 'Grids' }),
  ]);
  const store = new PaletteStore(desktop.api);
  return {
    desktop,
    store,
    found: () => store.state.get().briefings.map(({ headline }) => headline),
  };
}

function entry(name: string) {
  return { key: `command ${name}`, label: name, detail: '' };
}

describe('briefings in the palette', () => {
  it('are found by what is typed, and none by nothing', async () => {
    const { desktop, store, found } = newStore();
    await store.search('zeb');
    expect(found()).toEqual(['Zebras']);
    await store.search(' ');
    expect(found()).toEqual([]);
    expect(desktop.inputsOf('queryBriefings')).toHaveLength(1);
  });

  it('are those of the last words, whichever answer is late', async () => {
    const { desktop, store, found } = newStore();
    const release = desktop.hold('queryBriefings');
    const early = store.search('zebras');
    const late = store.search('grids');
    release();
    await Promise.all([early, late]);
    expect(found()).toEqual(['Grids']);
  });
});

describe('what was chosen', () => {
  it('comes first, each once, and only the last eight', () => {
    const { store } = newStore();
    for (let count = 0; count < 10; count += 1) store.remember(entry(`${count}`));
    store.remember(entry('5'));
    const labels = store.state.get().recents.map(({ label }) => label);
    expect(labels).toEqual(['5', '9', '8', '7', '6', '4', '3', '2']);
  });
});
