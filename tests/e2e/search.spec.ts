import { selectPassage } from '../../build/runtime/select-passage.ts';
import {
  briefings,
  headlines,
  openBriefing,
  paintedPassages,
  search,
  seedHeadline,
  view,
  waitUntilSaved,
  writeNote,
  writeStory,
} from './actions.ts';
import { expect, test } from './app.ts';

test('a fault of the query is told and left out', async ({ start }) => {
  const { page } = await start();
  const field = page.getByRole('combobox', { name: 'Search briefings' });
  await field.focus();
  await search(page, 'valmar is:lost');
  await expect(page.getByText(/is left out/)).toContainText('unread, reading, read');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  for (const headline of await headlines(page)) expect(headline).toMatch(/valmar/i);
  await search(page, 'valmar is:unread');
  await expect(page.getByText(/is left out/)).toBeHidden();
});

test('a saved search is a view of the sidebar, and still is after a restart', async ({ start }) => {
  const first = await start();
  await search(first.page, 'valmar');
  await first.page.getByRole('button', { name: 'Save search' }).click();
  await expect(first.page.getByRole('dialog', { name: 'Save search' })).toBeVisible();
  await first.page.keyboard.type('The port');
  await first.page.keyboard.press('Enter');
  await expect(view(first.page, 'All briefings 21')).toBeVisible();
  const found = await headlines(first.page);
  await first.application.close();

  const { page } = await start();
  await page.getByRole('button', { name: /^The port \d+$/ }).click();
  await expect.poll(() => headlines(page)).toEqual(found);
});

test('finds words in the open briefing', async ({ start }) => {
  const { page } = await start();
  await openBriefing(page, seedHeadline);
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByRole('textbox', { name: 'Find in this briefing' })).toBeFocused();
  await page.keyboard.type('kremlin');
  const bar = page.getByRole('search', { name: 'Find in this briefing' });
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+/);
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(/^2 of \d+/);
  expect((await paintedPassages(page))['readout-found-current']).toEqual(['Kremlin']);
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
});

test('the palette opens briefings and views', async ({ start }) => {
  const { page } = await start();
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Go to anything' });
  await expect(palette).toBeVisible();
  await page.keyboard.type('skerrin');
  const choices = palette.getByRole('group', { name: 'Briefings' }).getByRole('option');
  await expect(choices.first()).toContainText('Skerrin');
  await expect(choices.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: /Skerrin/ })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('pinned');
  await palette.getByRole('option', { name: 'Pinned View' }).click();
  await expect(page.getByText('Nothing pinned')).toBeVisible();
});

test('notes and tags are searched with the briefings', async ({ start }) => {
  const { page } = await start();
  await openBriefing(page, seedHeadline);
  await selectPassage(page, 'reinvigorate negotiations');
  await writeNote(page, 'Compare with the quagmire of July.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.type('talks/peace');
  await page.keyboard.press('Enter');
  await waitUntilSaved(page);
  const hit = briefings(page).getByRole('option');
  await search(page, 'note:quagmire');
  await expect(hit).toHaveCount(1);
  await expect(hit).toContainText('Note: Compare with the quagmire of July.');
  await search(page, 'note:nowhere');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await search(page, 'tag:talks');
  await expect(hit).toHaveCount(1);
  await expect(hit).toContainText(seedHeadline);
});

test('results come newest first, or the best match first', async ({ start, folder }) => {
  const [newer, better] = ['Quay Closed on 20 November 2025', 'Ferry, Ferry and Ferry'] as const;
  await writeStory(folder, '2025-11-20 quay.txt', newer, 'The ferry goes on to run as it did.');
  await writeStory(folder, '2020-01-02 ferry.txt', better, 'Ferry after ferry is a ferry.');
  const { page } = await start({ library: folder });
  await search(page, 'ferry');
  await expect.poll(() => headlines(page)).toEqual([newer, better]);
  await page.getByRole('combobox', { name: 'Order of the list' }).selectOption('Best match');
  await expect.poll(() => headlines(page)).toEqual([better, newer]);
});
