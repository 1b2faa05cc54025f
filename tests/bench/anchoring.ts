/**
 * `npm run bench:anchoring`: anchors and paints 1,000 annotations on a briefing of 150 kB in
 * Chromium, and prints JSON lines: the machine, then one line a figure with p50 and p99 in
 * milliseconds, and ratios to a plain `indexOf` of the same quotes in the same run.
 */
import path from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ensureBrowser } from '../../build/runtime/ensure-browser.ts';
import { projectRoot } from '../../build/vite/options.ts';
import type { AnchoringFigures, Runs } from './anchoring-page.ts';
import { machine, print, quantile, round } from './report.ts';

declare global {
  interface Window {
    readonly measureAnchoring: (length: number, count: number) => Promise<AnchoringFigures>;
  }
}

const textLength = 150_000;
const annotationCount = 1000;

async function bundlePage(): Promise<string> {
  const result = await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: path.join(projectRoot, 'tests/bench/anchoring-page.ts'),
        formats: ['iife'],
        name: 'bench',
      },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [];
  if (bundle === undefined) throw new Error('The page was not bundled.');
  return bundle.output[0].code;
}

async function measureInPage(): Promise<AnchoringFigures> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundlePage() });
    return await page.evaluate(([length, count]) => window.measureAnchoring(length, count), [
      textLength,
      annotationCount,
    ] as const);
  } finally {
    await browser.close();
  }
}

const figures = await measureInPage();
const baseline = quantile(figures.indexOfAll, 0.5);
print({
  ...machine(),
  textLength: figures.textLength,
  annotationCount: figures.annotationCount,
});
for (const [figure, runs] of Object.entries(figures)) {
  if (!Array.isArray(runs)) continue;
  const measured = runs as Runs;
  const p50 = quantile(measured, 0.5);
  const ratio = figure.includes('All') ? round(p50 / baseline) : null;
  print({
    figure,
    p50: round(p50),
    p99: round(quantile(measured, 0.99)),
    runs: measured.length,
    ...(ratio !== null && { ratioToIndexOf: ratio }),
  });
}
print({ figure: 'resolutionsAfterEdit', ...figures.resolutions });
