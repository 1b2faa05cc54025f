import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { briefings, headlines, openBriefing, view, writeNote, writeStory } from './actions.ts';
import { expect, test } from './app.ts';

const ferry = 'The Ferry Runs Again';
const quay = 'The Quay Is Closed';

/** As many bullets as fill several screens. */
const timetable = Array.from(
  { length: 60 },
  (_, index) => `Line ${index + 1} leaves the harbour ${index + 2} minutes after the hour.`,
);

test('files that appear, change and go are followed', async ({ start, folder }) => {
  await writeStory(folder, 'ferry.txt', ferry, 'It leaves on Monday.');
  const { page } = await start({ library: folder });
  await openBriefing(page, ferry);
  await writeStory(folder, 'quay.txt', quay, 'Until spring.');
  await expect.poll(() => headlines(page)).toContain(quay);
  await writeStory(folder, 'quay.txt', 'The Quay Is Open', 'Since spring.');
  await expect.poll(() => headlines(page)).toContain('The Quay Is Open');
  await rm(path.join(folder, 'quay.txt'));
  await expect.poll(() => headlines(page)).toEqual([ferry]);
  await expect(page.getByRole('article', { name: ferry })).toBeVisible();
});

test('the open briefing shows what changed and keeps its place', async ({ start, folder }) => {
  await writeStory(folder, 'ferry.txt', ferry, ...timetable);
  const { page } = await start({ library: folder });
  await openBriefing(page, ferry);
  const line = page.getByText('Line 40 leaves');
  await line.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const topOf = () => line.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const top = await topOf();
  const [first = '', ...others] = timetable;
  await writeStory(
    folder,
    'ferry.txt',
    ferry,
    'A line that is new.',
    first.replace('2 minutes', '9 minutes'),
    ...others,
  );
  const banner = page.getByRole('note', { name: 'Changes of the file' });
  await expect(banner).toContainText('Changed on disk since you read it: 1 bullet changed, 1 new');
  await expect.poll(async () => Math.abs((await topOf()) - top)).toBeLessThan(3);

  await banner.getByRole('button', { name: 'Show changes' }).click();
  await expect(page.getByRole('dialog', { name: 'Changes since you read it' })).toBeVisible();
  const changes = page.getByRole('list', { name: 'Changes' });
  await expect(changes.getByRole('deletion')).toHaveText('2');
  await expect(changes.getByRole('insertion')).toHaveText(['A line that is new.', '9']);
  await page.getByRole('button', { name: 'Keep this version' }).last().click();
  await expect(banner).toBeHidden();
});

test('a file that changed while the app was closed is among the changed', async ({
  start,
  folder,
}) => {
  await writeStory(folder, 'ferry.txt', ferry, 'It leaves on Monday.');
  await writeStory(folder, 'quay.txt', quay, 'Until spring.');
  const first = await start({ library: folder });
  await openBriefing(first.page, ferry);
  await openBriefing(first.page, quay);
  await first.application.close();
  await writeStory(folder, 'ferry.txt', ferry, 'It leaves on Tuesday.');

  const { page } = await start({ library: folder });
  await view(page, 'Changed 1').click();
  await openBriefing(page, ferry);
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await expect(view(page, 'Changed 0')).toBeVisible();
});

test('a note stays with a file that moves', async ({ start, folder }) => {
  await writeStory(folder, 'ferry.txt', ferry, 'It leaves on Monday.');
  await writeStory(folder, 'quay.txt', quay, 'Until spring.');
  const { page } = await start({ library: folder });
  await openBriefing(page, ferry);
  await writeNote(page, 'Ask the captain.');
  await page.keyboard.press('Escape');
  await mkdir(path.join(folder, 'old'));
  await rename(path.join(folder, 'ferry.txt'), path.join(folder, 'old', 'ferry-2025.txt'));
  await expect(page.getByRole('article').getByText('ferry-2025.txt')).toBeVisible();
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await expect(notes.getByText('Ask the captain.')).toBeVisible();
  await openBriefing(page, quay);
  await expect(notes.getByText('Ask the captain.')).toBeHidden();
  await openBriefing(page, ferry);
  await expect(notes.getByText('Ask the captain.')).toBeVisible();
  await expect(briefings(page).getByRole('option')).toHaveCount(2);
});
