import type { Page } from 'playwright';
import { selectPassage } from '../../build/runtime/select-passage.ts';
import { paintedPassages, waitUntilSaved, writeStory } from './actions.ts';
import { expect, test } from './app.ts';

const headline = 'Port of Norland Reopens After the Storm';
const ferry = 'The ferry to Norland stays in port until Friday, the harbour office says.';
const council = 'The council votes on the winter timetable on Monday evening.';
const ship = 'A second ship, the Alkyon, waits outside of the northern mole.';
const freight = 'Freight rates rose by a tenth within the week, brokers say.';

async function highlight(page: Page, passage: string, key: string): Promise<void> {
  await selectPassage(page, passage);
  await page.keyboard.press(key);
}

/** The key that makes the arrows go by word. */
const byWord = process.platform === 'darwin' ? 'Alt' : 'Control';

/** Highlights the first words of a part with the caret, from wherever the focus is. */
async function highlightByKeyboard(
  page: Page,
  part: string,
  words: number,
  key: string,
): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: part }).focus();
  await page.keyboard.press('Enter');
  for (let count = 0; count < words; count += 1) {
    await page.keyboard.press(`${byWord}+Shift+ArrowRight`);
  }
  await page.keyboard.press(key);
  await page.keyboard.press('Escape');
}

test('highlights follow an edited file, or say that they lost their place', async ({
  start,
  folder,
}) => {
  await writeStory(folder, 'story.txt', headline, ferry, council, ship, freight);
  const first = await start({ library: folder });
  await expect(first.page.getByRole('article', { name: headline })).toBeVisible();
  await highlight(first.page, 'stays in port until Friday', '1');
  await highlightByKeyboard(first.page, council, 3, '2');
  await highlight(first.page, 'the Alkyon, waits outside of the northern', '3');
  await waitUntilSaved(first.page);
  await expect
    .poll(() => paintedPassages(first.page))
    .toMatchObject({ 'readout-green': ['The council votes'] });
  await first.application.close();

  const edited = ferry.replace('in port', 'in dock');
  await writeStory(
    folder,
    'story.txt',
    headline,
    'A new bullet comes first.',
    edited,
    ship,
    freight,
    ship,
    freight,
  );
  const { page } = await start({ library: folder });
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await expect
    .poll(() => paintedPassages(page))
    .toEqual({ 'readout-yellow': ['stays in dock until Friday'] });
  await expect(notes.getByText('Moved: source edited')).toBeVisible();
  const lost = notes.getByRole('region', { name: 'Lost their place' });
  await expect(lost.getByText('Orphaned: not found in the text as it is now')).toBeVisible();
  await expect(lost.getByText('Orphaned: found in several places')).toBeVisible();

  const places = lost.getByRole('list', { name: 'Where it could be' });
  await places.getByRole('button', { name: /bullet 5/ }).click();
  const alkyon = 'the Alkyon, waits outside of the northern';
  await expect.poll(() => paintedPassages(page)).toMatchObject({ 'readout-blue': [alkyon] });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(lost.getByText('Orphaned: found in several places')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => paintedPassages(page)).toMatchObject({ 'readout-blue': [alkyon] });

  await lost.getByRole('button', { name: 'Re-attach…' }).click();
  await selectPassage(page, 'A new bullet');
  await page.getByRole('button', { name: 'Attach here' }).click();
  await expect
    .poll(() => paintedPassages(page))
    .toMatchObject({ 'readout-green': ['A new bullet'] });
  await expect(lost).toBeHidden();
});

test('a note has its history, and a deleted one comes back from the trash', async ({
  start,
  folder,
}) => {
  await writeStory(folder, 'story.txt', headline, ferry, council);
  const { page } = await start({ library: folder });
  await expect(page.getByRole('article', { name: headline })).toBeVisible();
  const notes = page.getByRole('complementary', { name: 'Notes' });
  const field = notes.getByRole('textbox', { name: /^Note on/ });
  await page.keyboard.press('n');
  await field.fill('Ask the office');
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  await notes.getByRole('button', { name: 'Edit the note' }).click();
  await field.fill('Ask the mayor');
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  await notes.getByRole('button', { name: /history|earlier versions/i }).click();
  const versions = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(versions).toBeVisible();
  const oldest = page.getByRole('listitem').filter({ hasText: 'note added' });
  await oldest.getByRole('button', { name: 'Restore this version' }).click();
  await expect(versions).toBeHidden();
  const card = notes.getByRole('group', { name: 'Note on the whole briefing' });
  await expect(card.getByRole('paragraph')).toHaveText('Ask the office');

  await notes.getByRole('button', { name: /^Delete/ }).click();
  await expect(card).toBeHidden();
  await page.getByRole('button', { name: 'Trash' }).click();
  const deleted = page.getByRole('listbox', { name: /deleted|trash/i });
  await expect(deleted.getByRole('option')).toHaveCount(1);
  await deleted.getByRole('option').first().click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(card.getByRole('paragraph')).toHaveText('Ask the office');
});

test('all notes stand in one list, which opens each in its briefing', async ({ start, folder }) => {
  await writeStory(folder, 'story.txt', headline, ferry, council, ship);
  const { page } = await start({ library: folder });
  await expect(page.getByRole('article', { name: headline })).toBeVisible();
  await highlight(page, 'the Alkyon', '4');
  await waitUntilSaved(page);
  await page.getByRole('button', { name: 'All notes 1' }).click();
  const list = page.getByRole('listbox', { name: 'Notes', exact: true });
  await expect(list.getByRole('option')).toHaveCount(1);
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: headline })).toBeVisible();
  await expect(list).toBeHidden();
});
