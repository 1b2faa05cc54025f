import type { Anchoring } from '../../electron/shared/anchoring/anchor.ts';
import type { PartPassage } from '../../electron/shared/anchoring/passage.ts';
import { type Annotation, colorSchema } from '../../electron/shared/model/annotation.ts';
import { findPartElement, rangeOf } from './part-element.ts';

/** The names under which highlights are registered; styles/reading.css paints them. */
const names = [...colorSchema.options, 'noted'] as const;

/** Paints annotations over the reading view with the CSS Custom Highlight API: no node changes. */
export class HighlightPainter {
  readonly #root: HTMLElement;
  #ranges: readonly { readonly id: string; readonly range: Range }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Paints these annotations where they are anchored, and nothing else. */
  paint(annotations: readonly Annotation[], anchorings: ReadonlyMap<string, Anchoring>): void {
    const painted = annotations.flatMap(({ id, color }) => {
      const anchoring = anchorings.get(id);
      if (anchoring === undefined || !('place' in anchoring)) return [];
      const ranges = this.#rangesOf(anchoring.place.passages);
      return ranges.map((range) => ({ id, name: color ?? 'noted', range }));
    });
    this.#ranges = painted;
    for (const name of names) {
      const ranges = painted.filter((one) => one.name === name).map(({ range }) => range);
      CSS.highlights.set(`readout-${name}`, new Highlight(...ranges));
    }
  }

  clear(): void {
    this.#ranges = [];
    for (const name of names) CSS.highlights.delete(`readout-${name}`);
  }

  /** The annotation painted at a point of the viewport (CSS pixels), the shortest if several are. */
  annotationAt(x: number, y: number): string | null {
    const here = this.#ranges.filter(({ range }) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      ),
    );
    const shortest = here.toSorted(
      (one, other) => one.range.toString().length - other.range.toString().length,
    )[0];
    return shortest?.id ?? null;
  }

  /** Where an annotation is painted. */
  rangeOfAnnotation(id: string): Range | null {
    return this.#ranges.find((one) => one.id === id)?.range ?? null;
  }

  #rangesOf(passages: readonly PartPassage[]): readonly Range[] {
    return passages.flatMap((passage) => {
      const element = findPartElement(this.#root, passage.part);
      const range = element === null ? null : rangeOf(element, passage);
      return range === null ? [] : [range];
    });
  }
}
