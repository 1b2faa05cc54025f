/** Exported pages in a real browser: nothing is loaded or run, and everybody can use them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../build/runtime/ensure-browser.ts';
import type { WritingOptions } from '../../electron/export/format-writer.ts';
import { exportEntries } from '../support/export/entries.ts';
import { writtenHtml } from '../unit/export/html/written-html.ts';
import { attacks, hostileEntry } from './hostile-briefing.ts';

/** A picture of one grey point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

const folder = mkdtempSync(path.join(os.tmpdir(), 'readout-exported-'));
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** Whatever the page asked for or said. */
let noise: string[];

beforeAll(async () => {
  const isRoot = process.getuid?.() === 0;
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: isRoot ? ['--no-sandbox'] : [],
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  noise = [];
  await context.exposeFunction('canary', () => void noise.push('canary'));
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('dialog', (dialog) => {
    noise.push(dialog.message());
    void dialog.dismiss();
  });
});
afterEach(() => context.close());

/** Opens the page of an export and moves the pointer and the focus over it. */
async function open(changes: Partial<WritingOptions> = {}): Promise<void> {
  const file = path.join(folder, 'page.html');
  const html = await writtenHtml([...exportEntries(), hostileEntry()], {
    title: attacks,
    colorNames: { yellow: attacks },
    picture: () => Promise.resolve({ mediaType: 'image/png', bytes: picture }),
    ...changes,
  });
  writeFileSync(file, html);
  const { href } = pathToFileURL(file);
  page.on('request', (request) => {
    const isOwn = request.url() === href || request.url().startsWith('data:image/png;base64,');
    if (!isOwn) noise.push(request.url());
  });
  await page.goto(href, { waitUntil: 'networkidle' });
}

const forms = [
  ['with text', {}],
  ['notes alone', { withText: false }],
  ['a book', { isBook: true }],
] as const;

describe.each(forms)('an exported page (%s)', (_name, form) => {
  it('asks for nothing, says nothing and runs nothing', async () => {
    await open(form);
    for (const link of await page.locator('a[href^="#"]').all()) await link.hover({ force: true });
    await page.keyboard.press('Tab');
    await page.emulateMedia({ media: 'print' });
    expect(noise).toEqual([]);
    expect(page.url()).not.toContain('canary');
  });

  it('shows hostile text as it is', async () => {
    await open(form);
    expect(await page.title()).toBe(attacks);
    expect(await page.locator('script, iframe, svg, link, form, base, object').count()).toBe(0);
    expect(await page.locator('style').count()).toBe(1);
    const headline = page.getByRole('heading', { name: '<script>canary()</script>' }).first();
    expect(await headline.innerText()).toContain('</title></style></textarea></noscript>');
    const addresses = await page
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.filter((address) => !/^(?:#|https:|mailto:)/.test(address))).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('can be used by everybody (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open({ ...form, title: 'Harbours' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('fits a narrow window', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await open(form);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

describe('an exported page', () => {
  it('has notes beside the text where there is room, and behind it where there is none', async () => {
    await open();
    const text = page.locator('section.text').first();
    const notes = page.locator('section.text + .notes').first();
    const isBeside = async (): Promise<boolean> => {
      const [left, right] = [await text.boundingBox(), await notes.boundingBox()];
      return left !== null && right !== null && right.x >= left.x + left.width;
    };
    expect(await isBeside()).toBe(true);
    await page.setViewportSize({ width: 700, height: 800 });
    expect(await isBeside()).toBe(false);
  });

  it('shows its pictures', async () => {
    await open();
    const widths = await page
      .locator('img')
      .evaluateAll((pictures) => pictures.map((one) => (one as HTMLImageElement).naturalWidth));
    expect(widths).toEqual([1]);
  });
});
