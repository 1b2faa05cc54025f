import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { launchApp } from '../../../build/runtime/launch-app.ts';
import { selectRuntime } from '../../../build/runtime/select-runtime.ts';
import { libraryRowsPerPage } from '../../../renderer/state/library-store.ts';
import { print, quantile, round } from '../report.ts';
import { queryKinds } from './queries.ts';

const openings = 100;

interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** From the start of the process to the first briefing on the screen, in milliseconds. */
  readonly painted: number;
}

/** A folder of briefings and a profile, whose catalog may be filled already. */
export interface AppFolders {
  readonly root: string;
  readonly profile: string;
}

async function startApp({ root, profile }: AppFolders): Promise<Started> {
  const runtime = await selectRuntime({ allowDownload: false });
  const started = performance.now();
  const app = await launchApp({ runtime, profile, library: root });
  const page = await app.firstWindow();
  await page.locator('article').waitFor();
  return { app, page, painted: performance.now() - started };
}

async function isScanning(): Promise<boolean> {
  const { activity, briefingCount } = await window.desktop.libraryStatus({});
  return activity.kind === 'scanning' || briefingCount === 0;
}

/** Resolves when all files were looked through. */
async function scanEnd(page: Page): Promise<void> {
  while (await page.evaluate(isScanning)) await new Promise((resolve) => setTimeout(resolve, 1000));
}

/** Queries as they are typed, from the page to the library process and back. */
async function measureTyped(page: Page, size: number): Promise<void> {
  const kind = queryKinds().find(({ name }) => name === 'prefix');
  const times = await page.evaluate(
    async ({ queries, limit }) => {
      const measured: number[] = [];
      for (const text of queries) {
        const filter = { view: '', text, order: 'newest' as const };
        const started = performance.now();
        await window.desktop.queryBriefings({ filter, offset: 0, limit });
        measured.push(performance.now() - started);
      }
      return measured;
    },
    { queries: kind?.queries ?? [], limit: libraryRowsPerPage },
  );
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  print({
    what: 'query as typed, renderer to worker and back',
    size,
    p50: round(p50),
    p99: round(p99),
    target: 16,
  });
}

/** Clicks the first row that is not open, and answers how long its headline took to be painted. */
async function openAnother(): Promise<number> {
  const pane = document.querySelector('readout-library-pane')?.shadowRoot;
  const list = pane?.querySelector('readout-library-list')?.shadowRoot;
  const option = list?.querySelector<HTMLElement>('[role=option][aria-selected=false]');
  const headline = option?.querySelector('.headline')?.textContent.trim();
  if (option == null || headline === undefined) throw new Error('There is no row to open.');
  const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const started = performance.now();
  option.click();
  while (document.querySelector('#headline-text')?.textContent !== headline) {
    await nextFrame();
    if (performance.now() - started > 10_000) throw new Error(`${headline} did not open.`);
  }
  // The frame in which it is drawn is over when the next one begins.
  await nextFrame();
  return performance.now() - started;
}

/** From the click on a row to the frame that shows the briefing. */
async function measureOpening(page: Page, size: number): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < openings; run += 1) times.push(await page.evaluate(openAnother));
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  print({
    what: 'opening a briefing, click to painted',
    size,
    p50: round(p50),
    p99: round(p99),
    target: 50,
  });
}

/** The resident memory of a process, in megabytes. */
function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** The process of the library: a descendant of the app whose command line names its entry. */
function findLibraryProcess(): number | null {
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      if (command.includes('library-process.js')) return Number(entry);
    } catch {
      // It ended meanwhile.
    }
  }
  return null;
}

async function heapMegabytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1024 / 1024;
}

interface AppFigures {
  readonly painted: number;
  readonly heap: number;
  readonly resident: number | null;
}

async function figuresOf(folders: AppFolders, size: number | null): Promise<AppFigures> {
  const { app, page, painted } = await startApp(folders);
  if (size !== null) {
    // It begins half a second after the first briefing is there.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await scanEnd(page);
    await measureTyped(page, size);
    await measureOpening(page, size);
  }
  const library = process.platform === 'linux' ? findLibraryProcess() : null;
  const figures = {
    painted,
    heap: await heapMegabytes(page),
    resident: library === null ? null : residentMegabytes(library),
  };
  await app.close();
  return figures;
}

/** Measures the app over a filled catalog against the same app with a single briefing. */
export async function measureApp(folders: AppFolders, size: number): Promise<void> {
  const full = await figuresOf(folders, size);
  const starts: number[] = [];
  const emptyStarts: number[] = [];
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'readout-start-'));
  const small: AppFolders = {
    root: path.join(scratch, 'root'),
    profile: path.join(scratch, 'one'),
  };
  execFileSync('cp', ['-r', 'seeds', small.root]);
  let empty = await figuresOf(small, null);
  for (let run = 0; run < 5; run += 1) {
    empty = await figuresOf(small, null);
    emptyStarts.push(empty.painted);
    starts.push((await figuresOf(folders, null)).painted);
  }
  rmSync(scratch, { recursive: true, force: true });
  const [start, emptyStart] = [quantile(starts, 0.5), quantile(emptyStarts, 0.5)];
  print({
    what: 'first briefing painted at start, against a small library',
    size,
    ms: round(start),
    small: round(emptyStart),
    ratio: round(start / emptyStart),
    target: 1.1,
  });
  print({
    what: 'memory, megabytes',
    size,
    library: full.resident === null ? null : round(full.resident),
    libraryTarget: 150,
    heapOverSmall: round(full.heap - empty.heap),
    heapTarget: 30,
  });
}

/** What the main process keeps between two looks of the measurement. */
interface Monitored {
  loopDelays?: { readonly max: number; readonly enable: () => void };
}

/** How often the event loop is asked for, in milliseconds. */
const resolution = 5;

/** The longest time that the main process held its event loop up while a first scan was running. */
export async function measureStalls(folders: AppFolders, size: number): Promise<void> {
  const { app, page } = await startApp(folders);
  await app.evaluate((_electron, every) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution: every });
    delays.enable();
    (globalThis as Monitored).loopDelays = delays;
  }, resolution);
  await scanEnd(page);
  const longest = await app.evaluate(() => (globalThis as Monitored).loopDelays?.max ?? 0);
  await app.close();
  print({
    what: 'longest stall of the main process in a first scan',
    size,
    ms: round(Math.max(0, longest / 1e6 - resolution)),
    target: 50,
  });
}
