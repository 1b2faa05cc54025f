import { describe, expect, it } from 'vitest';
import { SettingsStore } from '../../../../renderer/state/settings-store.ts';
import { StandingDesk } from '../../../../renderer/state/standing-desk.ts';
import { ViewCountsStore } from '../../../../renderer/state/view-counts-store.ts';
import { fakeDesktop } from '../../../support/fake-desktop.ts';
import { annotationOf, briefingId, markId, openedOf } from '../../shared/marks.ts';

async function newStore({ hasBegun = true } = {}) {
  const desktop = fakeDesktop([openedOf(1), openedOf(2), openedOf(3, { source: 'Other' })]);
  const desk = new StandingDesk(desktop.api);
  const settings = new SettingsStore(desk.api);
  await settings.load();
  const store = new ViewCountsStore(desk.api, settings, desk);
  if (hasBegun) store.begin();
  const asked = () => desktop.inputsOf('countViews').length;
  return { desktop, desk, settings, store, asked };
}

describe('the counts of views', () => {
  it('are asked for once somebody looks at them', async () => {
    const { desktop, store, asked } = await newStore();
    desktop.changeLibrary({});
    expect(asked()).toBe(0);
    store.state.listen(() => undefined);
    await expect.poll(() => store.state.get().counts?.all).toBe(3);
    expect(asked()).toBe(1);
  });

  it('wait until what is read first is there', async () => {
    const { desktop, store, asked } = await newStore({ hasBegun: false });
    store.state.listen(() => undefined);
    desktop.changeLibrary({});
    await Promise.resolve();
    expect(asked()).toBe(0);
    store.begin();
    await expect.poll(() => store.state.get().counts?.all).toBe(3);
  });

  it('follow marks, the library and what the reader does', async () => {
    const { desktop, desk, store } = await newStore();
    store.state.listen(() => undefined);
    desktop.annotations.set(markId(1), annotationOf(1, { tags: ['energy/grid'] }));
    desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await expect.poll(() => store.state.get().counts?.annotated).toBe(1);
    expect(store.state.get().counts?.tags).toEqual([{ tag: 'energy/grid', count: 1 }]);
    await desk.api.setReading({ ids: [briefingId(1)], reading: 'unread' });
    await expect.poll(() => store.state.get().counts?.unread).toBe(1);
    desktop.changeLibrary({ briefings: [openedOf(9)] });
    await expect.poll(() => store.state.get().counts?.all).toBe(1);
  });

  it('follow that a briefing was opened, which begins it', async () => {
    const { desktop, desk, store } = await newStore();
    store.state.listen(() => undefined);
    await desk.api.setReading({ ids: [briefingId(1)], reading: 'unread' });
    await expect.poll(() => store.state.get().counts?.unread).toBe(1);
    // As in the app, where what is opened is begun by the time that it is answered.
    await desktop.api.setReading({ ids: [briefingId(1)], reading: 'reading' });
    await desk.api.openBriefing({ id: briefingId(1) });
    await expect.poll(() => store.state.get().counts?.unread).toBe(0);
  });

  it('are asked for seldom while a scan sends changes in a row, and at its end', async () => {
    const { desktop, store, asked } = await newStore();
    store.state.listen(() => undefined);
    await expect.poll(asked).toBe(1);
    for (let done = 1; done <= 50; done += 1) {
      desktop.changeLibrary({ activity: { kind: 'scanning', done, total: 50, remaining: null } });
      await Promise.resolve();
    }
    expect(asked()).toBeLessThan(5);
    desktop.changeLibrary({ briefings: [openedOf(9)], activity: { kind: 'idle' } });
    await expect.poll(() => store.state.get().counts?.all).toBe(1);
  });

  it('are those of saved searches, too', async () => {
    const { settings, store, asked } = await newStore();
    store.state.listen(() => undefined);
    await settings.change({ savedSearches: [{ name: 'Other', query: 'source:"Other"' }] });
    await expect.poll(() => store.state.get().saved.get('source:"Other"')).toBe(1);
    const before = asked();
    await settings.change({ textSize: 120 });
    expect(asked()).toBe(before);
  });
});
