/** The part of the anchoring benchmark that runs in the page, over the app's own code. */
import { anchor, type Anchoring, queryFor } from '../../electron/shared/anchoring/anchor.ts';
import { describe } from '../../electron/shared/anchoring/describe.ts';
import { normaliseQuote, RunningText } from '../../electron/shared/anchoring/running-text.ts';
import type { Annotation, PassageTarget } from '../../electron/shared/model/annotation.ts';
import { HighlightPainter } from '../../renderer/reader/highlight-painter.ts';

interface Part {
  readonly path: string;
  readonly text: string;
}

/** Milliseconds of each run. */
export type Runs = readonly number[];

/** What the benchmark measures; times in milliseconds. */
export interface AnchoringFigures {
  readonly textLength: number;
  readonly annotationCount: number;
  readonly describeOne: Runs;
  readonly anchorOneUnchanged: Runs;
  readonly anchorOneEdited: Runs;
  readonly anchorAllUnchanged: Runs;
  readonly anchorAllShifted: Runs;
  readonly anchorAllEdited: Runs;
  readonly paintAll: Runs;
  readonly indexOfAll: Runs;
  /** How the annotations fared when every passage was edited. */
  readonly resolutions: Readonly<Record<string, number>>;
}

const fingerprint = 'f'.repeat(64);

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Words by a Zipf law, as texts have them: the word of rank `r` is `1/r` as frequent as the first. */
function createWords(random: () => number): () => string {
  const letters = 'etaoinshrdlucmfwypvbgkjqxz';
  const words = Array.from({ length: 20_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 8) }, () =>
      letters.charAt(Math.floor(random() ** 2 * letters.length)),
    ).join(''),
  );
  return () => words[Math.floor(words.length ** random()) - 1] ?? 'the';
}

function makeParts(length: number, word: () => string): readonly Part[] {
  const parts: Part[] = [];
  let made = 0;
  while (made < length) {
    const text = `${Array.from({ length: 45 }, word).join(' ')}.`;
    parts.push({ path: `sections/0/items/${parts.length}`, text });
    made += text.length;
  }
  return parts;
}

/** Passages of 40 to 160 code units, from the start of a word to the end of one. */
function markAll(parts: readonly Part[], count: number, random: () => number): readonly Part[] {
  return Array.from({ length: count }, () => {
    const part = parts[Math.floor(random() * parts.length)];
    if (part === undefined) throw new Error('There is no text.');
    const start = part.text.indexOf(' ', Math.floor(random() * (part.text.length - 80))) + 1;
    const end = part.text.indexOf(' ', start + 40 + Math.floor(random() * 120));
    return { path: part.path, text: part.text.slice(start, end === -1 ? undefined : end) };
  });
}

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function repeat(times: number, work: () => unknown): Runs {
  return Array.from({ length: times }, () => time(work));
}

function anchorAll(
  parts: readonly Part[],
  targets: readonly PassageTarget[],
  now: string,
): readonly Anchoring[] {
  const running = new RunningText(parts);
  return targets.map((target) => anchor(running, queryFor(target, running, now)));
}

/** One letter in every 24 becomes another one, so that each passage has to be found by likeness. */
function edit(parts: readonly Part[]): readonly Part[] {
  return parts.map(({ path, text }) => ({
    path,
    text: text.replaceAll(/(.{12})[a-z](.{11})/g, '$1#$2'),
  }));
}

function show(parts: readonly Part[]): HTMLElement {
  const root = document.createElement('article');
  for (const { path, text } of parts) {
    const paragraph = document.createElement('p');
    paragraph.dataset['part'] = path;
    const holder = document.createElement('span');
    holder.toggleAttribute('data-part-text');
    holder.textContent = text;
    paragraph.append(holder);
    root.append(paragraph);
  }
  document.body.append(root);
  return root;
}

function toAnnotation(target: PassageTarget, index: number): Annotation {
  const id = String(index);
  const times = { createdAt: 0, modifiedAt: 0 };
  return { id, briefingId: '0', target, color: 'yellow', tags: [], note: '', ...times };
}

/** Paints, and lets Chromium lay out and draw. */
async function paintOnce(painter: HighlightPainter, paint: () => void): Promise<number> {
  painter.clear();
  await new Promise(requestAnimationFrame);
  const started = performance.now();
  paint();
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 0));
  return performance.now() - started;
}

/** Measures everything in one run. */
export async function measure(length: number, count: number): Promise<AnchoringFigures> {
  const random = createRandom(7);
  const parts = makeParts(length, createWords(random));
  const running = new RunningText(parts);
  const describeOne: number[] = [];
  const targets = markAll(parts, count, random).map(({ path, text }) => {
    const start = parts.find((part) => part.path === path)?.text.indexOf(text) ?? 0;
    const place = { part: path, start, end: start + text.length };
    const started = performance.now();
    const target = describe(running, place, place, fingerprint);
    describeOne.push(performance.now() - started);
    if (target === null) throw new Error('A passage has no words.');
    return target;
  });
  const shifted = [{ path: 'headline', text: 'A new line at the very beginning' }, ...parts];
  const edited = edit(parts);
  const each = (text: RunningText, now: string): Runs =>
    targets.map((target) => time(() => anchor(text, queryFor(target, text, now))));
  const annotations = targets.map(toAnnotation);
  const painter = new HighlightPainter(show(shifted));
  const anchorings = new Map(
    anchorAll(shifted, targets, 'other').map((one, index) => [String(index), one]),
  );
  const paintAll: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    paintAll.push(await paintOnce(painter, () => painter.paint(annotations, anchorings, [])));
  }
  const quotes = targets.map(({ quote }) => normaliseQuote(quote.exact));
  const results = anchorAll(edited, targets, 'other');
  const editedText = new RunningText(edited);
  anchor(editedText, queryFor(targets[0] ?? raise(), editedText, 'other'));
  return {
    textLength: running.text.length,
    annotationCount: targets.length,
    describeOne,
    anchorOneUnchanged: each(running, fingerprint),
    anchorOneEdited: each(editedText, 'other'),
    anchorAllUnchanged: repeat(20, () => anchorAll(parts, targets, fingerprint)),
    anchorAllShifted: repeat(20, () => anchorAll(shifted, targets, 'other')),
    anchorAllEdited: repeat(20, () => anchorAll(edited, targets, 'other')),
    paintAll,
    indexOfAll: repeat(20, () => quotes.map((quote) => running.text.indexOf(quote))),
    resolutions: Object.fromEntries(
      [...Map.groupBy(results, ({ resolution }) => resolution)].map(([name, all]) => [
        name,
        all.length,
      ]),
    ),
  };
}

function raise(): never {
  throw new Error('There is nothing to anchor.');
}

Reflect.set(window, 'measureAnchoring', measure);
