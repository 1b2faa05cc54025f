import type { Briefing } from '../model/briefing.ts';
import type { PartPath } from '../model/part.ts';
import { type ComparedPart, comparedPartsOf, type Sort } from './compared-part.ts';
import { pairParts, type PartPair } from './pair-parts.ts';
import { similarity, wordProfileOf } from './similarity.ts';

/** What became of one part. `similarity` goes from 0 to 1. */
export type PartChange =
  | { readonly kind: 'new'; readonly newer: ComparedPart }
  | {
      readonly kind: 'changed';
      readonly older: ComparedPart;
      readonly newer: ComparedPart;
      readonly similarity: number;
    }
  | { readonly kind: 'moved'; readonly older: ComparedPart; readonly newer: ComparedPart }
  | {
      readonly kind: 'dropped';
      readonly older: ComparedPart;
      /** The part of the newer briefing after which it stood. */
      readonly after: PartPath;
    };

/** What is different between two versions of a briefing. */
export interface BriefingDifference {
  /** In the order of the newer briefing; what was dropped comes after what it stood after. */
  readonly changes: readonly PartChange[];
  /** How many parts are the same, in the same order. */
  readonly unchangedCount: number;
  /**
   * Where a place in a part of the older briefing is in the newer one: in the part itself, whatever
   * its wording, or else in the part that now stands where it stood.
   */
  readonly placeOf: (older: PartPath) => PartPath;
}

interface Matched {
  readonly pair: PartPair;
  readonly older: ComparedPart;
  readonly newer: ComparedPart;
}

const sorts: readonly Sort[] = ['headline', 'dek', 'figure', 'text'];

function pairsOfSort(
  older: readonly ComparedPart[],
  newer: readonly ComparedPart[],
  sort: Sort,
): readonly Matched[] {
  const [before, after] = [older, newer].map((parts) => parts.filter((part) => part.sort === sort));
  if (before === undefined || after === undefined) return [];
  const isOnlyOne = sort === 'headline' || sort === 'dek';
  const pairs = isOnlyOne ? pairOfOnes(before, after) : pairParts(before, after);
  return pairs.flatMap((pair) => {
    const [old, young] = [before[pair.older], after[pair.newer]];
    return old === undefined || young === undefined ? [] : [{ pair, older: old, newer: young }];
  });
}

/** There is one at most: however it reads, it is the same one. */
function pairOfOnes(
  [older]: readonly ComparedPart[],
  [newer]: readonly ComparedPart[],
): readonly PartPair[] {
  if (older === undefined || newer === undefined) return [];
  const kind = older.key === newer.key ? 'same' : 'changed';
  const likeness = similarity(wordProfileOf(older.text), wordProfileOf(newer.text));
  return [{ kind, older: 0, newer: 0, similarity: likeness }];
}

function changeOf({ pair, older, newer }: Matched): PartChange | null {
  if (pair.kind === 'same') return null;
  if (pair.kind === 'moved') return { kind: 'moved', older, newer };
  return { kind: 'changed', older, newer, similarity: pair.similarity };
}

/** For each older part, the newer part that it is or that stands before where it was. */
function placesOf(
  older: readonly ComparedPart[],
  matches: ReadonlyMap<PartPath, Matched>,
): ReadonlyMap<PartPath, PartPath> {
  const places = new Map<PartPath, PartPath>();
  let last: PartPath = 'headline';
  for (const { path } of older) {
    const match = matches.get(path);
    // A part that moved says nothing of its old neighbours.
    if (match !== undefined && match.pair.kind !== 'moved') last = match.newer.path;
    places.set(path, match?.newer.path ?? last);
  }
  return places;
}

const compared = new WeakMap<Briefing, WeakMap<Briefing, BriefingDifference>>();

/** Compares two versions of a briefing part by part; the same two are compared once. */
export function compareBriefings(older: Briefing, newer: Briefing): BriefingDifference {
  const known = compared.get(older) ?? new WeakMap<Briefing, BriefingDifference>();
  compared.set(older, known);
  const difference = known.get(newer) ?? compare(older, newer);
  known.set(newer, difference);
  return difference;
}

function compare(older: Briefing, newer: Briefing): BriefingDifference {
  const [before, after] = [comparedPartsOf(older), comparedPartsOf(newer)];
  const matches = sorts.flatMap((sort) => pairsOfSort(before, after, sort));
  const byOlder = new Map(matches.map((match) => [match.older.path, match]));
  const byNewer = new Map(matches.map((match) => [match.newer.path, match]));
  const places = placesOf(before, byOlder);
  const dropped = Map.groupBy(
    before.filter(({ path }) => !byOlder.has(path)),
    ({ path }) => places.get(path) ?? 'headline',
  );
  const changes = after.flatMap((part): readonly PartChange[] => {
    const match = byNewer.get(part.path);
    const own = match === undefined ? { kind: 'new' as const, newer: part } : changeOf(match);
    const gone = (dropped.get(part.path) ?? []).map(
      (lost) => ({ kind: 'dropped', older: lost, after: part.path }) as const,
    );
    return own === null ? gone : [own, ...gone];
  });
  const unchangedCount = matches.filter(({ pair }) => pair.kind === 'same').length;
  return { changes, unchangedCount, placeOf: (path) => places.get(path) ?? 'headline' };
}
