import { conflictBlock, findConflicts, updateConflicts } from './conflict-block.ts';
import { areSame, isBlank, isWithin, type Line, lineKeys, wordsOf } from './lines.ts';
import { threeWay } from './regions.ts';

/** Lines that have what both versions changed, and whether both texts stand in a conflict. */
export interface Merged {
  readonly lines: readonly Line[];
  readonly hasConflict: boolean;
}

/** A stretch that was changed in both versions. */
export interface Versions {
  readonly base: readonly Line[];
  readonly mine: readonly Line[];
  readonly theirs: readonly Line[];
}

/** The two versions where one of them has everything; `null` where they contradict each other. */
function agreed({ base, mine, theirs }: Versions): readonly Line[] | null {
  if (areSame(mine, base)) return theirs;
  if (areSame(theirs, base)) return mine;
  if (isWithin(mine, theirs)) return theirs;
  return wordsOf(theirs).length > 0 && isWithin(theirs, mine) ? mine : null;
}

/**
 * What becomes of lines that both changed.
 *
 * @param isKnown whether the base is what was exported last. Then two insertions at one place do not
 *   contradict each other: both stand there. Else nobody knows who wrote them.
 */
export function resolveLines(versions: Versions, isKnown: boolean): Merged {
  const { base, mine, theirs } = versions;
  const lines = agreed(versions);
  if (lines !== null) return { lines, hasConflict: false };
  const blocks = findConflicts(mine);
  if (blocks.length > 0) return updateConflicts(mine, blocks, versions);
  if (isKnown && wordsOf(base).length === 0)
    return { lines: [...mine, ...theirs], hasConflict: false };
  return { lines: conflictBlock(mine, theirs), hasConflict: true };
}

/** One after the other, with no more blank lines around a conflict than one. */
function joined(parts: readonly Merged[]): Merged {
  const lines: Line[] = [];
  let wasConflict = false;
  for (const part of parts) {
    const isDoubled =
      (part.hasConflict || wasConflict) && isBlank(lines.at(-1)) && isBlank(part.lines[0]);
    lines.push(...part.lines.slice(isDoubled ? 1 : 0));
    if (part.lines.length > 0) wasConflict = part.hasConflict;
  }
  return { lines, hasConflict: parts.some(({ hasConflict }) => hasConflict) };
}

/** Merges lines that stand for themselves. */
export function mergeLines(
  base: readonly Line[],
  mine: readonly Line[],
  theirs: readonly Line[],
  isKnown: boolean,
): Merged {
  const regions = threeWay(base, mine, theirs, lineKeys);
  return joined(
    regions.map((region): Merged => {
      if (region.kind === 'both') return resolveLines(region, isKnown);
      return { lines: region.kind === 'theirs' ? region.theirs : region.mine, hasConflict: false };
    }),
  );
}
