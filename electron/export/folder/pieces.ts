import { isConflictTitle } from './conflict-block.ts';
import { type Line, lineKeys } from './lines.ts';

/** The text of one annotation or bookmark, with the blank lines behind it. */
export interface Block {
  readonly kind: 'block';
  /** The same in all versions and formats. */
  readonly id: string;
  readonly lines: readonly Line[];
}

/** A document is a row of blocks and of lines between them. */
export type Piece = Block | { readonly kind: 'line'; readonly line: Line };

/** The id of the properties that a file begins with. */
export const frontId = 'front';

const listItem = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;
const property = /^[ \t]*[\p{L}\p{N}_-]+::(?:[ \t]|$)/u;

/**
 * The id of a line: in a comment, or as a block id of Obsidian at its end. Logseq has the whole id as
 * a property; its beginning is what the others have, so that a block stays the same in all formats.
 */
function idOf(text: string): string | null {
  const found =
    /<!--\s*rd-([\dA-Za-z-]+)\s*-->/.exec(text) ?? /(?:^|\s)\^rd-([\dA-Za-z-]+)\s*$/.exec(text);
  if (found !== null) return found[1] ?? null;
  const whole = /^\s*id::\s+([\da-f]{8}-[\da-f-]{27})\s*$/.exec(text)?.[1];
  return whole?.replaceAll('-', '').slice(0, 12) ?? null;
}

/** How far a line is indented, in columns; a tab counts as four. */
function indentation(text: string): number {
  const [space = ''] = /^[ \t]*/.exec(text) ?? [];
  return space.replaceAll('\t', '    ').length;
}

function isBlank(text: string | undefined): boolean {
  return text?.trim() === '';
}

function skipBlank(texts: readonly string[], start: number): number {
  let end = start;
  while (isBlank(texts[end])) end += 1;
  return end;
}

interface Found {
  readonly id: string;
  readonly end: number;
}

/** A list item, up to the next line that is not part of it. */
function itemAt(texts: readonly string[], start: number): Found | null {
  const head = texts[start] ?? '';
  let id = idOf(head);
  for (let next = start + 1; id === null && property.test(texts[next] ?? ''); next += 1)
    id = idOf(texts[next] ?? '');
  if (id === null) return null;
  const columns = indentation(head);
  let end = start + 1;
  for (let next = end; next < texts.length; next += 1) {
    if (isBlank(texts[next])) continue;
    if (indentation(texts[next] ?? '') <= columns) break;
    end = next + 1;
  }
  return { id, end: skipBlank(texts, end) };
}

function paragraphEnd(texts: readonly string[], start: number): number {
  let end = start;
  while (end < texts.length && !isBlank(texts[end]) && !listItem.test(texts[end] ?? '')) end += 1;
  return end;
}

/** A paragraph or a quotation with an id in its first or last line, or behind it. */
function paragraphAt(texts: readonly string[], start: number): Found | null {
  const end = paragraphEnd(texts, start);
  const id = idOf(texts[start] ?? '') ?? idOf(texts[end - 1] ?? '');
  if (id !== null) return { id, end: skipBlank(texts, end) };
  const behind = skipBlank(texts, end);
  const alone = texts[behind] ?? '';
  const idBehind = alone.startsWith('^') ? idOf(alone) : null;
  return idBehind === null ? null : { id: idBehind, end: skipBlank(texts, behind + 1) };
}

/** Looks for a block at one line after the other. */
function blockFinder(texts: readonly string[]): (start: number) => Found | null {
  // A paragraph without an id is gone through once, not once for each of its lines.
  let plainUntil = 0;
  return (start) => {
    const text = texts[start] ?? '';
    if (isBlank(text)) return null;
    if (listItem.test(text)) return itemAt(texts, start);
    if (start < plainUntil && idOf(text) === null) return null;
    const found = paragraphAt(texts, start);
    if (found === null) plainUntil = paragraphEnd(texts, start);
    return found;
  };
}

/** The properties that Obsidian and Logseq read at the beginning of a file. */
function frontOf(texts: readonly string[]): number {
  if (texts[0]?.trimEnd() === '---') {
    const end = texts.findIndex((text, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(text));
    return end === -1 ? 0 : skipBlank(texts, end + 1);
  }
  const end = texts.findIndex((text) => !property.test(text));
  return end === 0 ? 0 : skipBlank(texts, end === -1 ? texts.length : end);
}

function endOfConflict(lines: readonly Line[], start: number): number {
  let end = start + 1;
  while (lines[end]?.text.trimStart().startsWith('>') === true) end += 1;
  return end;
}

/**
 * Takes a document apart.
 *
 * @param isKnown which ids are those of blocks. A second block with the same id, such as a copy that
 *   the reader made, is no block.
 */
export function piecesOf(
  lines: readonly Line[],
  isKnown: (id: string) => boolean,
): readonly Piece[] {
  const texts = lines.map(({ text }) => text);
  const front = isKnown(frontId) ? frontOf(texts) : 0;
  const pieces: Piece[] = [];
  if (front > 0) pieces.push({ kind: 'block', id: frontId, lines: lines.slice(0, front) });
  const seen = new Set<string>();
  const find = blockFinder(texts);
  for (let index = front; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    if (isConflictTitle(line)) {
      const end = endOfConflict(lines, index);
      for (const one of lines.slice(index, end)) pieces.push({ kind: 'line', line: one });
      index = end;
      continue;
    }
    const found = find(index);
    if (found === null || seen.has(found.id) || !isKnown(found.id)) {
      pieces.push({ kind: 'line', line });
      index += 1;
      continue;
    }
    seen.add(found.id);
    pieces.push({ kind: 'block', id: found.id, lines: lines.slice(index, found.end) });
    index = found.end;
  }
  return pieces;
}

/** A block by its id, whatever it says. */
function blockKey(id: string): string {
  return `block ${id}`;
}

/** What equal pieces have in common: lines as `lineKeys` says, blocks their ids. */
export function pieceKeys(pieces: readonly Piece[]): readonly string[] {
  return lineKeys(
    pieces.map((piece) =>
      piece.kind === 'line' ? piece.line : { text: blockKey(piece.id), end: '' },
    ),
  );
}

/** The blocks of a document by their ids, in their order. */
export function blocksOf(pieces: readonly Piece[]): ReadonlyMap<string, Block> {
  return new Map(
    pieces.flatMap((piece) => (piece.kind === 'block' ? [[piece.id, piece] as const] : [])),
  );
}
