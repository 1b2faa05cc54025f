import type { CaretPoint } from './caret-point.ts';
import { textHoldersOf } from './part-element.ts';

/** A cell's stretch of its row's text, without the tab after it. */
interface Cell {
  readonly start: number;
  readonly end: number;
}

function cellsOf(part: HTMLElement): readonly Cell[] {
  let start = 0;
  return textHoldersOf(part).map(({ textContent }) => {
    const cell = { start, end: start + textContent.replace(/\t$/, '').length };
    start += textContent.length;
    return cell;
  });
}

/** The cell that an offset is in, or at whose end it is. */
function cellAt(cells: readonly Cell[], offset: number): number {
  return cells.findLastIndex(({ start }) => start <= offset);
}

/** Whether two places are in the same part, and there in the same cell. */
export function isSameCell(one: CaretPoint, other: CaretPoint | null): boolean {
  if (one.part !== other?.part) return false;
  const cells = cellsOf(one.part);
  return cellAt(cells, one.offset) === cellAt(cells, other.offset);
}

/** The beginning of the next cell of a row, or the end of the one before; `null` for none. */
export function cellStep({ part, offset }: CaretPoint, step: 1 | -1): CaretPoint | null {
  const cells = cellsOf(part);
  const cell = cells[cellAt(cells, offset) + step];
  return cell === undefined ? null : { part, offset: step === 1 ? cell.start : cell.end };
}
