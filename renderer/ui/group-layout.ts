/** What a list knows of a group: how many rows stand in it. */
interface Counted {
  readonly count: number;
}

/** A group with the line of its heading and the position of its first row. */
export interface GroupStart<Group extends Counted> {
  readonly group: Group;
  readonly line: number;
  readonly position: number;
}

/** One line of a list: a group's heading, or the row at a position of the list. */
export type Line<Group extends Counted> =
  | { readonly kind: 'group'; readonly start: GroupStart<Group> }
  | { readonly kind: 'row'; readonly start: GroupStart<Group>; readonly position: number };

/** Converts between lines (headings included) and positions (rows only), zero-based. */
export class GroupLayout<Group extends Counted> {
  readonly lineCount: number;
  readonly #starts: readonly GroupStart<Group>[];

  constructor(groups: readonly Group[]) {
    let position = 0;
    this.#starts = groups.map((group, index) => {
      const start = { group, line: position + index, position };
      position += group.count;
      return start;
    });
    this.lineCount = position + groups.length;
  }

  lineAt(line: number): Line<Group> | undefined {
    const start = this.#lastWhere((one) => one.line <= line);
    if (start === undefined || line >= this.lineCount) return undefined;
    if (start.line === line) return { kind: 'group', start };
    return { kind: 'row', start, position: start.position + (line - start.line - 1) };
  }

  lineOfPosition(position: number): number {
    const start = this.#lastWhere((one) => one.position <= position);
    return start === undefined ? 0 : start.line + 1 + (position - start.position);
  }

  /** Binary search: groups are in order, and there may be as many as rows. */
  #lastWhere(matches: (start: GroupStart<Group>) => boolean): GroupStart<Group> | undefined {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = this.#starts[middle];
      if (start !== undefined && matches(start)) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low - 1];
  }
}
