import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { subscribe } from '@parcel/watcher';
import { createLibrary } from '../../../electron/library/create-library.ts';
import type { Library } from '../../../electron/library/library.ts';
import { rootOf } from '../../../electron/library/root-of.ts';
import { print, quantile, round } from '../report.ts';
import { measureFind } from './baseline.ts';

/** Where a measured library and its index are. */
export interface MeasuredFolders {
  /** The generated files. */
  readonly root: string;
  readonly catalogFile: string;
  readonly readingFile: string;
}

const runs = 5;

/** Opens the library of the generated files in this process. */
export function openMeasured(folders: MeasuredFolders, isWatching: boolean): Library {
  const { root, catalogFile, readingFile } = folders;
  return createLibrary({ roots: [rootOf(root)], catalogFile, readingFile, isWatching });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The first scan: its time, and when the first rows were there, in milliseconds. */
export async function measureFirstScan(folders: MeasuredFolders) {
  const library = openMeasured(folders, false);
  const started = performance.now();
  let firstRows = Number.POSITIVE_INFINITY;
  const unsubscribe = library.onChanged(({ briefingCount }) => {
    if (briefingCount > 0) firstRows = Math.min(firstRows, performance.now() - started);
  });
  const scan = await timed(() => library.rescan());
  unsubscribe();
  const { briefingCount, problemCount } = await library.status();
  await library.close();
  return { scan, firstRows, briefingCount, problemCount };
}

/** A rescan of what has not changed, against `find -newer` over the same tree, medians. */
export async function measureRescan(folders: MeasuredFolders): Promise<void> {
  const library = openMeasured(folders, false);
  await library.rescan();
  const rescans: number[] = [];
  const finds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    rescans.push(await timed(() => library.rescan()));
    finds.push(measureFind(folders.root, folders.catalogFile));
  }
  await library.close();
  const [rescan, find] = [quantile(rescans, 0.5), quantile(finds, 0.5)];
  print({
    what: 'rescan, nothing changed',
    ms: round(rescan),
    find: round(find),
    ratio: round(rescan / find),
    target: 3,
  });
}

/** How long the watcher itself takes to tell of a written file, in milliseconds. */
async function watcherDelay(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const delays: number[] = [];
  let heard: () => void = () => undefined;
  const subscription = await subscribe(folder, () => heard());
  for (let run = 0; run < runs; run += 1) {
    const event = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const started = performance.now();
    writeFileSync(path.join(folder, `${run}.txt`), 'News');
    await event;
    delays.push(performance.now() - started);
  }
  await subscription.unsubscribe();
  return quantile(delays, 0.5);
}

/** From the write of one file to its row, beside the watcher's own delay. */
export async function measureOneChange(folders: MeasuredFolders, scratch: string): Promise<void> {
  const own = await watcherDelay(path.join(scratch, 'watched'));
  const library = openMeasured(folders, true);
  await library.rescan();
  const delays: number[] = [];
  const file = path.join(folders.root, 'changing.txt');
  writeFileSync(file, 'Particle.news\nThe harbour opens\n\nOverview\n• One.\n');
  for (let run = 0; run < runs; run += 1) {
    const word = `zz${process.pid}run${run}`;
    const started = performance.now();
    appendFileSync(file, `• ${word}.\n`);
    const filter = { view: '', text: `${word} `, order: 'newest' } as const;
    while ((await library.query({ filter, offset: 0, limit: 1 })).length === 0) {
      if (performance.now() - started > 30_000)
        throw new Error(`The change of run ${run} was not seen.`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    delays.push(performance.now() - started);
  }
  await library.close();
  const listed = quantile(delays, 0.5);
  print({
    what: 'one changed file, write to list',
    ms: round(listed),
    watcher: round(own),
    over: round(listed - own),
    target: 500,
  });
}
