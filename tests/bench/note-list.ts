/**
 * `npm run bench:note-list`: lists 100,000 annotations on 10,000 briefings with 400 tags, and prints
 * JSON lines: the outline and a page of 100 rows in the middle, for each grouping, in milliseconds.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Notes } from '../../electron/notes/notes.ts';
import { openNotes } from '../../electron/notes/open-notes.ts';
import type { AnnotationDraft, BriefingReference } from '../../electron/shared/model/annotation.ts';
import { colorSchema } from '../../electron/shared/model/annotation.ts';
import type { NoteQuery } from '../../electron/shared/model/note-list.ts';
import { machine, print, quantile, round } from './report.ts';

const annotationCount = 100_000;
const briefingCount = 10_000;
const tagCount = 400;
const batch = 10_000;
const runs = 11;

function referenceOf(number: number): BriefingReference {
  const id = createHash('sha256').update(String(number)).digest('hex');
  const fileName = `story-${number}.txt`;
  return {
    id: id.slice(0, 32),
    fingerprint: id,
    path: `/library/${fileName}`,
    fileName,
    headline: `Ferries of Norland, part ${number}`,
    source: null,
    date: null,
  };
}

function draftOf(number: number, briefingId: string): AnnotationDraft {
  return {
    id: randomUUID(),
    briefingId,
    target: { kind: 'briefing' },
    color: colorSchema.options[number % 5] ?? null,
    tags: [`tag ${number % tagCount}`, ...(number % 4 === 0 ? [] : [`more/${number % 37}`])],
    note: `Ask the harbour office about ferry ${number % 997}.`,
    editing: randomUUID(),
  };
}

function fill(notes: Notes): void {
  for (let first = 0; first < annotationCount; first += batch) {
    const saves = Array.from({ length: batch }, (_, index) => {
      const reference = referenceOf((first + index) % briefingCount);
      return { draft: draftOf(first + index, reference.id), reference };
    });
    const saved = notes.saveAnnotations(saves);
    if (!saved.ok) throw new Error(saved.problem.message);
  }
}

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function measure(notes: Notes, query: NoteQuery): void {
  const { total } = notes.outline(query, []);
  const page = { offset: Math.floor(total / 2), limit: 100 };
  const outlines: number[] = [];
  const pages: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    outlines.push(time(() => notes.outline(query, [])));
    pages.push(time(() => notes.query(query, [], page)));
  }
  const { group, words } = query;
  print({
    group,
    words,
    rows: total,
    outline: { p50: round(quantile(outlines, 0.5)), max: round(Math.max(...outlines)) },
    page: { p50: round(quantile(pages, 0.5)), max: round(Math.max(...pages)) },
  });
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'readout-list-'));
try {
  const opened = openNotes({ file: path.join(folder, 'notes.sqlite') });
  if (!opened.ok) throw new Error(opened.problem.message);
  const { notes } = opened.value;
  fill(notes);
  print({ ...machine(), annotationCount, briefingCount, tagCount });
  for (const words of ['', 'harbour office']) {
    for (const group of ['briefing', 'tag', 'day'] as const) {
      measure(notes, { words, colors: [], tags: [], group });
    }
  }
  notes.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
