/**
 * Does the app's main job without a person: opens the seed story, bookmarks it, highlights a
 * sentence, writes a note, exports Markdown. Leaves a screenshot and the export in `out/demo/`.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright';
import { launchApp } from '../runtime/launch-app.ts';
import { selectPassage } from '../runtime/select-passage.ts';
import { selectRuntime } from '../runtime/select-runtime.ts';
import { projectRoot } from '../vite/options.ts';
import { bundle } from './bundle.ts';

const headline = 'Zelensky Travels to Turkey With U.S. Envoy as Moscow Sits Out Planned Talks';
const passage = 'reinvigorate negotiations and restore prisoner exchanges';
const note =
  'Compare with the July round: exchanges resumed **within nine days** of the last trip.';

/** Bookmarks the seed story, highlights a sentence of it and writes a note on that. */
export async function review(page: Page): Promise<void> {
  await page.getByRole('option', { name: headline }).click();
  await page.getByRole('article', { name: headline }).waitFor();
  await page.keyboard.press('b');
  await page.getByText('Bookmarked this briefing').waitFor();
  await selectPassage(page, passage);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: /^Note on/ }).fill(note);
  await page.getByText('1 note saved').waitFor();
  await page.keyboard.press('Escape');
}

async function exportNotes(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('region', { name: 'Preview' }).filter({ hasText: passage }).waitFor();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByText('Exported to').waitFor();
}

/** Runs the demonstration and prints where its files are. */
export async function demo(): Promise<void> {
  await bundle({ quiet: true, onlyIfStale: true });
  const runtime = await selectRuntime({ allowDownload: true });
  console.log(runtime.line);
  const folder = path.join(projectRoot, 'out/demo');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const profile = await mkdtemp(path.join(os.tmpdir(), 'readout-demo-'));
  const app = await launchApp({ runtime, profile });
  try {
    const page = await app.firstWindow();
    await review(page);
    await exportNotes(app, page, path.join(folder, 'notes.md'));
    await page.screenshot({ path: path.join(folder, 'screen.png') });
  } finally {
    await app.close();
    await rm(profile, { recursive: true, force: true });
  }
  console.log(`Screenshot: ${path.join('out', 'demo', 'screen.png')}`);
  console.log(`Export:     ${path.join('out', 'demo', 'notes.md')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await demo();
