/** What readers do, as the end-to-end tests do it. */
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';

export const seedHeadline =
  'Zelensky Travels to Turkey With U.S. Envoy as Moscow Sits Out Planned Talks';

/** Opens a briefing from the list and waits until it is shown. */
export async function openBriefing(page: Page, headline: string): Promise<void> {
  await page.getByRole('option', { name: headline }).click();
  await expect(page.getByRole('article', { name: headline })).toBeVisible();
}

/** Writes a note on what is selected or focused, and waits until it is on the disk. */
export async function writeNote(page: Page, words: string): Promise<void> {
  await page.keyboard.press('n');
  const editor = page.getByRole('textbox', { name: /^Note on/ });
  await expect(editor).toBeFocused();
  await page.keyboard.type(words);
  await waitUntilSaved(page);
}

/** Waits for the footer's word that all notes are on the disk. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await expect(page.locator('readout-status-bar').getByText(/\d+ notes? saved/)).toBeVisible();
}

/** Answers the next save dialogs with a file. */
export async function answerSaveDialog(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** What is painted as highlighted on the page, by colour name. */
export function paintedPassages(page: Page): Promise<Readonly<Record<string, readonly string[]>>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([, highlight]) => highlight.size > 0)
        .map(([name, highlight]) => [
          name,
          [...highlight].flatMap((range) => (range instanceof Range ? [range.toString()] : [])),
        ]),
    ),
  );
}
