import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { mainConfig } from '../vite/main.ts';
import { type BundleOptions, projectRoot } from '../vite/options.ts';
import { preloadConfig } from '../vite/preload.ts';
import { rendererConfig } from '../vite/renderer.ts';

/** What the bundle is made of. */
const sources = [
  'electron',
  'renderer',
  'build/vite',
  'build/scripts/bundle.ts',
  'build/tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

/** What a complete bundle holds at least. */
const products = [
  'out/main/main.js',
  'out/main/library-process.js',
  'out/main/command-line.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

const stampFile = path.join(projectRoot, 'out/bundle-stamp.json');

/** Says what the sources look like: how many files, and the newest time of change in milliseconds. */
async function describeSources(): Promise<string> {
  let fileCount = 0;
  let newest = 0;
  for (const source of sources) {
    const place = path.join(projectRoot, source);
    const isFolder = (await stat(place)).isDirectory();
    const entries = isFolder ? await readdir(place, { recursive: true, withFileTypes: true }) : [];
    const files = isFolder
      ? entries
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [place];
    const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
    fileCount += files.length;
    newest = times.reduce((one, other) => Math.max(one, other), newest);
  }
  return JSON.stringify({ fileCount, newest });
}

async function isThere(file: string): Promise<boolean> {
  return stat(path.join(projectRoot, file)).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isFresh(description: string): Promise<boolean> {
  const stamp = await readFile(stampFile, 'utf8').catch(() => null);
  if (stamp !== description) return false;
  const present = await Promise.all(products.map(isThere));
  return present.every(Boolean);
}

/** Makes the next bundle a new one, whatever is in `out/` by then. */
export async function forgetBundle(): Promise<void> {
  await rm(stampFile, { force: true });
}

/** The builds of the whole app, in the order in which they run. */
export function configurations(options: BundleOptions): readonly InlineConfig[] {
  return [mainConfig(options), preloadConfig(options), rendererConfig(options)];
}

/**
 * Bundles main process, library process, command line, preload and page into `out/`.
 *
 * @param options.quiet says nothing but warnings and errors.
 * @param options.onlyIfStale does nothing when no source changed since the last bundle.
 * @throws where a source cannot be bundled.
 */
export async function bundle(
  options: { readonly quiet?: boolean; readonly onlyIfStale?: boolean } = {},
): Promise<void> {
  const description = await describeSources();
  if (options.onlyIfStale === true && (await isFresh(description))) return;
  await forgetBundle();
  const quiet = options.quiet === true;
  for (const configuration of configurations({ root: projectRoot, development: false, quiet })) {
    await build(configuration);
  }
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, description);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundle({
    quiet: process.argv.includes('--quiet'),
    onlyIfStale: process.argv.includes('--only-if-stale'),
  });
}
