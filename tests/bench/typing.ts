/**
 * `npm run bench:typing`: types a note in the app with 10,000 annotations in the store, 100 and then
 * 1,000 of them on the open briefing, and prints JSON lines: how long keys take until the next frame, and the
 * longest task of the page meanwhile, in milliseconds. The frame budget is 50 ms.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { launchApp } from '../../build/runtime/launch-app.ts';
import { selectRuntime } from '../../build/runtime/select-runtime.ts';
import { projectRoot } from '../../build/vite/options.ts';
import { createLibrary } from '../../electron/library/create-library.ts';
import { rootOf } from '../../electron/library/root-of.ts';
import { openNotes } from '../../electron/notes/open-notes.ts';
import { profileFiles } from '../../electron/profile.ts';
import { describe } from '../../electron/shared/anchoring/describe.ts';
import { RunningText } from '../../electron/shared/anchoring/running-text.ts';
import type { AnnotationDraft } from '../../electron/shared/model/annotation.ts';
import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import { partsOf } from '../../electron/shared/model/part.ts';
import { referenceTo } from '../../electron/shared/model/reference-to.ts';
import { machine, print, quantile, round } from './report.ts';

const total = 10_000;
const words = 'Compare this with what the ministry said in the spring, and ask the office again. ';

/** @param folder for the library's own files. */
async function openSeeds(folder: string): Promise<readonly OpenedBriefing[]> {
  const root = await realpath(path.join(projectRoot, 'seeds'));
  const library = createLibrary({
    roots: [rootOf(root)],
    catalogFile: path.join(folder, 'catalog.sqlite'),
    readingFile: path.join(folder, 'reading.sqlite'),
    isWatching: false,
  });
  await library.rescan();
  const rows = await library.query({
    filter: { view: '', text: '', order: 'newest' },
    offset: 0,
    limit: 100,
  });
  const opened = await Promise.all(rows.map(({ id }) => library.open(id)));
  await library.close();
  return opened.flatMap((one) => (one.ok ? [one.value] : []));
}

/** Highlights of three to eight letters, one after another through the parts. */
function draftsOn(
  { briefing, listing }: OpenedBriefing,
  count: number,
): readonly AnnotationDraft[] {
  const running = new RunningText(partsOf(briefing));
  const parts = partsOf(briefing).filter(({ text }) => text.length > 20);
  return Array.from({ length: count }, (_, index) => {
    const part = parts[index % parts.length];
    if (part === undefined) throw new Error('The briefing has no text.');
    const start = (index * 7) % (part.text.length - 10);
    const place = { part: part.path, start, end: start + 3 + (index % 6) };
    const target = describe(running, place, place, listing.fingerprint) ?? { kind: 'briefing' };
    const color = index % 2 === 0 ? 'yellow' : 'blue';
    const note = `Note ${index}. ${words}`;
    const ids = { id: randomUUID(), briefingId: listing.id, editing: randomUUID() };
    return { ...ids, target, color, tags: ['bench'], note };
  });
}

async function fill(profile: string, onOpenBriefing: number): Promise<string> {
  const opened = openNotes({ file: profileFiles(profile).notes });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { notes } = opened.value;
  const [first, ...others] = await openSeeds(profile);
  if (first === undefined) throw new Error('There are no seeds.');
  const share = Math.ceil((total - onOpenBriefing) / others.length);
  for (const briefing of [first, ...others]) {
    const drafts = draftsOn(briefing, briefing === first ? onOpenBriefing : share);
    const reference = referenceTo(briefing.listing);
    const saved = notes.saveAnnotations(drafts.map((draft) => ({ draft, reference })));
    if (!saved.ok) throw new Error(saved.problem.message);
  }
  notes.close();
  return first.listing.headline;
}

async function typeInApp(profile: string, headline: string): Promise<void> {
  const runtime = await selectRuntime({ allowDownload: false });
  const app = await launchApp({ runtime, profile });
  const page = await app.firstWindow();
  await page.getByRole('option', { name: headline }).click();
  await page.getByRole('article', { name: headline }).waitFor();
  await page.waitForTimeout(5000);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: /^Note on/ }).waitFor();
  await page.evaluate(() => {
    const tasks: number[] = [];
    Reflect.set(window, 'longTasks', tasks);
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const keys: number[] = [];
  for (const key of words.repeat(3)) {
    const started = performance.now();
    await page.keyboard.type(key);
    keys.push(performance.now() - started);
    await page.waitForTimeout(20);
  }
  const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[]);
  print({ ...machine(), runtime: runtime.kind, annotations: total });
  print({ figure: 'key', p50: round(quantile(keys, 0.5)), p99: round(quantile(keys, 0.99)) });
  print({ figure: 'tasksOver50', count: tasks.length, longest: Math.max(0, ...tasks) });
  await app.close();
}

async function measure(onOpenBriefing: number): Promise<void> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'readout-typing-'));
  try {
    print({ onOpenBriefing });
    await typeInApp(profile, await fill(profile, onOpenBriefing));
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

await measure(100);
await measure(1000);
