import type { Anchoring } from '../../electron/shared/anchoring/anchor.ts';
import type { PartPassage } from '../../electron/shared/anchoring/passage.ts';
import { type Annotation, colorSchema } from '../../electron/shared/model/annotation.ts';
import { rangesOf } from './part-element.ts';

/** The names under which highlights are registered; styles/reading/marks.css paints them. */
const names = [...colorSchema.options, 'noted'] as const;

/** The name of what is painted over the others. */
const activeName = 'readout-active';

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, range) => sum + range.toString().length, 0);
}

function isAt(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}

/** Paints annotations over the reading view with the CSS Custom Highlight API: no node changes. */
export class HighlightPainter {
  readonly #root: HTMLElement;
  /** Where each annotation is painted, by its id. */
  #ranges: ReadonlyMap<string, readonly Range[]> = new Map();

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /**
   * Paints these annotations where they are anchored, and nothing else.
   *
   * @param active the stretches of the text that the active annotation is about.
   */
  paint(
    annotations: readonly Annotation[],
    anchorings: ReadonlyMap<string, Anchoring>,
    active: readonly PartPassage[],
  ): void {
    const painted = annotations.flatMap(({ id, color }) => {
      const anchoring = anchorings.get(id);
      if (anchoring === undefined || !('place' in anchoring)) return [];
      const ranges = rangesOf(this.#root, anchoring.place.passages);
      return [{ id, name: color ?? 'noted', ranges }];
    });
    this.#ranges = new Map(painted.map(({ id, ranges }) => [id, ranges]));
    for (const name of names) {
      const ranges = painted.filter((one) => one.name === name).flatMap((one) => one.ranges);
      CSS.highlights.set(`readout-${name}`, new Highlight(...ranges));
    }
    const highlight = new Highlight(...rangesOf(this.#root, active));
    highlight.priority = 1;
    CSS.highlights.set(activeName, highlight);
  }

  clear(): void {
    this.#ranges = new Map();
    for (const name of names) CSS.highlights.delete(`readout-${name}`);
    CSS.highlights.delete(activeName);
  }

  /** The annotations painted at a point of the viewport (CSS pixels), the shortest first. */
  annotationsAt(x: number, y: number): readonly string[] {
    return [...this.#ranges]
      .filter(([, ranges]) => ranges.some((range) => isAt(range, x, y)))
      .map(([id, ranges]) => ({ id, length: lengthOf(ranges) }))
      .toSorted((one, other) => one.length - other.length)
      .map(({ id }) => id);
  }
}
