import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright';
import { example as pdfPages } from '../fixtures/formats/pdf/port.ts';
import { paragraph, run, table, wordFile } from '../support/formats/word-file.ts';
import { writePdf } from '../support/library/write-pdf.ts';
import { openBriefing, search } from './actions.ts';
import { expect, test } from './app.ts';

const fixtures = path.join(import.meta.dirname, '../fixtures/formats');

/** A briefing in each format. */
async function writeFormats(folder: string): Promise<void> {
  const names = [
    'md/briefing.md',
    'html/article.html',
    'eml/story.eml',
    'json/port.json',
    'zip/news.zip',
  ];
  for (const name of names) {
    await cp(path.join(fixtures, name), path.join(folder, path.basename(name)));
  }
  const cell = (text: string): string => paragraph(run(text));
  const body =
    paragraph(run('Ice Road Opens Early'), 'Heading1') +
    paragraph(run('The crews measured it twice.')) +
    table([
      [cell('Place'), cell('Thickness')],
      [cell('North bay'), cell('61 cm')],
    ]);
  await writeFile(path.join(folder, 'ice.docx'), wordFile({ body }));
  await writeFile(path.join(folder, 'port.pdf'), writePdf(pdfPages));
}

function article(page: Page) {
  return page.getByRole('article');
}

test('each format opens with its tables, quotes and code', async ({ start, folder }) => {
  await writeFormats(folder);
  const { page } = await start({ library: folder });
  await openBriefing(page, 'Talks resume in Anchorage');
  await expect(article(page).getByRole('cell', { name: '2024' })).toBeVisible();
  await expect(article(page).getByRole('blockquote').first()).toContainText('Quoted words');
  await expect(article(page).getByRole('code').first()).toContainText('"a":');

  await openBriefing(page, 'Grain talks resume in Istanbul');
  await expect(article(page).getByRole('cell', { name: '33 million' })).toBeVisible();
  await expect(article(page).getByText('Most read')).toBeHidden();

  await openBriefing(page, 'Kremlin says talks continue');
  await expect(article(page).getByText('Sanctions take effect on Friday.')).toBeVisible();

  await openBriefing(page, 'Ice Road Opens Early');
  await expect(article(page).getByRole('cell', { name: '61 cm' })).toBeVisible();

  await openBriefing(page, 'Port of Valmar Reopens After Forty-Four Days');
  await expect(article(page).getByText('Text of the second page')).toBeVisible();

  await search(page, 'path:news.zip ships');
  await openBriefing(page, 'Sixty Ships Wait');
});

test('a link shows where it leads, and opens only when that is confirmed', async ({
  start,
  folder,
}) => {
  await cp(path.join(fixtures, 'md/briefing.md'), path.join(folder, 'briefing.md'));
  const { application, page } = await start({ library: folder });
  await application.evaluate(({ dialog, shell }) => {
    const asked: string[] = [];
    const opened: string[] = [];
    Object.assign(globalThis, { asked, opened });
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      asked.push((given.at(-1) as { readonly detail: string }).detail);
      return Promise.resolve({ response: asked.length === 1 ? 0 : 1, checkboxChecked: false });
    };
    shell.openExternal = (address) => Promise.resolve(void opened.push(address));
  });
  const told = () =>
    application.evaluate(() => {
      const { asked, opened } = globalThis as unknown as Record<string, readonly string[]>;
      return { asked, opened };
    });
  await openBriefing(page, 'Talks resume in Anchorage');
  // Once the pictures are found to be missing, nothing moves away from under the pointer.
  await expect(article(page).getByText('The picture cannot be shown')).toBeVisible();
  const link = article(page).getByRole('link', { name: 'Wednesday' });
  await link.hover();
  const address = 'https://example.org/day?a=1&b=2';
  await expect(page.getByText(address)).toBeVisible();
  await link.click();
  await expect.poll(async () => (await told()).asked).toHaveLength(1);
  expect(await told()).toEqual({ asked: [expect.stringContaining(address)], opened: [] });
  await link.click();
  await expect.poll(async () => (await told()).opened).toEqual([address]);
});

test('a hostile page is text: nothing of it runs or asks for anything', async ({
  start,
  folder,
}) => {
  const knocks: string[] = [];
  const server = createServer((request, response) => {
    knocks.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  const canary = `http://127.0.0.1:${port}`;
  const words =
    'The storm has passed, the harbour office said, and ships may leave the port again. ';
  await mkdir(path.join(folder, 'saved'));
  await writeFile(
    path.join(folder, 'saved', 'storm.html'),
    `<!DOCTYPE html><html><head><title>The Storm Has Passed</title>
    <script>window.ran = true; fetch('${canary}/script')</script>
    <link rel="stylesheet" href="${canary}/style"><meta http-equiv="refresh" content="0;url=${canary}/refresh">
    </head><body onload="window.ran = true"><article><h1>The Storm Has Passed</h1>
    <p>${words.repeat(4)}<img src="${canary}/image" onerror="window.ran = true"></p>
    <p>${words.repeat(4)}<svg onload="window.ran = true"></svg><iframe src="${canary}/frame"></iframe></p>
    <p><a href="javascript:window.ran=true">A trap</a> ${words.repeat(3)}</p>
    <p>&lt;img src=x onerror="window.ran = true"&gt; ${words.repeat(3)}</p></article></body></html>`,
  );
  const { page } = await start({ library: folder });
  await openBriefing(page, 'The Storm Has Passed');
  await expect(article(page).getByText('<img src=x onerror="window.ran = true">')).toBeVisible();
  await expect(article(page).locator('script, iframe, svg[onload], a[href]')).toHaveCount(0);
  const trap = article(page).getByText('A trap');
  await trap.click();
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(knocks).toEqual([]);
  server.close();
});
