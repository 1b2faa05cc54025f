import type { MarkedParts, MarkedRun } from '../../shared/export/marked-parts.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Link } from '../../shared/model/briefing.ts';

/** A stretch of a part's text that is written in one way. */
export interface MarkedPiece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly link: Link | null;
  /** Annotations whose first words these are. */
  readonly starting: readonly Annotation[];
  /** Annotations whose last words these are. */
  readonly ending: readonly Annotation[];
}

/** The runs that annotations begin and end with. */
export interface Extents {
  readonly first: ReadonlyMap<Annotation, MarkedRun>;
  readonly last: ReadonlyMap<Annotation, MarkedRun>;
}

/** Where the annotations of a briefing begin and end: a passage may go through several parts. */
export function extentsOf({ runs }: MarkedParts): Extents {
  const first = new Map<Annotation, MarkedRun>();
  const last = new Map<Annotation, MarkedRun>();
  for (const run of [...runs.values()].flat()) {
    for (const annotation of run.annotations) {
      if (!first.has(annotation)) first.set(annotation, run);
      last.set(annotation, run);
    }
  }
  return { first, last };
}

function piecesOfRun(
  run: MarkedRun,
  edges: readonly number[],
  links: readonly Link[],
  { first, last }: Extents,
): readonly MarkedPiece[] {
  const inside = edges.filter((edge) => edge > run.start && edge < run.end);
  const starts = [...new Set([run.start, ...inside])].toSorted((one, other) => one - other);
  const { annotations } = run;
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? run.end;
    return {
      start,
      end,
      text: run.text.slice(start - run.start, end - run.start),
      annotations,
      link: links.find((link) => link.start <= start && link.end >= end) ?? null,
      starting: index === 0 ? annotations.filter((one) => first.get(one) === run) : [],
      ending: end === run.end ? annotations.filter((one) => last.get(one) === run) : [],
    };
  });
}

/** The runs of a part, cut where links begin and end and at the other edges. */
export function piecesOf(
  runs: readonly MarkedRun[],
  links: readonly Link[],
  otherEdges: readonly number[],
  extents: Extents,
): readonly MarkedPiece[] {
  const edges = [...otherEdges, ...links.flatMap(({ start, end }) => [start, end])];
  return runs.flatMap((run) => piecesOfRun(run, edges, links, extents));
}
