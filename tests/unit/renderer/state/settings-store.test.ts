import { describe, expect, it } from 'vitest';
import { defaultSettings, keptPlaces } from '../../../../electron/shared/model/settings.ts';
import { SettingsStore } from '../../../../renderer/state/settings-store.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { briefingId } from '../../shared/marks.ts';

function newStore() {
  const desktop = fakeDesktop([]);
  return { desktop, store: new SettingsStore(desktop.api) };
}

describe('the settings', () => {
  it('are the app’s own until they are read', async () => {
    const { desktop, store } = newStore();
    desktop.settings = { ...defaultSettings, theme: 'dark' };
    expect(store.state.get()).toEqual(defaultSettings);
    await store.load();
    expect(store.state.get().theme).toBe('dark');
  });

  it('change at once and are stored; only what changed is sent', async () => {
    const { desktop, store } = newStore();
    const stored = store.change({ textSize: 120 });
    expect(store.state.get().textSize).toBe(120);
    await stored;
    expect(desktop.settings).toEqual({ ...defaultSettings, textSize: 120 });
    expect(desktop.inputsOf('changeSettings')).toEqual([{ textSize: 120 }]);
  });

  it('follow the notice that they changed', () => {
    const { desktop, store } = newStore();
    desktop.send('settingsChanged', { ...defaultSettings, theme: 'light' });
    expect(store.state.get().theme).toBe('light');
  });
});

describe('the places in briefings', () => {
  it('are remembered by briefing, the last one counts', async () => {
    const { desktop, store } = newStore();
    await store.rememberPlace(briefingId(1), 'dek');
    await store.rememberPlace(briefingId(2), 'headline');
    await store.rememberPlace(briefingId(1), 'sections/0/items/3');
    expect(store.placeIn(briefingId(1))).toBe('sections/0/items/3');
    expect(store.placeIn(briefingId(2))).toBe('headline');
    expect(store.placeIn(briefingId(3))).toBeNull();
    expect(desktop.settings.places.map(({ briefingId: id }) => id)).toEqual([
      briefingId(2),
      briefingId(1),
    ]);
  });

  it('are kept of the briefings read last only', async () => {
    const { desktop, store } = newStore();
    const places = Array.from({ length: keptPlaces }, (_, index) => ({
      briefingId: briefingId(index),
      part: 'dek',
    }));
    desktop.settings = { ...defaultSettings, places };
    await store.load();
    await store.rememberPlace(briefingId(keptPlaces), 'headline');
    expect(desktop.settings.places).toHaveLength(keptPlaces);
    expect(store.placeIn(briefingId(0))).toBeNull();
    expect(store.placeIn(briefingId(keptPlaces))).toBe('headline');
  });
});
