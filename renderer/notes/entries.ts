import type { Anchoring } from '../../electron/shared/anchoring/anchor.ts';
import type { Annotation } from '../../electron/shared/model/annotation.ts';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import { inDocumentOrder } from '../../electron/shared/model/document-order.ts';
import { type Part, type PartPath, partsOf } from '../../electron/shared/model/part.ts';
import { type Standing, standingOf } from './standing.ts';

/** An annotation with what its card says of the text. */
export interface Entry {
  readonly annotation: Annotation;
  readonly standing: Standing;
  /** Where it stands now, for a person. */
  readonly place: string;
}

const partMaps = new WeakMap<Briefing, ReadonlyMap<PartPath, Part>>();

function partMapOf(briefing: Briefing): ReadonlyMap<PartPath, Part> {
  const known = partMaps.get(briefing);
  if (known !== undefined) return known;
  const parts = new Map(partsOf(briefing).map((part) => [part.path, part]));
  partMaps.set(briefing, parts);
  return parts;
}

function placeOf(
  { target }: Annotation,
  anchoring: Anchoring | undefined,
  parts: ReadonlyMap<PartPath, Part>,
): string {
  if (target.kind === 'briefing') return 'the whole briefing';
  const found = anchoring !== undefined && 'place' in anchoring ? anchoring.place : null;
  const path = found?.passages[0]?.part ?? target.part;
  return parts.get(path)?.place ?? 'No longer in the briefing';
}

/** The annotations of a briefing: those that lost their place, then the others, in its order. */
export function entriesOf(
  annotations: readonly Annotation[],
  briefing: Briefing,
  anchorings: ReadonlyMap<string, Anchoring>,
): readonly Entry[] {
  const parts = partMapOf(briefing);
  const entries = inDocumentOrder(annotations, briefing).map((annotation) => {
    const anchoring = anchorings.get(annotation.id);
    return {
      annotation,
      standing: standingOf(annotation, anchoring, parts),
      place: placeOf(annotation, anchoring, parts),
    };
  });
  const isLost = ({ standing }: Entry): boolean => standing.kind === 'lost';
  return [...entries.filter(isLost), ...entries.filter((entry) => !isLost(entry))];
}
