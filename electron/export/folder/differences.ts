import { diffIndices } from 'node-diff3';

/** Where two versions differ: stretches of each, `start` inclusive and `end` exclusive. */
export interface Difference {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Comparing takes as many steps as the product of both lengths; longer stretches differ as a whole. */
const mostSteps = 4_000_000;

/** Where keys stand that occur once. */
function onlyPlaces(keys: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  keys.forEach((key, index) => places.set(key, places.has(key) ? -1 : index));
  return places;
}

type Pair = readonly [place: number, newPlace: number];

/** The index of the first of `tops` that does not come before a place. */
function searchTop(pairs: readonly Pair[], tops: readonly number[], newPlace: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const top = pairs[tops[middle] ?? 0]?.[1] ?? 0;
    if (top < newPlace) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest row of pairs that stand in the same order in both versions. */
function longestInOrder(pairs: readonly Pair[]): readonly Pair[] {
  const tops: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, newPlace], index) => {
    const pile = searchTop(pairs, tops, newPlace);
    before.push(pile === 0 ? -1 : (tops[pile - 1] ?? -1));
    tops[pile] = index;
  });
  const row: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) row.push(pair);
  }
  return row.toReversed();
}

/** Pairs of places with keys that occur once in both versions. */
function anchorsOf(base: readonly string[], version: readonly string[]): readonly Pair[] {
  const places = onlyPlaces(version);
  const own = onlyPlaces(base);
  const pairs = base.flatMap((key, index): readonly Pair[] => {
    const place = places.get(key) ?? -1;
    return place >= 0 && own.get(key) === index ? [[index, place]] : [];
  });
  return longestInOrder(pairs);
}

function differencesIn(base: readonly string[], version: readonly string[]): readonly Difference[] {
  if (base.length * version.length > mostSteps)
    return [{ start: 0, end: base.length, newStart: 0, newEnd: version.length }];
  return diffIndices([...base], [...version]).map(({ buffer1, buffer2 }) => ({
    start: buffer1[0],
    end: buffer1[0] + buffer1[1],
    newStart: buffer2[0],
    newEnd: buffer2[0] + buffer2[1],
  }));
}

/**
 * The differences of two versions, in order. What occurs once in both ties them together first, as in
 * Cohen's patience diff (https://bramcohen.livejournal.com/73318.html), so that long documents take
 * little time; what lies between is compared by the longest common subsequence.
 */
export function differences(
  base: readonly string[],
  version: readonly string[],
): readonly Difference[] {
  const found: Difference[] = [];
  let [start, newStart] = [0, 0];
  for (const [place, newPlace] of [
    ...anchorsOf(base, version),
    [base.length, version.length] as const,
  ]) {
    if (place > start || newPlace > newStart) {
      const between = differencesIn(base.slice(start, place), version.slice(newStart, newPlace));
      for (const one of between) {
        found.push({
          start: one.start + start,
          end: one.end + start,
          newStart: one.newStart + newStart,
          newEnd: one.newEnd + newStart,
        });
      }
    }
    [start, newStart] = [place + 1, newPlace + 1];
  }
  return found;
}
