import { anchor, queryFor } from '../anchoring/anchor.ts';
import type { Passage } from '../anchoring/passage.ts';
import { RunningText } from '../anchoring/running-text.ts';
import type { Annotation } from '../model/annotation.ts';
import { type PartPath, partsOf } from '../model/part.ts';
import type { ExportEntry } from './entry.ts';

/** A stretch of a part's text that the same annotations are on. */
export interface MarkedRun extends Passage {
  readonly text: string;
  /** In the order of the entry; empty where nothing is marked. */
  readonly annotations: readonly Annotation[];
}

/** Where the annotations of an entry stand. */
export interface MarkedParts {
  /** The runs of each part with text, in reading order; together they are the part's text. */
  readonly runs: ReadonlyMap<PartPath, readonly MarkedRun[]>;
  /** Annotations of a whole part, by its path. */
  readonly whole: ReadonlyMap<PartPath, readonly Annotation[]>;
  /** Annotations whose place is not in the text (any more), and those of the whole briefing. */
  readonly elsewhere: readonly Annotation[];
}

interface Placed extends Passage {
  readonly annotation: Annotation;
}

function runsOf(text: string, placed: readonly Placed[]): readonly MarkedRun[] {
  const edges = new Set([0, text.length, ...placed.flatMap(({ start, end }) => [start, end])]);
  const ends = [...edges].toSorted((one, other) => one - other);
  return ends.slice(1).map((end, index) => {
    const start = ends[index] ?? 0;
    const covering = placed.filter((one) => one.start <= start && one.end >= end);
    return {
      start,
      end,
      text: text.slice(start, end),
      annotations: covering.map(({ annotation }) => annotation),
    };
  });
}

function addTo<Value>(lists: Map<PartPath, Value[]>, part: PartPath, value: Value): void {
  const list = lists.get(part);
  if (list === undefined) lists.set(part, [value]);
  else list.push(value);
}

/**
 * Where the annotations of an entry stand in its text, anchored as the app anchors them. A passage
 * that is in several places, or in none that is sure, stands elsewhere.
 */
export function markedParts({ reference, briefing, marks }: ExportEntry): MarkedParts {
  const parts = briefing === null ? [] : partsOf(briefing);
  const texts = new Map(parts.map(({ path, text }) => [path, text]));
  const running = new RunningText(parts);
  const placed = new Map<PartPath, Placed[]>();
  const whole = new Map<PartPath, Annotation[]>();
  const elsewhere: Annotation[] = [];
  for (const annotation of marks.annotations) {
    const { target } = annotation;
    if (target.kind === 'part' && texts.has(target.part)) addTo(whole, target.part, annotation);
    else if (target.kind === 'passage') {
      const found = anchor(running, queryFor(target, running, reference.fingerprint));
      const passages = 'place' in found ? found.place.passages : [];
      for (const { part, ...passage } of passages) addTo(placed, part, { ...passage, annotation });
      if (passages.length === 0) elsewhere.push(annotation);
    } else elsewhere.push(annotation);
  }
  const runs = new Map(
    parts
      .filter(({ text }) => text !== '')
      .map(({ path, text }) => [path, runsOf(text, placed.get(path) ?? [])]),
  );
  return { runs, whole, elsewhere };
}
