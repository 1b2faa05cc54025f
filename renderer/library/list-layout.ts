import type { LibraryOutline } from '../../electron/shared/model/listing.ts';

/** One line of the list: a day's heading, or the briefing at a position of the filtered list. */
export type Line =
  | { readonly kind: 'day'; readonly day: string | null; readonly count: number }
  | { readonly kind: 'listing'; readonly position: number };

interface DayStart {
  readonly day: string | null;
  readonly count: number;
  /** The line of the day's heading, and the position of its first briefing. */
  readonly line: number;
  readonly position: number;
}

/** Converts between lines (headings included) and positions (briefings only), zero-based. */
export class ListLayout {
  readonly lineCount: number;
  readonly #days: readonly DayStart[];

  constructor(outline: LibraryOutline) {
    let position = 0;
    this.#days = outline.days.map(({ day, count }, index) => {
      const start = { day, count, line: position + index, position };
      position += count;
      return start;
    });
    this.lineCount = position + outline.days.length;
  }

  lineAt(line: number): Line | undefined {
    const day = this.#lastWhere((start) => start.line <= line);
    if (day === undefined || line >= this.lineCount) return undefined;
    if (day.line === line) return { kind: 'day', day: day.day, count: day.count };
    return { kind: 'listing', position: day.position + (line - day.line - 1) };
  }

  lineOfPosition(position: number): number {
    const day = this.#lastWhere((start) => start.position <= position);
    return day === undefined ? 0 : day.line + 1 + (position - day.position);
  }

  /** Binary search: days are in order, and 100,000 briefings may lie on thousands of them. */
  #lastWhere(matches: (start: DayStart) => boolean): DayStart | undefined {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = this.#days[middle];
      if (start !== undefined && matches(start)) low = middle + 1;
      else high = middle;
    }
    return this.#days[low - 1];
  }
}
