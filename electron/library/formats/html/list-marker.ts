import { attributeOf, nameOf, type PageNode } from './page-node.ts';

function numberIn(node: PageNode, name: string): number | null {
  const value = attributeOf(node, name)?.trim() ?? '';
  return /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}

/**
 * The markers of a list's items as a browser shows them, except that numbers are always decimal and
 * count up.
 */
export class ListMarkers {
  readonly #isNumbered: boolean;
  #next: number;

  constructor(list: PageNode) {
    this.#isNumbered = nameOf(list) === 'ol';
    this.#next = numberIn(list, 'start') ?? 1;
  }

  take(item: PageNode): string {
    const number = numberIn(item, 'value') ?? this.#next;
    this.#next = number + 1;
    return this.#isNumbered ? `${number}.` : '•';
  }
}
