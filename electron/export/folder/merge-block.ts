import { conflictBlock } from './conflict-block.ts';
import { areSame, isWithin, type Line, lineKeys, newLines } from './lines.ts';
import { mergeHead } from './merge-head.ts';
import { type Merged, mergeLines } from './merge-lines.ts';
import { commonPieces } from './regions.ts';

const deleted = '*Deleted in Readout*';

function isMark({ text }: Line): boolean {
  return /^[ \t]*(?:[->] )?\*Deleted in Readout\*\s*$/.test(text);
}

/** A first line as it is quoted in a conflict: there must not be two blocks with its id. */
function withoutId(line: Line): Line {
  return { ...line, text: line.text.replace(/\s*(?:<!--\s*rd-[^>]*-->|\^rd-\S+\s*$)/, '') };
}

const textOf = ({ text }: Line): string => text;

/** Merges first lines. What cannot be merged becomes a conflict below Readout's line. */
function mergeHeads(base: Line | undefined, mine: Line, theirs: Line): Merged {
  if (mine.text === theirs.text || theirs.text === base?.text)
    return { lines: [mine], hasConflict: false };
  if (mine.text === base?.text) return { lines: [theirs], hasConflict: false };
  const text = base === undefined ? null : mergeHead(base.text, mine.text, theirs.text);
  if (text !== null) return { lines: [{ ...mine, text }], hasConflict: false };
  const space = /^[ \t]*/.exec(theirs.text)?.[0] ?? '';
  const indent = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]/.test(theirs.text) ? `${space}  ` : space;
  const quoted = (line: Line): readonly Line[] =>
    newLines([indent + withoutId(line).text.trimStart()]);
  const lines = [theirs, ...conflictBlock(quoted(mine), quoted(theirs))];
  return { lines, hasConflict: true };
}

/**
 * Merges what stands in one block.
 *
 * @param base as it was exported last; `null` where that is not known.
 */
export function mergeBlock(
  base: readonly Line[] | null,
  mine: readonly Line[],
  theirs: readonly Line[],
): Merged {
  // It may have been deleted and restored.
  const current = mine.filter((line) => !isMark(line));
  if (areSame(current, theirs) || (base !== null && areSame(theirs, base)))
    return { lines: current, hasConflict: false };
  if (base !== null && areSame(current, base)) return { lines: theirs, hasConflict: false };
  const [mineHead, ...mineBody] = current;
  const [theirHead, ...theirBody] = theirs;
  if (mineHead === undefined || theirHead === undefined)
    return { lines: [...current, ...theirs], hasConflict: false };
  const head = mergeHeads(base?.[0], mineHead, theirHead);
  const baseBody = base === null ? commonPieces(mineBody, theirBody, lineKeys) : base.slice(1);
  const body = mergeLines(baseBody, mineBody, theirBody, base !== null);
  // Properties belong to the first line, so a conflict about it comes behind them.
  const isProperty = ({ text }: Line): boolean => /^[ \t]*[\w-]+::(?:[ \t]|$)/.test(text);
  const properties = body.lines.findIndex((line) => !isProperty(line));
  const start = properties === -1 ? body.lines.length : properties;
  return {
    lines: [
      ...head.lines.slice(0, 1),
      ...body.lines.slice(0, start),
      ...head.lines.slice(1),
      ...body.lines.slice(start),
    ],
    hasConflict: head.hasConflict || body.hasConflict,
  };
}

/** Merges a file's properties. A conflict would make them unreadable, so it comes behind them. */
export function mergeFront(
  base: readonly Line[] | null,
  mine: readonly Line[],
  theirs: readonly Line[],
): Merged {
  const old = base ?? commonPieces(mine, theirs, lineKeys);
  const merged = mergeLines(old, mine, theirs, base !== null);
  if (!merged.hasConflict) return merged;
  const differing = (one: readonly Line[], other: readonly Line[]): readonly Line[] => {
    const others = new Set(other.map(textOf));
    return one.filter(({ text }) => !others.has(text) && text.trim() !== '');
  };
  const block = conflictBlock(differing(mine, theirs), differing(theirs, mine));
  return { lines: [...mine, ...block], hasConflict: true };
}

/** Whether the reader wrote into a block, rather than only taking something out of it. */
export function isWrittenInto(base: readonly Line[], mine: readonly Line[]): boolean {
  return !isWithin(mine, base);
}

/** A block whose annotation is not in Readout any more, with what the reader wrote into it. */
export function markDeleted(lines: readonly Line[]): readonly Line[] {
  const [head] = lines;
  if (head === undefined || lines.some(isMark)) return lines;
  const [, space = '', item] = /^([ \t]*)([-*+]|\d+[.)])?/.exec(head.text) ?? [];
  let at = 1;
  while (/^[ \t]*[\w-]+::(?:[ \t]|$)/.test(lines[at]?.text ?? '')) at += 1;
  // Logseq indents by tabs.
  const inside = lines.some(({ text }) => text.startsWith(`${space}\t`)) ? '\t' : '  ';
  const mark = item === undefined ? `${space}> ${deleted}` : `${space}${inside}- ${deleted}`;
  const isQuote = head.text.trimStart().startsWith('>');
  const texts = item === undefined && !isQuote ? ['', space + deleted, ''] : [mark];
  return [...lines.slice(0, at), ...newLines(texts), ...lines.slice(at)];
}
