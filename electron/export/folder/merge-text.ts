import { areSame, type FileText, isBlank, joinLines, type Line, splitLines } from './lines.ts';
import { isWrittenInto, markDeleted, mergeBlock, mergeFront } from './merge-block.ts';
import type { Merged } from './merge-lines.ts';
import { mergePieces } from './merge-pieces.ts';
import { type Block, blocksOf, frontId, type Piece, pieceKeys, piecesOf } from './pieces.ts';
import { commonPieces } from './regions.ts';

/** A file's text with what changed in Readout and what the reader wrote into the file. */
export interface MergedText {
  readonly text: string;
  /** Both changed the same, and both texts are there. */
  readonly hasConflict: boolean;
}

/** The blocks of a document in its three versions. */
interface Documents {
  readonly base: readonly Piece[];
  readonly mine: readonly Piece[];
  readonly theirs: readonly Piece[];
  /** Whether the base is what was exported last; else it is what both versions have. */
  readonly isKnown: boolean;
}

interface Blocks {
  readonly base: ReadonlyMap<string, Block>;
  readonly mine: ReadonlyMap<string, Block>;
  readonly theirs: ReadonlyMap<string, Block>;
}

function sameText(one: readonly Line[], other: readonly Line[]): boolean {
  return one.length === other.length && one.every(({ text }, index) => text === other[index]?.text);
}

/** The next line that is not blank in one direction; `null` at the end and at a block. */
function neighbour(pieces: readonly Piece[], index: number, step: 1 | -1): string | null {
  for (let next = index + step; ; next += step) {
    const piece = pieces[next];
    if (piece?.kind !== 'line') return null;
    if (piece.line.text.trim() !== '') return piece.line.text;
  }
}

/** Blocks that are gone from Readout while the reader wrote into them, or right beside them. */
function deletedAndKept({ base, mine }: Documents, blocks: Blocks): ReadonlySet<string> {
  const old = new Set(base.flatMap((piece) => (piece.kind === 'line' ? [piece.line.text] : [])));
  const kept = new Set<string>();
  mine.forEach((piece, index) => {
    if (piece.kind === 'line' || blocks.theirs.has(piece.id)) return;
    const before = blocks.base.get(piece.id);
    const beside = [neighbour(mine, index, -1), neighbour(mine, index, 1)];
    const isBeside = beside.some((text) => text !== null && !old.has(text));
    if (isBeside || before === undefined || isWrittenInto(before.lines, piece.lines))
      kept.add(piece.id);
  });
  return kept;
}

/** The lines of a block without the number in the first, which each annotation before it changes. */
function withoutNumber(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, index) =>
    index === 0 ? { ...line, text: line.text.replace(/(\*\*|\] )\d+\. /, '$1') } : line,
  );
}

/** Blocks that the reader deleted from the file; Readout has them as they were. */
function deletedByReader({ base, mine, theirs }: Blocks): ReadonlySet<string> {
  const ids = [...base.values()].filter((block) => {
    const now = theirs.get(block.id);
    if (mine.has(block.id) || now === undefined) return false;
    return areSame(withoutNumber(now.lines), withoutNumber(block.lines));
  });
  return new Set(ids.map(({ id }) => id));
}

/** Without the blank lines behind it. */
function trimmed(lines: readonly Line[]): readonly Line[] {
  return lines.slice(0, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

/** The blank lines behind a block, which are those of the file if it has any. */
function blankBehind(id: string, blocks: Blocks, isLast: boolean): readonly Line[] {
  const exported = blocks.theirs.has(id) ? blocks.theirs : blocks.base;
  const versions = [blocks.mine, exported].map((version) => {
    const lines = version.get(id)?.lines ?? [];
    return lines.slice(trimmed(lines).length);
  });
  if (!isLast) return versions.find((lines) => lines.length > 0) ?? [];
  const wasLast = [...blocks.mine.keys()].at(-1) === id;
  return wasLast ? (versions[0] ?? []) : [];
}

function mergedBlock(id: string, { base, mine, theirs }: Blocks, isKnown: boolean): Merged {
  const current = mine.get(id)?.lines;
  const next = theirs.get(id)?.lines;
  if (current === undefined) return { lines: trimmed(next ?? []), hasConflict: false };
  if (next === undefined) {
    const lines = trimmed(current);
    return { lines: id === frontId ? lines : markDeleted(lines), hasConflict: false };
  }
  const known = isKnown ? base.get(id)?.lines : undefined;
  const old = known === undefined ? null : trimmed(known);
  const merge = id === frontId ? mergeFront : mergeBlock;
  const merged = merge(old, trimmed(current), trimmed(next));
  return { ...merged, lines: trimmed(merged.lines) };
}

function mergeDocuments(documents: Documents): Merged {
  const { mine, theirs, isKnown } = documents;
  const blocks = { base: blocksOf(documents.base), mine: blocksOf(mine), theirs: blocksOf(theirs) };
  const dropped = deletedByReader(blocks);
  const kept = isKnown
    ? deletedAndKept(documents, blocks)
    : new Set([...blocks.mine.keys()].filter((id) => !blocks.theirs.has(id)));
  const isThere = (piece: Piece): boolean =>
    piece.kind === 'line' ||
    (blocks.theirs.has(piece.id) && !dropped.has(piece.id)) ||
    kept.has(piece.id);
  const merged = mergePieces({ ...documents, isThere, kept });
  let hasConflict = merged.hasConflict;
  const lines = merged.pieces.flatMap((piece, index) => {
    if (piece.kind === 'line') return [piece.line];
    const block = mergedBlock(piece.id, blocks, isKnown);
    hasConflict ||= block.hasConflict;
    const isLast = index === merged.pieces.length - 1;
    return [...block.lines, ...blankBehind(piece.id, blocks, isLast)];
  });
  return { lines, hasConflict };
}

function documentsOf(base: FileText | null, mine: FileText, theirs: FileText): Documents {
  const all = (): boolean => true;
  const theirPieces = piecesOf(theirs.lines, all);
  const basePieces = base === null ? null : piecesOf(base.lines, all);
  const known = new Set([...blocksOf(theirPieces).keys(), ...blocksOf(basePieces ?? []).keys()]);
  const minePieces = piecesOf(mine.lines, (id) => known.has(id));
  return {
    base: basePieces ?? commonPieces(minePieces, theirPieces, pieceKeys),
    mine: minePieces,
    theirs: theirPieces,
    isKnown: basePieces !== null,
  };
}

/**
 * Merges an export into a file that the reader may have edited. Nothing that the reader wrote is
 * lost; `docs/re-export.md` says what becomes of each kind of change.
 *
 * @param base the text that was exported last; `null` where that is not known.
 * @param mine the file's text.
 * @param theirs the new export.
 */
export function mergeText(base: string | null, mine: string, theirs: string): MergedText {
  if (base === theirs) return { text: mine, hasConflict: false };
  const file = splitLines(mine);
  const next = splitLines(theirs);
  if (sameText(file.lines, next.lines)) return { text: mine, hasConflict: false };
  const old = base === null ? null : splitLines(base);
  const ownLines = next.lines.map(({ text }): Line => ({ text, end: '' }));
  const isUniform = file.lines.every(({ end }) => end === file.end || end === '');
  if (isUniform && old !== null && sameText(old.lines, file.lines))
    return { text: joinLines(ownLines, file), hasConflict: false };
  const { lines, hasConflict } = mergeDocuments(
    documentsOf(old, file, { ...next, lines: ownLines }),
  );
  return { text: joinLines(lines, file), hasConflict };
}
