import type { PartPassage } from '../../electron/shared/anchoring/passage.ts';
import type { Briefing } from '../../electron/shared/model/briefing.ts';
import { partsOf, type PartPath } from '../../electron/shared/model/part.ts';
import { rangesOf } from './part-element.ts';

/** Where one is among the passages. It counts from one. */
export interface TourStop {
  readonly passage: PartPassage;
  readonly position: number;
  readonly total: number;
}

/** So many passages are painted at most. */
const mostPainted = 10_000;

/** Painted over the reader's highlights. */
const priorities = { all: 2, current: 3 } as const;

/** What was painted last. */
interface Painted {
  readonly passages: readonly PartPassage[] | null;
  readonly shownItems: number;
}

const nothingPainted: Painted = { passages: null, shownItems: 0 };

/**
 * Passages that the reader goes through one after the other, and round. They are painted with the
 * CSS Custom Highlight API under a name and, the current one, under `<name>-current`.
 */
export class PassageTour {
  readonly #root: HTMLElement;
  readonly #name: string;
  #passages: readonly PartPassage[] = [];
  #current = -1;
  #painted: Painted = nothingPainted;

  constructor(root: HTMLElement, name: string) {
    this.#root = root;
    this.#name = name;
  }

  get total(): number {
    return this.#passages.length;
  }

  get current(): TourStop | null {
    const passage = this.#passages[this.#current];
    return passage === undefined
      ? null
      : { passage, position: this.#current + 1, total: this.#passages.length };
  }

  /** Takes other passages, in reading order; none of them is the current one. */
  set(passages: readonly PartPassage[]): void {
    this.#passages = passages;
    this.#current = -1;
  }

  /** Goes on by a step; the first time to the first passage in a part, after it or before it. */
  step(step: 1 | -1, briefing: Briefing, from: PartPath | null): TourStop | null {
    const { length } = this.#passages;
    if (length === 0) return null;
    if (this.#current === -1) {
      const next = this.#firstFrom(briefing, from);
      this.#current = step === 1 ? next % length : (next - 1 + length) % length;
    } else this.#current = (this.#current + step + length) % length;
    return this.current;
  }

  /**
   * Paints the passages where they are in the document. All of them only where they are others than
   * before, or more of the text is shown: there may be thousands.
   */
  paint(shownItems: number): void {
    const { current } = this;
    if (this.#painted.passages !== this.#passages || this.#painted.shownItems !== shownItems) {
      const ranges = rangesOf(this.#root, this.#passages.slice(0, mostPainted));
      this.#register(this.#name, ranges, priorities.all);
      this.#painted = { passages: this.#passages, shownItems };
    }
    const stop = current === null ? [] : rangesOf(this.#root, [current.passage]);
    this.#register(`${this.#name}-current`, stop, priorities.current);
  }

  clear(): void {
    this.set([]);
    this.hide();
  }

  /** Takes the paint off; the passages stay. */
  hide(): void {
    this.#painted = nothingPainted;
    CSS.highlights.delete(this.#name);
    CSS.highlights.delete(`${this.#name}-current`);
  }

  #register(name: string, ranges: readonly Range[], priority: number): void {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  #firstFrom(briefing: Briefing, from: PartPath | null): number {
    if (from === null) return 0;
    const order = new Map(partsOf(briefing).map(({ path }, index) => [path, index]));
    const start = order.get(from) ?? 0;
    const index = this.#passages.findIndex(({ part }) => (order.get(part) ?? 0) >= start);
    return index === -1 ? this.#passages.length : index;
  }
}
