import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { furtherKeys, shortcuts } from '../../../renderer/shell/shortcuts.ts';
import { expectFocus, headline, openApp, press } from './opened-app.ts';

const button = page.getByRole('button', { name: 'Keyboard shortcuts' });
const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const close = sheet.getByRole('button', { name: 'Close' });

afterEach(() => page.viewport(1280, 800));

async function openSheet(): Promise<void> {
  await button.click();
  await expect.element(sheet).toBeVisible();
}

describe('the sheet of shortcuts', () => {
  it('has one line for each shortcut', async () => {
    await openApp();
    await openSheet();
    for (const { description } of [...shortcuts, ...furtherKeys]) {
      const line = page.getByRole('definition').filter({ hasText: description });
      await expect.element(line.first()).toBeVisible();
    }
    await expect
      .element(page.getByRole('definition'))
      .toHaveLength(shortcuts.length + furtherKeys.length);
  });

  it('has a line for every command of the keys, and none twice', () => {
    const keys = shortcuts.map((shortcut) => shortcut.keys);
    const descriptions = [...shortcuts, ...furtherKeys].map(({ description }) => description);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(descriptions).size).toBe(descriptions.length);
  });

  it.each([
    ['Escape', () => press('{Escape}')],
    ['its cross', () => close.click()],
  ])('opened with its button, closes with %s and gives the focus back', async (_way, leave) => {
    await openApp();
    await openSheet();
    await leave();
    await expect.element(sheet).not.toBeInTheDocument();
    await expectFocus(button);
  });

  it('opened with its key from a part, gives the focus back to the part', async () => {
    await openApp();
    await headline.click();
    await press('{Shift>}?{/Shift}');
    await expect.element(sheet).toBeVisible();
    await press('{Escape}');
    await expect.element(sheet).not.toBeInTheDocument();
    await expectFocus(headline);
  });

  it('opens again, and with its key does not close', async () => {
    await openApp();
    await openSheet();
    await press('{Shift>}?{/Shift}');
    await expect.element(sheet).toBeVisible();
    await press('{Escape}');
    await expect.element(sheet).not.toBeInTheDocument();
    await openSheet();
  });

  it('keeps the panes as they are while it is open', async () => {
    const { desktop } = await openApp();
    await openSheet();
    await press('[[]/');
    expect(desktop.settings).toMatchObject({ libraryOpen: true, notesOpen: true });
    await expect.element(sheet).toBeVisible();
  });

  it.each([
    [1280, 800],
    [640, 480],
  ])('fits into a window of %i × %i, and its last line can be reached', async (width, height) => {
    await page.viewport(width, height);
    await openApp({ size: { width, height } });
    await openSheet();
    await expect.element(sheet).toBeInViewport({ ratio: 1 });
    const last = page.getByText('From list to text to notes');
    last.element().scrollIntoView();
    await expect.element(last).toBeInViewport({ ratio: 1 });
    await expect.element(close).toBeInViewport({ ratio: 1 });
  });
});
