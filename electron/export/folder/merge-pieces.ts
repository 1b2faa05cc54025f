import { areSame, isWithin, type Line } from './lines.ts';
import { resolveLines } from './merge-lines.ts';
import { type Block, frontId, type Piece, pieceKeys } from './pieces.ts';
import { type Region, threeWay } from './regions.ts';

interface Versions {
  readonly base: readonly Piece[];
  readonly mine: readonly Piece[];
  readonly theirs: readonly Piece[];
  readonly isKnown: boolean;
  /** Whether a block is in the merged document. */
  readonly isThere: (piece: Piece) => boolean;
  /** Blocks of the file that stay there although the new export does not have them. */
  readonly kept: ReadonlySet<string>;
}

interface Merged {
  readonly pieces: readonly Piece[];
  readonly hasConflict: boolean;
}

function linesOf(pieces: readonly Piece[]): readonly Line[] {
  return pieces.flatMap((piece) => (piece.kind === 'line' ? [piece.line] : []));
}

function asPieces(lines: readonly Line[]): readonly Piece[] {
  return lines.map((line) => ({ kind: 'line', line }));
}

/** Lines of `pieces` that `base` lacks, in their order. */
function addedLines(base: readonly Line[], pieces: readonly Line[]): readonly Line[] {
  let found = 0;
  return pieces.filter(({ text }) => {
    if (text !== base[found]?.text) return true;
    found += 1;
    return false;
  });
}

/** A stretch that both changed. Which blocks are in it and where is put right afterwards. */
function resolve(
  { base, mine, theirs }: Pick<Versions, 'base' | 'mine' | 'theirs'>,
  isKnown: boolean,
): Merged {
  const lines = { base: linesOf(base), mine: linesOf(mine), theirs: linesOf(theirs) };
  if (areSame(lines.theirs, lines.base) || areSame(lines.theirs, lines.mine))
    return { pieces: mine, hasConflict: false };
  if (areSame(lines.mine, lines.base)) return { pieces: theirs, hasConflict: false };
  if (isKnown && isWithin(lines.base, lines.theirs)) {
    const added = addedLines(lines.base, lines.theirs);
    if (isWithin(added, lines.mine)) return { pieces: mine, hasConflict: false };
    if (isWithin(lines.base, lines.mine))
      return { pieces: [...mine, ...asPieces(added)], hasConflict: false };
  }
  const resolved = resolveLines(lines, isKnown);
  const blocks = mine.filter(({ kind }) => kind === 'block');
  return { pieces: [...asPieces(resolved.lines), ...blocks], hasConflict: resolved.hasConflict };
}

function mergeRegion(region: Region<Piece>, isKnown: boolean): Merged {
  if (region.kind === 'both') return resolve(region, isKnown);
  return { pieces: region.kind === 'theirs' ? region.theirs : region.mine, hasConflict: false };
}

function idOf(piece: Piece): string | null {
  return piece.kind === 'block' ? piece.id : null;
}

/** Puts a block behind the one that it follows in `order`, or before the one that follows it. */
function insertBlock(pieces: Piece[], block: Block, order: readonly Piece[]): void {
  const ids = order.map(idOf).filter((id) => id !== null);
  const place = ids.indexOf(block.id);
  const positions = new Map(pieces.map((piece, index) => [idOf(piece), index]));
  const before = ids.slice(0, place).findLast((id) => positions.has(id));
  const after = ids.slice(place + 1).find((id) => positions.has(id));
  const behind = before === undefined ? undefined : positions.get(before);
  const ahead = after === undefined ? undefined : positions.get(after);
  pieces.splice(behind === undefined ? (ahead ?? pieces.length) : behind + 1, 0, block);
}

/** Has every block that is there once, where the reader or else Readout has it. */
function settle(pieces: readonly Piece[], { mine, theirs, isThere }: Versions): readonly Piece[] {
  const seen = new Set<string>();
  const settled = pieces.filter((piece) => {
    if (!isThere(piece) || (piece.kind === 'block' && seen.has(piece.id))) return false;
    if (piece.kind === 'block') seen.add(piece.id);
    return true;
  });
  for (const order of [mine, theirs]) {
    for (const piece of order) {
      if (piece.kind === 'line' || seen.has(piece.id) || !isThere(piece)) continue;
      seen.add(piece.id);
      insertBlock(settled, piece, order);
    }
  }
  // Properties count only at the beginning of a file.
  const front = settled.findIndex((piece) => piece.kind === 'block' && piece.id === frontId);
  if (front <= 0) return settled;
  return [...settled.slice(front, front + 1), ...settled.toSpliced(front, 1)];
}

/** The row of blocks and lines of a merged document; what stands in the blocks is left to others. */
export function mergePieces(versions: Versions): Merged {
  const { mine, isKnown, isThere, kept } = versions;
  const inFile = new Set(mine.map(idOf));
  // A block that only one version lacks, and that is dealt with by its id, must not move lines.
  const base = versions.base.filter((piece) => piece.kind === 'line' || inFile.has(piece.id));
  const theirs = versions.theirs.filter(isThere);
  for (const piece of versions.base)
    if (piece.kind === 'block' && kept.has(piece.id)) insertBlock(theirs, piece, versions.base);
  const merged = threeWay(base, mine, theirs, pieceKeys).map((region) =>
    mergeRegion(region, isKnown),
  );
  return {
    pieces: settle(
      merged.flatMap(({ pieces }) => pieces),
      versions,
    ),
    hasConflict: merged.some(({ hasConflict }) => hasConflict),
  };
}
