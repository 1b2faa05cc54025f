import { anchor } from '../../electron/shared/anchoring/anchor.ts';
import { type Annotation, colorSchema } from '../../electron/shared/model/annotation.ts';
import { findPartElement, rangeOf, textElementOf } from './part-element.ts';

/** The names under which highlights are registered; styles/reading.css paints them. */
const names = [...colorSchema.options, 'noted'] as const;

/** Paints annotations over the reading view with the CSS Custom Highlight API: no node changes. */
export class HighlightPainter {
  readonly #root: HTMLElement;
  #ranges: readonly { readonly id: string; readonly range: Range }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Paints these annotations, and only these. Returns the ids of those that found no place. */
  paint(annotations: readonly Annotation[]): readonly string[] {
    const lost: string[] = [];
    const painted: { readonly id: string; readonly name: string; readonly range: Range }[] = [];
    for (const annotation of annotations) {
      if (annotation.target.kind !== 'passage') continue;
      const range = this.#rangeOf(annotation.target);
      if (range === null) lost.push(annotation.id);
      else painted.push({ id: annotation.id, name: annotation.color ?? 'noted', range });
    }
    this.#ranges = painted;
    for (const name of names) {
      const ranges = painted.filter((one) => one.name === name).map(({ range }) => range);
      CSS.highlights.set(`readout-${name}`, new Highlight(...ranges));
    }
    return lost;
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

  #rangeOf(target: Extract<Annotation['target'], { kind: 'passage' }>): Range | null {
    const element = findPartElement(this.#root, target.part);
    const text = element === null ? null : textElementOf(element)?.textContent;
    if (element === null || text === null || text === undefined) return null;
    const passage = anchor(text, target);
    return passage === null ? null : rangeOf(element, passage);
  }
}
