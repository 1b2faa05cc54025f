import { alignSequences, type Pair } from './align.ts';
import type { ComparedPart } from './compared-part.ts';
import { type WordProfile, wordProfileOf, similarity } from './similarity.ts';

/** Two parts that are one before and after. */
export interface PartPair extends Pair {
  readonly kind: 'same' | 'moved' | 'changed';
  /** From 0 to 1. */
  readonly similarity: number;
}

/** From this on, a part is another one's new wording. */
const leastSimilar = 0.4;

/** At most so many pairs of parts are compared word by word: 400 against 400. */
const mostCompared = 160_000;

interface Candidate extends Pair {
  readonly similarity: number;
}

/** The parts on either side that have no other half yet. */
interface Leftovers {
  readonly older: readonly number[];
  readonly newer: readonly number[];
}

/** Pairs leftovers that say the same, wherever they stand: those moved. */
function moved(
  older: readonly ComparedPart[],
  newer: readonly ComparedPart[],
  left: Leftovers,
): readonly PartPair[] {
  const places = new Map<string, number[]>();
  for (const index of left.older) {
    const key = older[index]?.key ?? '';
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  return left.newer.flatMap((index) => {
    const place = places.get(newer[index]?.key ?? '')?.shift();
    return place === undefined
      ? []
      : [{ kind: 'moved', older: place, newer: index, similarity: 1 } as const];
  });
}

/** Leftovers between the same two neighbours that stayed, each with the number of its gap. */
function gapsOf(pairs: readonly Pair[], side: keyof Pair): (index: number) => number {
  const stayed = pairs.map((pair) => pair[side]);
  return (index) => {
    let [low, high] = [0, stayed.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((stayed[middle] ?? Infinity) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Takes the best pairs first; each part is taken once. */
function bestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const [taken, given] = [new Set<number>(), new Set<number>()];
  const nearness = ({ older, newer }: Candidate): number => Math.abs(older - newer);
  return candidates
    .toSorted((one, other) => other.similarity - one.similarity || nearness(one) - nearness(other))
    .filter(({ older, newer }) => {
      if (taken.has(older) || given.has(newer)) return false;
      taken.add(older);
      given.add(newer);
      return true;
    });
}

function profiles(
  parts: readonly ComparedPart[],
  indexes: readonly number[],
): ReadonlyMap<number, WordProfile> {
  return new Map(indexes.map((index) => [index, wordProfileOf(parts[index]?.text ?? '')]));
}

/** Pairs leftovers that are alike: those between the same neighbours, or wherever if few are left. */
function changed(
  older: readonly ComparedPart[],
  newer: readonly ComparedPart[],
  left: Leftovers,
  same: readonly Pair[],
): readonly PartPair[] {
  const [before, after] = [profiles(older, left.older), profiles(newer, left.newer)];
  const [olderGap, newerGap] = [gapsOf(same, 'older'), gapsOf(same, 'newer')];
  const isSmall = left.older.length * left.newer.length <= mostCompared;
  let compared = 0;
  const candidates: Candidate[] = [];
  for (const [old, oldPrint] of before) {
    for (const [young, youngPrint] of after) {
      if (!isSmall && olderGap(old) !== newerGap(young)) continue;
      compared += 1;
      if (compared > mostCompared) break;
      const likeness = similarity(oldPrint, youngPrint);
      if (likeness >= leastSimilar) {
        candidates.push({ older: old, newer: young, similarity: likeness });
      }
    }
  }
  return bestOf(candidates).map((pair) => ({ kind: 'changed', ...pair }));
}

function without({ older, newer }: Leftovers, pairs: readonly Pair[]): Leftovers {
  const [taken, given] = [
    new Set(pairs.map((pair) => pair.older)),
    new Set(pairs.map((pair) => pair.newer)),
  ];
  return {
    older: older.filter((index) => !taken.has(index)),
    newer: newer.filter((index) => !given.has(index)),
  };
}

/** Finds for the parts of one sort which of them are the same before and after. */
export function pairParts(
  older: readonly ComparedPart[],
  newer: readonly ComparedPart[],
): readonly PartPair[] {
  const same = alignSequences(
    older.map(({ key }) => key),
    newer.map(({ key }) => key),
  );
  const all = { older: [...older.keys()], newer: [...newer.keys()] };
  const left = without(all, same);
  const elsewhere = moved(older, newer, left);
  const reworded = changed(older, newer, without(left, elsewhere), same);
  return [
    ...same.map((pair) => ({ kind: 'same', ...pair, similarity: 1 }) as const),
    ...elsewhere,
    ...reworded,
  ];
}
