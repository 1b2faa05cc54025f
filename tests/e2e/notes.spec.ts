import { selectPassage } from '../../build/runtime/select-passage.ts';
import { expect, test } from './app.ts';
import {
  openBriefing,
  paintedPassages,
  seedHeadline,
  waitUntilSaved,
  writeNote,
} from './actions.ts';

const passage = 'reinvigorate negotiations and restore prisoner exchanges';

test('bookmarks, highlights and notes are there after a restart', async ({ start }) => {
  const first = await start();
  await openBriefing(first.page, seedHeadline);
  await first.page.keyboard.press('b');
  await expect(first.page.getByText('Bookmarked this briefing')).toBeVisible();
  await selectPassage(first.page, passage);
  await writeNote(first.page, 'Compare with the **July** round.');
  await first.application.close();

  const { page } = await start();
  await expect(page.getByRole('article', { name: seedHeadline })).toBeVisible();
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await expect(notes.getByText('Compare with the July round.')).toBeVisible();
  await expect(notes.getByRole('tab', { name: 'Bookmarks 1' })).toBeVisible();
  await expect.poll(() => paintedPassages(page)).toEqual({ 'readout-yellow': [passage] });
  await expect(page.getByRole('option', { name: seedHeadline })).toContainText(
    '1 note · 1 bookmark',
  );
});

test('what the footer calls saved survives kill -9', async ({ start }) => {
  const first = await start();
  await openBriefing(first.page, seedHeadline);
  await writeNote(first.page, 'Written just before the power went.');
  const process = first.application.process();
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;

  const { page } = await start();
  await openBriefing(page, seedHeadline);
  await expect(page.getByText('Written just before the power went.')).toBeVisible();
});

test('closing the window stores what was typed a moment ago', async ({ start }) => {
  const first = await start();
  await openBriefing(first.page, seedHeadline);
  await first.page.keyboard.press('n');
  await first.page.getByRole('textbox', { name: /^Note on/ }).pressSequentially('Half a thought');
  await first.application.close();

  const { page } = await start();
  await expect(page.getByText('Half a thought')).toBeVisible();
});

test('a selection lives through scrolling', async ({ start }) => {
  const { page } = await start();
  await page.setViewportSize({ width: 900, height: 480 });
  await openBriefing(page, seedHeadline);
  await selectPassage(page, passage);
  const popover = page.getByRole('toolbar', { name: 'Selected passage' });
  await expect(popover).toBeVisible();
  await page.mouse.wheel(0, -4000);
  await expect(popover).toBeHidden();
  const text = page.locator('[data-part-text]', { hasText: passage });
  await text.scrollIntoViewIfNeeded();
  await expect(popover).toBeVisible();
  await page.mouse.wheel(0, -4000);
  await expect(popover).toBeHidden();
  await writeNote(page, 'About the passage out of sight.');
  await expect.poll(() => paintedPassages(page)).toEqual({ 'readout-yellow': [passage] });
  await page.keyboard.press('Escape');
  await expect(text).toBeInViewport();
});

test('a passage is copied', async ({ start }) => {
  const { application, page } = await start();
  await openBriefing(page, seedHeadline);
  await selectPassage(page, passage);
  await page.keyboard.press('c');
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await application.evaluate(({ clipboard }) => clipboard.readText())).toBe(passage);
});

test('delete, undo and redo work over notes and bookmarks', async ({ start }) => {
  const { page } = await start();
  await openBriefing(page, seedHeadline);
  await writeNote(page, 'To be deleted and brought back.');
  await page.keyboard.press('Escape');
  const note = page.getByText('To be deleted and brought back.');
  await page.getByRole('button', { name: 'Delete the note on the whole briefing' }).click();
  await expect(note).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(note).toBeVisible();

  await page.locator('readout-reading-view h1').click();
  await page.keyboard.press('Control+Shift+z');
  await expect(note).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(note).toBeVisible();

  await page.keyboard.press('b');
  await expect(page.getByRole('tab', { name: 'Bookmarks 1' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Bookmarks 1' })).toBeHidden();
});

test('a bullet is bookmarked and noted on its own', async ({ start }) => {
  const { page } = await start();
  await openBriefing(page, seedHeadline);
  await page.getByText('Kremlin aide Yuri Ushakov').click();
  await page.keyboard.press('b');
  await expect(page.getByText('Bookmarked Overview, bullet 3')).toBeVisible();
  await page.getByText('Kremlin aide Yuri Ushakov').click();
  await writeNote(page, 'On this bullet.');
  await expect(page.getByRole('textbox', { name: 'Note on Overview, bullet 3' })).toBeVisible();
  await waitUntilSaved(page);
});

test('reloading the page stores what was typed a moment ago', async ({ start }) => {
  const { application, page } = await start();
  await openBriefing(page, seedHeadline);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: /^Note on/ }).pressSequentially('Before the reload');
  await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.reload(),
  );
  await expect(page.getByText('Before the reload')).toBeVisible();
});
