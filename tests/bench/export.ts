/**
 * `npm run bench:export`: exports 100,000 annotations on 10,000 briefings as Markdown, Obsidian, web
 * annotations, CSV and HTML into one file each, and prints JSON lines: the time against that of `cat`
 * writing the same bytes, and the largest resident memory of the process that exports. The library is
 * a process of its own, as in the app. Needs a POSIX system.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ExportingTools } from '../../electron/export/exporting-tools.ts';
import { prepareExport } from '../../electron/export/prepare-export.ts';
import { writeExport } from '../../electron/export/save-export.ts';
import { createChooseWriter } from '../../electron/export/writers.ts';
import { connectLibrary } from '../../electron/library/connect-library.ts';
import type { Library } from '../../electron/library/library.ts';
import { rootOf } from '../../electron/library/root-of.ts';
import type { Notes } from '../../electron/notes/notes.ts';
import { openNotes } from '../../electron/notes/open-notes.ts';
import { everyMark } from '../../electron/shared/export/filter-marks.ts';
import { colorSchema } from '../../electron/shared/model/annotation.ts';
import type { ExportFormat, ExportRequest } from '../../electron/shared/model/export.ts';
import type { Listing } from '../../electron/shared/model/listing.ts';
import { partsOf } from '../../electron/shared/model/part.ts';
import { referenceTo } from '../../electron/shared/model/reference-to.ts';
import { defaultSettings } from '../../electron/shared/model/settings.ts';
import { writeLibrary } from '../support/generated/write-library.ts';
import { LibraryChildProcess } from '../support/library/library-child-process.ts';
import { machine, print, round } from './report.ts';

const briefingCount = 10_000;
const annotationsPerBriefing = 10;
const formats = ['markdown', 'obsidian', 'json', 'csv', 'html'] as const;

const scratch = mkdtempSync(path.join(os.tmpdir(), 'readout-export-'));

async function openLibrary(): Promise<Library> {
  const root = path.join(scratch, 'library');
  writeLibrary(root, briefingCount);
  const roots = [rootOf(root)];
  const options = {
    catalogFile: path.join(scratch, 'catalog.sqlite'),
    readingFile: path.join(scratch, 'reading.sqlite'),
    isWatching: false,
  };
  const library = connectLibrary(
    roots,
    (now) => new LibraryChildProcess({ ...options, roots: now }),
  );
  await library.rescan();
  return library;
}

/** Annotates the parts of a briefing, one after the other and again from the first. */
async function annotate(listing: Listing, library: Library, notes: Notes): Promise<void> {
  const read = await library.read(listing.id);
  if (!read.ok) throw new Error(read.problem.message);
  const parts = partsOf(read.value.briefing).filter(({ text }) => text !== '');
  const reference = referenceTo(listing);
  const saves = Array.from({ length: annotationsPerBriefing }, (_, number) => {
    const part = parts[number % parts.length];
    if (part === undefined) throw new Error(`${listing.path} has no text.`);
    const target = { kind: 'part', part: part.path, quote: part.text } as const;
    const draft = {
      id: randomUUID(),
      briefingId: listing.id,
      target,
      color: colorSchema.options[number % 5] ?? null,
      tags: [`desk/${String(number % 7)}`],
      note: `Ask the harbour office about *${String(number)}*.\n\nThen compare with the log.`,
      editing: randomUUID(),
    };
    return { draft, reference };
  });
  const saved = notes.saveAnnotations(saves);
  if (!saved.ok) throw new Error(saved.problem.message);
}

async function annotateAll(library: Library, notes: Notes): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const page: readonly Listing[] = await library.page(after, 500);
    for (const listing of page) await annotate(listing, library, notes);
    after = page.at(-1)?.id ?? null;
    if (page.length < 500) return;
  }
}

/** Runs `work`; its time in milliseconds, and the largest resident memory meanwhile in megabytes. */
async function measured(work: () => Promise<unknown>) {
  let largest = process.memoryUsage.rss();
  const timer = setInterval(() => {
    largest = Math.max(largest, process.memoryUsage.rss());
  }, 20);
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  clearInterval(timer);
  return { ms, megabytes: largest / 1024 / 1024 };
}

function timeCat(file: string): number {
  const started = performance.now();
  execFileSync('sh', ['-c', 'cat "$0" > "$0.copy" && sync "$0.copy"', file]);
  return performance.now() - started;
}

async function measure(format: ExportFormat, tools: ExportingTools): Promise<void> {
  const file = path.join(scratch, `notes.${format}`);
  const form = { withText: false, layout: 'file', isBook: false, templateId: null } as const;
  const request: ExportRequest = { ...form, scope: { kind: 'all' }, format, filter: everyMark };
  const run = { stop: new AbortController().signal, progress: () => undefined };
  const { ms, megabytes } = await measured(async () => {
    const prepared = await prepareExport(request, tools);
    if (!prepared.ok) throw new Error(prepared.problem.message);
    const written = await writeExport(prepared.value, request, file, run, tools);
    if (!written.ok) throw new Error(written.problem.message);
  });
  const cat = timeCat(file);
  print({
    what: `export as ${format}`,
    briefings: briefingCount,
    annotations: briefingCount * annotationsPerBriefing,
    bytes: statSync(file).size,
    ms: round(ms),
    cat: round(cat),
    ratio: round(ms / cat),
    residentMegabytes: round(megabytes),
    target: 300,
  });
}

print(machine());
const library = await openLibrary();
const opened = openNotes({ file: path.join(scratch, 'notes.sqlite') });
if (!opened.ok) throw new Error(opened.problem.message);
const { notes } = opened.value;
try {
  await annotateAll(library, notes);
  print({
    what: 'before any export',
    residentMegabytes: round(process.memoryUsage.rss() / 1024 / 1024),
  });
  const chooseWriter = createChooseWriter({
    findTemplate: () => Promise.resolve(null),
    pdfWriter: null,
  });
  const tools: ExportingTools = {
    sources: { library, notes },
    settings: () => defaultSettings,
    chooseWriter,
    recordFolder: path.join(scratch, 'exports'),
    today: () => '2026-03-31',
  };
  for (const format of formats) await measure(format, tools);
} finally {
  notes.close();
  await library.close();
  rmSync(scratch, { recursive: true, force: true });
}
