import { describe, expect, it } from 'vitest';
import { faultsInThemes } from '../support/accessibility.ts';
import { expectFocus, headline, noteField, notesPane, press } from '../shell/opened-app.ts';
import { cards, four, openWith, shownNumbers } from './many.ts';

const filter = notesPane.getByRole('search', { name: 'Notes of this briefing' });
const words = filter.getByRole('searchbox', { name: 'Filter notes' });
const said = filter.getByRole('status');

describe('the filter of notes', () => {
  it('is there only where there is something to choose from', async () => {
    await openWith(four.slice(0, 1));
    await expect.element(cards).toHaveLength(1);
    await expect.element(filter).not.toBeInTheDocument();
  });

  it.each([
    ['harbour', [1]],
    ['mude', [3]],
    ['TICKETS', [4]],
    ['ferries runs', [2]],
    ['#ships', [2, 4]],
  ])('finds “%s” in notes, quotes and tags', async (typed, expected) => {
    await openWith(four);
    await words.fill(typed);
    await expect.element(said).toHaveTextContent(`${expected.length} of 4`);
    expect(shownNumbers()).toEqual(expected);
  });

  it('shows notes of one colour or another', async () => {
    await openWith(four);
    await filter.getByRole('button', { name: 'green' }).click();
    await expect.element(said).toHaveTextContent('2 of 4');
    await filter.getByRole('button', { name: 'yellow' }).click();
    await expect.element(said).toHaveTextContent('3 of 4');
    await filter.getByRole('button', { name: 'green' }).click();
    await expect.element(said).toHaveTextContent('1 of 4');
    expect(shownNumbers()).toEqual([2]);
  });

  it('shows notes with a tag, those with tags inside of it too', async () => {
    await openWith(four);
    const tags = filter.getByRole('group', { name: 'Tags' });
    await expect.element(tags.getByRole('button')).toHaveLength(4);
    await tags.getByRole('button', { name: '#ships', exact: true }).click();
    await expect.element(said).toHaveTextContent('2 of 4');
    await tags.getByRole('button', { name: '#prices' }).click();
    await expect.element(said).toHaveTextContent('1 of 4');
  });

  it('is taken off with Clear', async () => {
    await openWith(four);
    await words.fill('harbour');
    await filter.getByRole('button', { name: 'Clear' }).click();
    await expect.element(words).toHaveValue('');
    await expect.element(cards).toHaveLength(4);
    await expectFocus(words);
    await expect.element(said).toHaveTextContent('');
  });

  it('hides no note that is being written, and gives way to one that is asked for', async () => {
    const { component } = await openWith(four);
    await words.fill('harbour');
    await expect.element(cards).toHaveLength(1);
    await headline.click();
    await press('n');
    await expectFocus(noteField);
    await expect.element(cards).toHaveLength(2);
    await press('{Escape}');
    await component.showNote(four[3]?.id ?? '');
    await expect.element(cards).toHaveLength(4);
    await expect.element(words).toHaveValue('');
  });

  it('begins anew with another briefing', async () => {
    await openWith(four);
    await words.fill('harbour');
    await headline.click();
    await press('j');
    await expect.element(headline).toMatchTextContent('part 2');
    await press('k');
    await expect.element(cards).toHaveLength(4);
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { component } = await openWith(four);
    await filter.getByRole('button', { name: 'green' }).click();
    const panel = component.querySelector('readout-notes-panel');
    if (panel === null) throw new Error('There is no panel.');
    expect(await faultsInThemes(panel)).toEqual({ light: [], dark: [] });
  });
});
