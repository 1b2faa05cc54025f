import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { generateStory } from '../support/generated/story.ts';
import { createVocabulary, vocabularySize } from '../support/generated/vocabulary.ts';
import { writeLibrary } from '../support/generated/write-library.ts';
import { briefings, openBriefing, paintedPassages, search, view, writeStory } from './actions.ts';
import { expect, test } from './app.ts';

/** The longest word of a generated story's first bullet; long words are rare. */
function rareWord(number: number): string {
  const { text } = generateStory(number, createVocabulary(vocabularySize));
  const bullet = text.split('\n').find((line) => line.startsWith('•')) ?? '';
  const words = bullet.match(/\p{L}+/gu) ?? [];
  return words.toSorted((one, other) => other.length - one.length)[0] ?? '';
}

test('ten thousand files are listed, scrolled through and searched', async ({ start }) => {
  test.slow();
  const library = await mkdtemp(path.join(os.tmpdir(), 'readout-many-'));
  try {
    writeLibrary(library, 10_000);
    const { page } = await start({ library });
    const list = briefings(page);
    await expect(list.getByRole('option').first()).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Files read' })).toBeVisible();
    await expect(page.getByText('· 10,000 files')).toBeVisible({ timeout: 90_000 });
    await expect(view(page, 'All briefings 10,000')).toBeVisible();

    await list.evaluate((element) => (element.scrollTop = element.scrollHeight));
    const last = list.locator('[aria-posinset="10000"]');
    await expect(last).toBeInViewport();
    await last.click();
    const headline = await last.locator('.headline').innerText();
    await expect(page.getByRole('article', { name: headline })).toBeVisible();
    await page.keyboard.press('k');
    await expect(list.locator('[aria-posinset="9999"]')).toHaveAttribute('aria-selected', 'true');

    const word = rareWord(4321);
    await search(page, word);
    await expect(list.getByRole('option').first().locator('mark').first()).toHaveText(
      new RegExp(`^${word}$`, 'iu'),
    );
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await paintedPassages(page))['readout-hit-current']?.[0]?.toLowerCase())
      .toBe(word);
    await page.keyboard.press('F3');
    await expect(page.getByText(/^Hit \d+ of \d+$/)).toBeAttached();
  } finally {
    await rm(library, { recursive: true, force: true });
  }
});

test('the views follow what is read, pinned and broken', async ({ start, folder }) => {
  await writeStory(folder, 'ferry.txt', 'The Ferry Runs Again', 'It leaves on Monday.');
  await writeStory(folder, 'quay.txt', 'The Quay Is Closed', 'Until spring.');
  await writeStory(folder, 'mole.txt', 'The Mole Is Repaired', 'It took a year.');
  const { page } = await start({ library: folder });
  await openBriefing(page, 'The Ferry Runs Again');
  await openBriefing(page, 'The Quay Is Closed');
  await openBriefing(page, 'The Mole Is Repaired');
  await expect(view(page, 'Unread 0')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read', pressed: true })).toBeVisible();
  await page.keyboard.press('m');
  await expect(view(page, 'Unread 1')).toBeVisible();

  await page.keyboard.press('p');
  await view(page, 'Pinned 1').click();
  await expect(briefings(page).getByRole('option')).toHaveCount(1);
  await expect(briefings(page).getByRole('option')).toContainText('The Mole Is Repaired');

  await writeFile(path.join(folder, 'broken.pdf'), '%PDF-1.7\nnothing of what a PDF has');
  await view(page, 'Problems 1').click();
  const broken = briefings(page).getByRole('option', { name: 'broken.pdf' });
  await expect(broken).toContainText(/cannot be read|damaged/);
  await broken.click();
  await expect(page.getByRole('alert')).toContainText('broken.pdf');
});
