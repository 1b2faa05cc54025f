import type { ExportEntry } from '../../shared/export/entry.ts';
import { type MarkedRun, markedParts } from '../../shared/export/marked-parts.ts';
import type { Annotation, Color } from '../../shared/model/annotation.ts';
import type { PartPath } from '../../shared/model/part.ts';

/** Words that are shown in one way. */
export interface MarkedWords {
  readonly text: string;
  /** That of the note that stands on top; `null` where nothing is highlighted. */
  readonly color: Color | null;
  /** The numbers of the notes whose last words these are. */
  readonly numbers: readonly number[];
}

/** The words of a part of the text. Empty for a part without text. */
export type WordsOf = (path: PartPath) => readonly MarkedWords[];

/** The run with which each annotation ends: a passage may go through several parts. */
function lastRuns(runs: Iterable<readonly MarkedRun[]>): ReadonlyMap<Annotation, MarkedRun> {
  const last = new Map<Annotation, MarkedRun>();
  for (const run of [...runs].flat()) {
    for (const annotation of run.annotations) last.set(annotation, run);
  }
  return last;
}

function colorOf(annotations: readonly Annotation[]): Color | null {
  return annotations.findLast(({ color }) => color !== null)?.color ?? null;
}

/**
 * The words of the parts of an entry with its highlights.
 *
 * @param notes in the order in which they are numbered, from 1.
 */
export function markedWords(entry: ExportEntry, notes: readonly Annotation[]): WordsOf {
  const { runs, whole } = markedParts(entry);
  const last = lastRuns(runs.values());
  const numbers = new Map(notes.map((note, index) => [note, index + 1]));
  const numbersOf = (annotations: readonly Annotation[]): readonly number[] =>
    annotations.map((one) => numbers.get(one) ?? 0).toSorted((one, other) => one - other);
  return (path) => {
    const ofPart = whole.get(path) ?? [];
    const runsOfPart = runs.get(path) ?? [];
    return runsOfPart.map((run, index) => {
      const ending = run.annotations.filter((one) => last.get(one) === run);
      const isEnd = index === runsOfPart.length - 1;
      return {
        text: run.text,
        color: colorOf(run.annotations) ?? colorOf(ofPart),
        numbers: numbersOf(isEnd ? [...ending, ...ofPart] : ending),
      };
    });
  };
}
