import { differences } from './differences.ts';

/** A stretch of three versions: either nobody changed it, or somebody did. */
export type Region<Piece> =
  | { readonly kind: 'same'; readonly mine: readonly Piece[] }
  | {
      readonly kind: 'mine' | 'theirs' | 'both';
      readonly base: readonly Piece[];
      readonly mine: readonly Piece[];
      readonly theirs: readonly Piece[];
    };

/** A stretch of the base, `start` to `end` exclusive, and by how much it grew in the version. */
interface Hunk {
  readonly side: 'mine' | 'theirs';
  readonly start: number;
  readonly end: number;
  readonly growth: number;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly hunks: readonly Hunk[];
}

function hunksOf(
  side: Hunk['side'],
  base: readonly string[],
  version: readonly string[],
): readonly Hunk[] {
  return differences(base, version).map(({ start, end, newStart, newEnd }) => ({
    side,
    start,
    end,
    growth: newEnd - newStart - (end - start),
  }));
}

/** Changes that overlap belong together; those that only touch do not, unless both insert there. */
function groupsOf(hunks: readonly Hunk[]): readonly Group[] {
  const groups: Group[] = [];
  for (const hunk of hunks.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = groups.at(-1);
    const isTogether =
      last !== undefined &&
      (hunk.start < last.end || (last.start === hunk.start && last.end === hunk.end));
    if (last === undefined || !isTogether)
      groups.push({ start: hunk.start, end: hunk.end, hunks: [hunk] });
    else {
      const end = Math.max(last.end, hunk.end);
      groups[groups.length - 1] = { start: last.start, end, hunks: [...last.hunks, hunk] };
    }
  }
  return groups;
}

function growthOf({ hunks }: Group, side: Hunk['side']): number {
  return hunks.reduce((sum, hunk) => (hunk.side === side ? sum + hunk.growth : sum), 0);
}

function sideOf({ hunks }: Group): 'mine' | 'theirs' | 'both' {
  const [first] = hunks;
  if (first === undefined || hunks.some(({ side }) => side !== first.side)) return 'both';
  return first.side;
}

/**
 * Two versions against the one that both come from, in order, as diff3 does
 * (https://www.cis.upenn.edu/~bcpierce/papers/diff3-short.pdf).
 *
 * @param keysOf what equal pieces have in common, for each piece of a version.
 */
export function threeWay<Piece>(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
  keysOf: (version: readonly Piece[]) => readonly string[],
): readonly Region<Piece>[] {
  const [baseKeys, mineKeys, theirKeys] = [keysOf(base), keysOf(mine), keysOf(theirs)];
  const regions: Region<Piece>[] = [];
  const at = { base: 0, mine: 0, theirs: 0 };
  const same = (end: number): void => {
    const length = end - at.base;
    if (length > 0) regions.push({ kind: 'same', mine: mine.slice(at.mine, at.mine + length) });
    Object.assign(at, { base: end, mine: at.mine + length, theirs: at.theirs + length });
  };
  const hunks = [...hunksOf('mine', baseKeys, mineKeys), ...hunksOf('theirs', baseKeys, theirKeys)];
  for (const group of groupsOf(hunks)) {
    same(group.start);
    const length = group.end - group.start;
    const ends = {
      base: at.base + length,
      mine: at.mine + length + growthOf(group, 'mine'),
      theirs: at.theirs + length + growthOf(group, 'theirs'),
    };
    regions.push({
      kind: sideOf(group),
      base: base.slice(at.base, ends.base),
      mine: mine.slice(at.mine, ends.mine),
      theirs: theirs.slice(at.theirs, ends.theirs),
    });
    Object.assign(at, ends);
  }
  same(base.length);
  return regions;
}

/** The pieces that both versions have, in their order: what both may come from. */
export function commonPieces<Piece>(
  mine: readonly Piece[],
  theirs: readonly Piece[],
  keysOf: (version: readonly Piece[]) => readonly string[],
): readonly Piece[] {
  const common: Piece[] = [];
  let next = 0;
  for (const { start, end } of differences(keysOf(mine), keysOf(theirs))) {
    common.push(...mine.slice(next, start));
    next = end;
  }
  return [...common, ...mine.slice(next)];
}
