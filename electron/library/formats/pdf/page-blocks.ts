import { splitBullet } from '../line-kind.ts';
import type { PageLine } from './page-lines.ts';

/** Lines that belong together: a heading or a paragraph. */
export interface PageBlock {
  readonly kind: 'heading' | 'text';
  readonly lines: readonly PageLine[];
  readonly size: number;
}

/** How much larger than the body's the letters of a heading are. */
const headingFactor = 1.15;

/** A heading is short, in UTF-16 code units. */
const longestHeading = 200;

/** Lines that are further apart than this many times the usual are two paragraphs. */
const paragraphGap = 1.3;

/** Letters of one size can differ by this much in a file, in points. */
const sizeTolerance = 0.5;

/** Sizes are told apart by steps of half a point. */
function step(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The size of most letters. */
export function bodySizeOf(lines: readonly PageLine[]): number {
  const counts = new Map<number, number>();
  for (const { text, size } of lines) {
    counts.set(step(size), (counts.get(step(size)) ?? 0) + text.length);
  }
  let [most, found] = [0, 0];
  for (const [size, count] of counts) if (count > most) [most, found] = [count, size];
  return found;
}

/** Whether a line is a heading's by its size. */
export function isLarge(line: PageLine, bodySize: number): boolean {
  return line.size >= bodySize * headingFactor && line.text.length <= longestHeading;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The usual distance of baselines among lines of the body, on one page. */
function leadingOf(lines: readonly PageLine[]): number {
  const distances = lines.slice(1).flatMap((line, index) => {
    const above = lines[index];
    const distance = above === undefined ? 0 : above.y - line.y;
    return distance > 0 && distance < line.size * 3 ? [distance] : [];
  });
  return medianOf(distances);
}

function startsParagraph(line: PageLine, above: PageLine, leading: number, right: number): boolean {
  const distance = above.y - line.y;
  if (distance < 0 || distance > leading * paragraphGap + sizeTolerance) return true;
  if (splitBullet(line.text.trim()) !== null) return true;
  const isIndented = line.x - above.x > line.size * 0.8 && line.x - above.x < line.size * 4;
  const isShort = above.right < right - above.size * 6;
  const endsSentence = /[.!?:…]["'”’»)]?$/u.test(above.text.trim());
  const isInBullet = splitBullet(above.text.trim()) !== null;
  return (isIndented && !isInBullet && endsSentence) || (isShort && endsSentence);
}

function continuesHeading(line: PageLine, above: PageLine): boolean {
  const distance = above.y - line.y;
  const isSameSize = Math.abs(above.size - line.size) <= sizeTolerance;
  return isSameSize && distance > 0 && distance < line.size * 1.6;
}

/** Puts the lines of a page together by their distances, indents and sizes. */
export function toBlocks(lines: readonly PageLine[], bodySize: number): readonly PageBlock[] {
  const leading = leadingOf(lines.filter((line) => !isLarge(line, bodySize)));
  const right = Math.max(...lines.map((line) => line.right));
  const blocks: { kind: PageBlock['kind']; lines: PageLine[]; size: number }[] = [];
  for (const line of lines) {
    const kind = isLarge(line, bodySize) ? 'heading' : 'text';
    const last = blocks.at(-1);
    const above = last?.lines.at(-1);
    const continues =
      above !== undefined &&
      last?.kind === kind &&
      (kind === 'heading'
        ? continuesHeading(line, above)
        : !startsParagraph(line, above, leading, right));
    if (continues) last.lines.push(line);
    else blocks.push({ kind, lines: [line], size: step(line.size) });
  }
  return blocks;
}
