/** A pair of positions in two sequences: the same element in both. */
export interface Pair {
  readonly older: number;
  readonly newer: number;
}

/** Elements that are there more often are paired by their count only: the first with the first. */
const mostAlike = 24;

function positionsByKey(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  keys.forEach((key, index) => {
    const known = positions.get(key);
    if (known === undefined) positions.set(key, [index]);
    else known.push(index);
  });
  return positions;
}

/** Every pair of equal elements: by the newer position, and for one the last older position first. */
function equalPairs(older: readonly string[], newer: readonly string[]): readonly Pair[] {
  const positions = positionsByKey(older);
  const seen = new Map<string, number>();
  return newer.flatMap((key, index) => {
    const found = positions.get(key) ?? [];
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    const chosen = found.length > mostAlike ? found.slice(count, count + 1) : found.toReversed();
    return chosen.map((position) => ({ older: position, newer: index }));
  });
}

interface Step extends Pair {
  readonly before: Step | null;
}

/** The index of the first step whose older position is not below a position. */
function firstNotBelow(ends: readonly Step[], position: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle]?.older ?? Infinity) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest rising sequence of pairs. */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const ends: Step[] = [];
  for (const { older, newer } of pairs) {
    const at = firstNotBelow(ends, older);
    ends[at] = { older, newer, before: ends[at - 1] ?? null };
  }
  const rising: Pair[] = [];
  for (let step = ends.at(-1) ?? null; step !== null; step = step.before) {
    rising.push({ older: step.older, newer: step.newer });
  }
  return rising.toReversed();
}

/**
 * A longest common subsequence of two sequences of keys, as pairs of positions in rising order.
 *
 * @see J. W. Hunt, T. G. Szymanski, A fast algorithm for computing longest common subsequences
 * (1977): the longest rising sequence among the pairs of equal elements.
 */
export function alignSequences(
  older: readonly string[],
  newer: readonly string[],
): readonly Pair[] {
  const shorter = Math.min(older.length, newer.length);
  let start = 0;
  while (start < shorter && older[start] === newer[start]) start += 1;
  let end = 0;
  while (end < shorter - start && older.at(-1 - end) === newer.at(-1 - end)) end += 1;
  const middle = longestRising(
    equalPairs(older.slice(start, older.length - end), newer.slice(start, newer.length - end)),
  );
  return [
    ...Array.from({ length: start }, (_, index) => ({ older: index, newer: index })),
    ...middle.map((pair) => ({ older: pair.older + start, newer: pair.newer + start })),
    ...Array.from({ length: end }, (_, index) => ({
      older: older.length - end + index,
      newer: newer.length - end + index,
    })),
  ];
}
