import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect, test } from './app.ts';
import { briefings, openBriefing, seedHeadline } from './actions.ts';

test('lists the seeds by day and opens one', async ({ start }) => {
  const { page } = await start();
  const list = page.getByRole('listbox', { name: 'Briefings' });
  await expect(list.getByRole('option').first()).toBeVisible();
  await openBriefing(page, seedHeadline);
  const article = page.getByRole('article', { name: seedHeadline });
  await expect(article.getByText('date inferred from the text')).toBeVisible();
  await expect(article.getByText('96 days earlier')).toBeVisible();
  await expect(article.getByRole('listitem')).toHaveCount(5);
  await expect(article.getByRole('figure')).toHaveCount(4);
});

test('searches the briefings as one types', async ({ start }) => {
  const { page } = await start();
  await page.keyboard.press('/');
  await page.keyboard.type('valmar port');
  const options = briefings(page).getByRole('option');
  await expect(page.locator('readout-search-box').getByText(/\d+ match/)).toBeVisible();
  for (const name of await options.allTextContents()) expect(name).toMatch(/valmar/i);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: seedHeadline })).toBeVisible();
});

test('shows local pictures', async ({ start }) => {
  const { page } = await start();
  await openBriefing(page, 'The Last Keepers of Skerrin Light Hand Over the Lamp');
  const image = page.getByRole('figure').getByRole('img').first();
  await expect(image).toBeVisible();
  await expect
    .poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
});

async function chooseTheme(page: Page, theme: 'Light' | 'Dark'): Promise<void> {
  await page.getByRole('button', { name: 'Text and appearance' }).click();
  await page.getByRole('button', { name: theme, exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(theme === 'Dark');
  await page.keyboard.press('Escape');
}

for (const theme of ['Light', 'Dark'] as const) {
  test(`has no accessibility violation in ${theme.toLowerCase()}`, async ({ start }) => {
    const { page } = await start();
    await chooseTheme(page, theme);
    await openBriefing(page, seedHeadline);
    // The host maps app:// to another origin, where axe's own page cannot be opened.
    const results = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(
      results.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) })),
    ).toEqual([]);
  });
}

test('returns to the last briefing, window size and panes', async ({ start }) => {
  const first = await start();
  await openBriefing(first.page, seedHeadline);
  await first.page.getByRole('button', { name: 'Notes', exact: true }).click();
  await expect(first.page.getByRole('complementary', { name: 'Notes' })).toBeHidden();
  await first.application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1200, height: 720 });
  });
  await expect.poll(() => first.page.evaluate(() => window.innerWidth)).toBeLessThan(1210);
  await first.application.close();

  const second = await start();
  await expect(second.page.getByRole('article', { name: seedHeadline })).toBeVisible();
  await expect(second.page.getByRole('complementary', { name: 'Notes' })).toBeHidden();
  const bounds = await second.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: 1200, height: 720 });
});
