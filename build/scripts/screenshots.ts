/** Takes the pictures of `docs/screenshots/`: the reviewed seed story in each look. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { launchApp } from '../runtime/launch-app.ts';
import { selectRuntime } from '../runtime/select-runtime.ts';
import { projectRoot } from '../vite/options.ts';
import { bundle } from './bundle.ts';
import { review } from './demo.ts';

interface Look {
  readonly theme: 'light' | 'dark';
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** In per cent. */
  readonly textSize: number;
}

const looks: readonly Look[] = [
  { theme: 'light', width: 1440, height: 900, textSize: 100 },
  { theme: 'dark', width: 1440, height: 900, textSize: 100 },
  { theme: 'light', width: 800, height: 600, textSize: 100 },
  { theme: 'dark', width: 800, height: 600, textSize: 100 },
  { theme: 'light', width: 1440, height: 900, textSize: 200 },
];

function fileNameOf({ theme, width, height, textSize }: Look): string {
  const size = textSize === 100 ? '' : `-text-${textSize}`;
  return `${theme}-${width}x${height}${size}.png`;
}

async function show(app: ElectronApplication, page: Page, look: Look): Promise<void> {
  const { theme, textSize, width, height } = look;
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size.width, size.height),
    { width, height },
  );
  await page.getByRole('button', { name: 'Text and appearance' }).click();
  await page.getByRole('slider', { name: 'Text size' }).fill(String(textSize));
  await page.getByRole('button', { name: theme === 'light' ? 'Light' : 'Dark' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('article').click({ position: { x: 4, y: 4 } });
}

async function takeScreenshots(folder: string): Promise<void> {
  await bundle({ quiet: true, onlyIfStale: true });
  const runtime = await selectRuntime({ allowDownload: true });
  const profile = await mkdtemp(path.join(os.tmpdir(), 'readout-screenshots-'));
  const run = async (
    task: (app: ElectronApplication, page: Page) => Promise<unknown>,
  ): Promise<void> => {
    const app = await launchApp({ runtime, profile });
    const page = await app.firstWindow();
    await page.getByRole('article').waitFor();
    await task(app, page);
    await app.close();
  };
  try {
    await run((_app, page) => review(page));
    for (const look of looks) {
      await run(async (app, page) => {
        await show(app, page, look);
        await page.screenshot({ path: path.join(folder, fileNameOf(look)) });
      });
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

const folder = path.join(projectRoot, 'docs/screenshots');
await mkdir(folder, { recursive: true });
await takeScreenshots(folder);
