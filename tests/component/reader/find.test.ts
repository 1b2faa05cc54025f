import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { faultsInThemes } from '../support/accessibility.ts';
import { briefingId, figure, openedBriefing, section } from '../support/stories.ts';
import { press } from '../shell/opened-app.ts';
import {
  drag,
  lineOf,
  longSection,
  paintedUnder,
  partWith,
  read,
  texts,
  textOf,
} from './reading.ts';

const bar = page.getByRole('search', { name: 'Find in this briefing' });
const field = bar.getByRole('textbox', { name: 'Find in this briefing' });
const count = bar.getByRole('status');
const found = (): readonly string[] => paintedUnder('readout-found');
const current = (): readonly string[] => paintedUnder('readout-found-current');

/** Opens the bar over a briefing with a figure and looks for words. */
async function find(words: string) {
  const view = await read({ figures: [figure()] });
  view.component.find();
  await field.fill(words);
  return view;
}

describe('the bar that finds words', () => {
  it('has the focus when it opens, and again when it is asked for again', async () => {
    const { component } = await read();
    component.find();
    await expect.poll(() => field.query()?.matches(':focus')).toBe(true);
    await field.fill('ship');
    await textOf(texts.bullet).click();
    component.find();
    await expect.poll(() => field.query()?.matches(':focus')).toBe(true);
    await press('boat');
    await expect.element(field).toHaveValue('boat');
  });

  it('marks what is found in every part, without regard to case and diacritics', async () => {
    await find('FÉRR');
    await expect.poll(found).toEqual(['Ferr', 'ferr', 'ferr']);
    await expect.poll(current).toEqual(['Ferr']);
    await expect.element(count).toHaveTextContent('1 of 3');
  });

  it('finds parts of words, and straight quotes for those of print', async () => {
    const { component } = await read({ sections: [section('Overview', 'He said “don’t go”.')] });
    component.find();
    await field.fill(`"don't`);
    await expect.poll(found).toEqual(['“don’t']);
  });

  it('says that there are no hits', async () => {
    await find('zeppelin');
    await expect.element(count).toHaveTextContent('No hits');
    await expect.element(bar.getByRole('button', { name: 'Next hit' })).toBeDisabled();
    expect(found()).toEqual([]);
  });

  it('goes to the next hit and back, and round', async () => {
    await find('ferr');
    await expect.element(count).toHaveTextContent('1 of 3');
    await press('{Enter}');
    await expect.element(count).toHaveTextContent('2 of 3');
    await press('{F3}{F3}');
    await expect.element(count).toHaveTextContent('1 of 3');
    await press('{Shift>}{Enter}{/Shift}');
    await expect.element(count).toHaveTextContent('3 of 3');
    await bar.getByRole('button', { name: 'Previous hit' }).click();
    await expect.element(count).toHaveTextContent('2 of 3');
    await bar.getByRole('button', { name: 'Next hit' }).click();
    await expect.element(count).toHaveTextContent('3 of 3');
    expect(current()).toEqual(['ferr']);
  });

  it('brings hits into view that are far down', async () => {
    const { component } = await read({ sections: [longSection] });
    component.find();
    await field.fill('line 77');
    await expect.element(partWith(lineOf(77))).toBeInViewport();
    await field.fill('line 3 ');
    await expect.element(partWith(lineOf(3))).toBeInViewport();
    const { bottom } = bar.element().querySelector('readout-find-bar')?.getBoundingClientRect() ?? {
      bottom: 0,
    };
    await expect
      .poll(() => textOf(lineOf(3)).element().getBoundingClientRect().top)
      .toBeGreaterThanOrEqual(bottom);
  });

  it('closes with Escape and leaves the focus at the hit', async () => {
    await find('weekdays');
    await expect.element(count).toHaveTextContent('1 of 1');
    await press('{Escape}');
    await expect.element(bar).not.toBeInTheDocument();
    await expect.element(partWith(texts.bullet)).toHaveFocus();
    expect(found()).toEqual([]);
  });

  it('looks for what is selected', async () => {
    const { component } = await read();
    await drag(textOf(texts.bullet), 'runs again');
    component.find();
    await expect.element(field).toHaveValue('runs again');
    await expect.poll(found).toEqual(['runs again']);
  });

  it('goes on in another briefing that is opened', async () => {
    const library = [openedBriefing(1), openedBriefing(2, { dek: 'Boats and ships and ships.' })];
    const { component, stores } = await read({}, { library });
    component.find();
    await field.fill('ships');
    await expect.poll(found).toHaveLength(1);
    await stores.reader.open(briefingId(2));
    await expect.poll(found).toHaveLength(2);
  });

  it('is gone to by the keys for hits while it is open', async () => {
    const { component } = await find('ferr');
    component.goToHit(1);
    await expect.element(count).toHaveTextContent('2 of 3');
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container } = await find('ferr');
    await expect.element(count).toHaveTextContent('1 of 3');
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});
