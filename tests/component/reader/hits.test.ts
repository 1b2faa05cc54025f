import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mountLoaded } from '../support/mount.ts';
import { briefingId, figure, openedBriefing } from '../support/stories.ts';
import { article, drawn, lineOf, longSection, paintedUnder, partWith, read } from './reading.ts';

const hits = (): readonly string[] => paintedUnder('readout-hit');
const current = (): readonly string[] => paintedUnder('readout-hit-current');

describe('the hits of the search', () => {
  it('are marked in every part, captions included', async () => {
    const { stores } = await read({ figures: [figure()] });
    expect(hits()).toEqual([]);
    await stores.library.setFilter({ text: 'ferry' });
    await expect.poll(hits).toEqual(['ferry', 'ferry']);
  });

  it('are the words that are looked for, not those that are left out', async () => {
    const { stores } = await read();
    await stores.library.setFilter({ text: 'mayor -ferry OR "two ships"' });
    await expect.poll(hits).toEqual(['Two ships', 'mayor']);
  });

  it('go when the query does', async () => {
    const { stores } = await read();
    await stores.library.setFilter({ text: 'ferry' });
    await expect.poll(hits).toHaveLength(1);
    await stores.library.setFilter({ text: '' });
    await expect.poll(hits).toEqual([]);
  });

  it('give way to those of the bar that finds words', async () => {
    const { component, stores } = await read();
    await stores.library.setFilter({ text: 'ferry' });
    await expect.poll(hits).toHaveLength(1);
    component.find();
    await expect.poll(hits).toEqual([]);
    await page.getByRole('button', { name: /^Close/ }).click();
    await expect.poll(hits).toHaveLength(1);
  });

  it('are gone to one after the other and round, and counted aloud', async () => {
    const { component, stores } = await read({ sections: [longSection] });
    await stores.library.setFilter({ text: 'timetable' });
    await expect.poll(() => hits().length).toBe(81);
    component.goToHit(-1);
    await expect.element(page.getByText('Hit 81 of 81')).toBeInTheDocument();
    await expect.element(partWith(lineOf(79))).toHaveFocus();
    await expect.element(partWith(lineOf(79))).toBeInViewport();
    component.goToHit(1);
    await expect.element(page.getByText('Hit 1 of 81')).toBeInTheDocument();
    await expect.element(article.getByRole('heading', { name: 'Timetable' })).toHaveFocus();
    expect(current()).toEqual(['Timetable']);
  });

  it('are said to be none', async () => {
    const { component, stores } = await read();
    component.goToHit(1);
    expect(stores.messages.state.get()?.text).toBe('The search has no hits in this briefing.');
  });

  it('lead to the first of them when a briefing is opened, and leave the focus', async () => {
    const library = [openedBriefing(1), openedBriefing(2, { sections: [longSection] })];
    const { component, stores } = await mountLoaded('readout-reading-view', {
      library,
      open: briefingId(1),
    });
    await stores.library.setFilter({ text: '"line 60"' });
    await stores.reader.open(briefingId(2));
    await expect.element(partWith(lineOf(60))).toBeInViewport();
    expect(current()).toEqual(['Line 60']);
    expect(component.contains(document.activeElement)).toBe(false);
  });

  it('go with the view', async () => {
    const { stores, unmount } = await read();
    await stores.library.setFilter({ text: 'ferry' });
    await expect.poll(hits).toHaveLength(1);
    unmount();
    await drawn();
    expect(CSS.highlights.has('readout-hit')).toBe(false);
  });
});
