/** What readers do, as the end-to-end tests do it. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

export const seedHeadline =
  'Zelensky Travels to Turkey With U.S. Envoy as Moscow Sits Out Planned Talks';

/** Writes a story in the form of a copied page. */
export async function writeStory(
  folder: string,
  name: string,
  headline: string,
  ...bullets: readonly string[]
): Promise<void> {
  const head = `${headline}\n\nThe harbour office lifts its warning.\n\nOverview\n\n`;
  await writeFile(
    path.join(folder, name),
    head + bullets.map((bullet) => `• ${bullet}\n`).join(''),
  );
}

/** The list on the left. */
export function briefings(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Briefings' });
}

/** The headlines in the list from the top on. */
export function headlines(page: Page): Promise<readonly string[]> {
  return briefings(page).getByRole('option').locator('.headline').allInnerTexts();
}

/** A view of the sidebar, by its name and count. */
export function view(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name, exact: true });
}

/** Types a search into the field at the top, in place of what is there. */
export async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Search briefings' }).fill(query);
}

/** Opens a briefing from the list and waits until it is shown. */
export async function openBriefing(page: Page, headline: string): Promise<void> {
  await briefings(page).getByRole('option', { name: headline }).click();
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
