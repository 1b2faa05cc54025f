import { createHash } from 'node:crypto';
import { areSame, type Line, lineKeys, newLines } from './lines.ts';
import { threeWay } from './regions.ts';

const title = '[!warning] Changed in Readout and in this file';
const mineHeading = '**In this file**';
const theirsHeading = '**In Readout**';
const nothing = '*Nothing stands here any more.*';
const marker = /^<!-- readout-conflict ([0-9a-f]{12}) -->$/;

/** A conflict that stands in a file, and which of the lines it takes: `start` to `end` exclusive. */
interface ConflictBlock {
  readonly start: number;
  readonly end: number;
  /** The reader's text, with what was written into it since. */
  readonly mine: readonly Line[];
  /** Readout's text as it was written. */
  readonly theirs: readonly Line[];
}

/** What changed in Readout since the last export. */
interface Change {
  readonly base: readonly Line[];
  readonly theirs: readonly Line[];
}

function indentOf(texts: readonly string[]): string {
  const indents = texts
    .filter((text) => text.trim() !== '')
    .map((text) => /^[ \t]*/.exec(text)?.[0] ?? '');
  return indents.reduce(
    (least, one) => (one.length < least.length ? one : least),
    indents[0] ?? '',
  );
}

/** Without blank lines around it, and without the indentation that all lines have. */
function bare(lines: readonly Line[]): readonly string[] {
  const texts = lines.map(({ text }) => text);
  const isWord = (text: string): boolean => text.trim() !== '';
  const cut = texts.slice(Math.max(0, texts.findIndex(isWord)), texts.findLastIndex(isWord) + 1);
  const { length } = indentOf(cut);
  return cut.map((text) => text.slice(Math.min(length, text.length)));
}

function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12);
}

/** Both texts as a callout, which other readers of Markdown show as a quotation. */
export function conflictBlock(mine: readonly Line[], theirs: readonly Line[]): readonly Line[] {
  const indent = indentOf((mine.length > 0 ? mine : theirs).map(({ text }) => text));
  const written = bare(theirs);
  const shown = written.length === 0 ? [nothing] : written;
  const content = [
    title,
    ...['', mineHeading, '', ...bare(mine)],
    ...['', theirsHeading, '', ...shown],
    ...['', `<!-- readout-conflict ${hashOf(shown)} -->`],
  ];
  const quoted = content.map((text) => `${indent}>${text === '' ? '' : ' '}${text}`);
  return newLines(['', ...quoted, '']);
}

/** A line of a quotation without its mark; `null` for any other line. */
function unquoted(text: string): string | null {
  return /^[ \t]*> ?(.*)$/s.exec(text)?.[1] ?? null;
}

/** Whether a conflict begins with this line. */
export function isConflictTitle({ text }: Line): boolean {
  return unquoted(text)?.trimEnd() === title;
}

/** Splits at the heading behind which everything is as it was written. */
function readContent(content: readonly string[], hash: string): readonly string[][] | null {
  for (let index = 0; index < content.length; index += 1) {
    if (content[index]?.trimEnd() !== theirsHeading) continue;
    const theirs = content.slice(index + 2, -1);
    if (hashOf(theirs) === hash) return [content.slice(0, index), theirs];
  }
  return null;
}

/** The quoted lines behind a title up to the line with the hash, and where that is. */
function quotedContent(
  lines: readonly Line[],
  start: number,
): { readonly content: readonly string[]; readonly hash: string; readonly end: number } | null {
  const content: string[] = [];
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = unquoted(lines[index]?.text ?? '');
    if (text === null) return null;
    const hash = marker.exec(text.trimEnd())?.[1];
    if (hash !== undefined) return { content, hash, end: index + 1 };
    content.push(text);
  }
  return null;
}

function readBlock(lines: readonly Line[], start: number): ConflictBlock | null {
  const quoted = quotedContent(lines, start);
  if (quoted === null) return null;
  const [mine, theirs] = readContent(quoted.content, quoted.hash) ?? [];
  if (mine === undefined || theirs === undefined) return null;
  const indent = indentOf([lines[start]?.text ?? '']);
  const asLines = (texts: readonly string[]): readonly Line[] =>
    newLines(texts.map((one) => (one.trim() === '' ? '' : indent + one)));
  const heading = mine.findIndex((one) => one.trimEnd() === mineHeading);
  return {
    ...{ start, end: quoted.end },
    mine: asLines(mine.filter((_, place) => place !== heading)),
    theirs: asLines(theirs.length === 1 && theirs[0] === nothing ? [] : theirs),
  };
}

/** The conflicts in these lines whose text of Readout nobody changed. */
export function findConflicts(lines: readonly Line[]): readonly ConflictBlock[] {
  const starts = lines.flatMap((line, index) => (isConflictTitle(line) ? [index] : []));
  return starts.map((start) => readBlock(lines, start)).filter((block) => block !== null);
}

function replaced(
  lines: readonly Line[],
  { start, end }: ConflictBlock,
  by: readonly Line[],
): readonly Line[] {
  return [...lines.slice(0, start), ...by, ...lines.slice(end)];
}

function bareLines(lines: readonly Line[]): readonly Line[] {
  return newLines(bare(lines));
}

/**
 * What Readout has by now of the lines that the conflicts tell, which may be more than those that
 * changed since.
 */
function retold(told: readonly Line[], { base, theirs }: Change): readonly Line[] {
  const versions = [base, told, theirs].map(bareLines);
  const [old = [], mine = [], now = []] = versions;
  return threeWay(old, mine, now, lineKeys).flatMap((region) => {
    if (region.kind === 'same' || region.kind === 'mine') return region.mine;
    const isBoth = region.kind === 'both' && !areSame(region.mine, region.base);
    return isBoth && !areSame(region.mine, region.theirs)
      ? [...region.mine, ...region.theirs]
      : region.theirs;
  });
}

/** Lines with conflicts, brought up to date with what changed in Readout since. */
export function updateConflicts(
  lines: readonly Line[],
  blocks: readonly ConflictBlock[],
  change: Change,
): { readonly lines: readonly Line[]; readonly hasConflict: boolean } {
  const told = blocks.flatMap(({ theirs }) => theirs);
  const now = retold(told, change);
  // So it is after a merge that was written and not recorded.
  if (areSame(now, bareLines(told))) return { lines, hasConflict: false };
  const [block] = blocks;
  if (block === undefined || blocks.length > 1) {
    const mine = blocks.reduceRight((all, one) => replaced(all, one, one.mine), lines);
    return { lines: conflictBlock(mine, now), hasConflict: true };
  }
  const isSettled = areSame(bareLines(block.mine), now) && areSame(bareLines(change.theirs), now);
  const update = isSettled ? change.theirs : conflictBlock(block.mine, now);
  return { lines: replaced(lines, block, update), hasConflict: !isSettled };
}
