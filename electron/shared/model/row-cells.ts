import type { Cell, Item } from './briefing.ts';

/** The cells of a row; those of a file that states none are told by the tabs. */
export function cellsOf({ text, cells }: Pick<Item, 'text' | 'cells'>): readonly Cell[] {
  if (cells !== undefined && cells.length > 0) return cells;
  let start = 0;
  return text.split('\t').map((words) => {
    const cell = { start, end: start + words.length, isHeading: false };
    start = cell.end + 1;
    return cell;
  });
}
