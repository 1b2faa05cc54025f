import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { briefings, headlines, view, writeStory } from './actions.ts';
import { expect, test } from './app.ts';

test('a folder is added with the dialog of the system, and removed', async ({ start, folder }) => {
  const [mine, harbour] = [path.join(folder, 'mine'), path.join(folder, 'harbour')];
  await mkdir(mine);
  await mkdir(harbour);
  await writeStory(mine, 'quay.txt', 'The Quay Is Closed', 'Until spring.');
  await writeStory(harbour, 'ferry.txt', 'The Ferry Runs Again', 'It leaves on Monday.');
  const { application, page } = await start({ library: mine });
  await application.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, harbour);
  await page.getByRole('button', { name: 'Add folders' }).click();
  await view(page, 'harbour 1').click();
  await expect.poll(() => headlines(page)).toEqual(['The Ferry Runs Again']);

  await page.getByRole('button', { name: 'Manage folders' }).click();
  await expect(page.getByRole('dialog', { name: 'Folders' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove harbour' }).click();
  await page.getByRole('button', { name: 'Remove the folder' }).click();
  await page.keyboard.press('Escape');
  await expect(view(page, 'harbour 1')).toBeHidden();
  await view(page, 'All briefings 1').click();
  await expect.poll(() => headlines(page)).toEqual(['The Quay Is Closed']);
});

test('a story on the clipboard becomes a briefing', async ({ start, folder }) => {
  await writeStory(folder, 'quay.txt', 'The Quay Is Closed', 'Until spring.');
  const { application, page } = await start({ library: folder });
  await expect(briefings(page).getByRole('option')).toHaveCount(1);
  await application.evaluate(
    ({ clipboard }, text) => clipboard.writeText(text),
    'The Ferry Runs Again\n\nAfter a month ships are moving.\n\nOverview\n\n• It leaves on Monday.\n',
  );
  await page.keyboard.press('ControlOrMeta+Shift+v');
  const article = page.getByRole('article', { name: 'The Ferry Runs Again' });
  await expect(article.getByRole('listitem')).toContainText('It leaves on Monday.');
  await expect(briefings(page).getByRole('option')).toHaveCount(2);
});
