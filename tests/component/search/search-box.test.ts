import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { expectFocus, headline, openApp, press } from '../shell/opened-app.ts';
import { openedBriefing, section } from '../support/stories.ts';

/** Only the headline has the words that are looked for, unless `text` has them. */
function story(number: number, headline: string, text = 'Nobody was hurt.') {
  return openedBriefing(number, { headline, dek: null, sections: [section('Overview', text)] });
}

const briefings = [
  story(1, 'Bakers of Norland raise prices'),
  story(2, 'Ferries return to the northern line'),
  story(3, 'Ferry of Élan Öst sold'),
  story(4, 'The price of a lighthouse', 'The keeper of Müllersand left in spring.'),
];

const header = page.getByRole('banner');
const field = header.getByRole('combobox', { name: 'Search briefings' });
const matches = header.getByRole('status');
const hint = header.getByText('/', { exact: true });
const library = page.getByRole('region', { name: 'Library' });
const listbox = library.getByRole('listbox', { name: 'Briefings' });

function headlines(): readonly string[] {
  return listbox
    .getByRole('option')
    .elements()
    .map((row) => row.querySelector('.headline')?.textContent ?? '');
}

async function openSearch() {
  const app = await openApp({ library: briefings });
  await expect.poll(() => headlines().length).toBe(4);
  await press('/');
  await expectFocus(field);
  return app;
}

async function type(keys: string): Promise<void> {
  await press(keys);
}

describe('the search field', () => {
  it('says how many briefings there are, and shows its key', async () => {
    const { desktop } = await openApp({ library: briefings });
    await expect.element(field).toHaveAttribute('placeholder', 'Search 4 briefings');
    await expect.element(hint).toBeVisible();
    await expect.element(matches).toHaveTextContent('');
    desktop.changeLibrary({
      briefings: Array.from({ length: 1204 }, (_, position) => openedBriefing(position + 1)),
    });
    await expect.element(field).toHaveAttribute('placeholder', 'Search 1,204 briefings');
  });

  it('shows only briefings with the words, and how many there are', async () => {
    await openSearch();
    await type('ferr');
    await expect
      .poll(headlines)
      .toEqual(['Ferries return to the northern line', 'Ferry of Élan Öst sold']);
    await expect.element(matches).toHaveTextContent('2 matches');
    await type('ies');
    await expect.poll(headlines).toEqual(['Ferries return to the northern line']);
    await expect.element(matches).toHaveTextContent('1 match');
  });

  it.each([
    ['words in any order', 'prices bakers', ['Bakers of Norland raise prices']],
    ['capitals', 'BAKERS', ['Bakers of Norland raise prices']],
    ['letters without their accents', 'elan ost', ['Ferry of Élan Öst sold']],
    ['spaces around', '  lighthouse ', ['The price of a lighthouse']],
  ])('finds %s', async (_what, words, found) => {
    await openSearch();
    await type(words);
    await expect.poll(headlines).toEqual(found);
  });

  it('is not troubled by spaces alone', async () => {
    await openSearch();
    await type('   ');
    await press('{Enter}');
    await expectFocus(listbox);
    expect(headlines()).toHaveLength(4);
    await expect.element(matches).toHaveTextContent('');
  });

  it('says so when no briefing has the words, and offers to clear them', async () => {
    await openSearch();
    await type('zebra');
    await expect.element(matches).toHaveTextContent('0 matches');
    await expect.element(library.getByText('Nothing matches')).toBeVisible();
    await expect.element(library.getByRole('status')).toMatchTextContent('“zebra”');
    await library.getByRole('button', { name: 'Clear the search' }).click();
    await expect.poll(() => headlines().length).toBe(4);
    await expect.element(field).toHaveValue('');
    await expect.element(matches).toHaveTextContent('');
  });

  it('leaves the open briefing open', async () => {
    const { desktop } = await openSearch();
    await type('zebra');
    await expect.element(matches).toHaveTextContent('0 matches');
    await expect.element(headline).toMatchTextContent('Bakers of Norland raise prices');
    expect(desktop.inputsOf('openBriefing')).toHaveLength(1);
  });

  it('counts anew when the library changes', async () => {
    const { desktop } = await openSearch();
    await type('ferr');
    await expect.element(matches).toHaveTextContent('2 matches');
    desktop.changeLibrary({
      briefings: [...briefings, story(5, 'A ferry sinks')],
    });
    await expect.element(matches).toHaveTextContent('3 matches');
    await expect.element(field).toHaveValue('ferr');
  });

  it('never counts the results of other words', async () => {
    const { desktop } = await openSearch();
    const letGo = desktop.hold('outlineLibrary');
    await type('zebra');
    await expect
      .poll(() => desktop.inputsOf('outlineLibrary').at(-1))
      .toMatchObject({ text: 'zebra' });
    await expect.element(matches).not.toHaveTextContent('4 matches');
    letGo();
    await expect.element(matches).toHaveTextContent('0 matches');
  });

  it('filters in the view that is shown', async () => {
    await openApp({ library: briefings });
    await press('b');
    await library.getByRole('button', { name: 'Bookmarked 1' }).click();
    await expect.poll(() => headlines().length).toBe(1);
    await press('/');
    await type('ferr');
    await expect.element(matches).toHaveTextContent('0 matches');
    await press('{Escape}');
    await type('bakers');
    await expect.element(matches).toHaveTextContent('1 match');
  });
});

describe('leaving the search field', () => {
  it('with Escape empties it first, and then goes to the list', async () => {
    await openSearch();
    await type('ferr');
    await expect.element(matches).toHaveTextContent('2 matches');
    await press('{Escape}');
    await expect.element(field).toHaveValue('');
    await expectFocus(field);
    await expect.poll(() => headlines().length).toBe(4);
    await expect.element(matches).toHaveTextContent('');
    await press('{Escape}');
    await expectFocus(listbox);
  });

  it('with Escape forgets what was typed a moment ago', async () => {
    const { desktop } = await openSearch();
    await type('zebra{Escape}{Escape}');
    await expectFocus(listbox);
    expect(desktop.inputsOf('outlineLibrary')).not.toContainEqual(
      expect.objectContaining({ text: 'zebra' }),
    );
    expect(headlines()).toHaveLength(4);
  });

  it('with Enter opens the first result, and goes to the list from which keys go on', async () => {
    await openSearch();
    await type('ferr{Enter}');
    await expectFocus(listbox);
    await expect.element(matches).toHaveTextContent('2 matches');
    await expect.element(headline).toMatchTextContent('Ferries return to the northern line');
    await press('j');
    await expect.element(headline).toMatchTextContent('Ferry of Élan Öst sold');
  });

  it('and coming back selects its words, so that typing replaces them', async () => {
    await openSearch();
    await type('ferr{Enter}');
    await expectFocus(listbox);
    await press('/');
    await expectFocus(field);
    await type('lighthouse');
    await expect.element(field).toHaveValue('lighthouse');
    await expect.poll(headlines).toEqual(['The price of a lighthouse']);
  });

  it('works while the list is closed', async () => {
    await openApp({ library: briefings });
    await press('[[');
    await expect.element(library).not.toBeInTheDocument();
    await press('/');
    await type('ferr');
    await expect.element(matches).toHaveTextContent('2 matches');
    await press('[[');
    await expect.element(field).toHaveValue('ferr[');
  });
});
