import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';
import { answerSaveDialog, waitUntilSaved } from './actions.ts';

test('the whole way by keyboard alone', async ({ start, profile }) => {
  const { application, page } = await start();
  const articleName = () =>
    page.getByRole('article').getByRole('heading', { level: 1 }).innerText();

  await page.keyboard.press('/');
  await page.keyboard.type('valmar');
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'Briefings' });
  await expect(list).toBeFocused();
  await page.keyboard.press('Home');
  await expect(list.getByRole('option', { selected: true })).toContainText('Valmar');
  const first = await articleName();
  await page.keyboard.press('j');
  await expect.poll(articleName).not.toBe(first);
  await page.keyboard.press('k');
  await expect.poll(articleName).toBe(first);

  await page.keyboard.press('F6');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('b');
  await expect(page.getByRole('tab', { name: 'Bookmarks 1' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('Typed: j, k, b and ? do nothing here.');
  await waitUntilSaved(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Typed: j, k, b and ? do nothing here.')).toBeVisible();
  expect(await articleName()).toBe(first);

  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');

  const file = path.join(profile, 'keyboard.md');
  await answerSaveDialog(application, file);
  await page.keyboard.press('e');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Typed: j');
  const save = page.getByRole('button', { name: 'Save as…' });
  for (let presses = 0; presses < 25; presses += 1) {
    if (await save.evaluate((element) => element.matches(':focus'))) break;
    await page.keyboard.press('Tab');
  }
  await expect(save).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Exported to')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('Typed: j, k, b and ? do nothing here.');
});
