import type { PartPassage, Passage } from '../../electron/shared/anchoring/passage.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';

/** The attribute that names the part an element shows. */
export const partAttribute = 'data-part';

/** What holds a part's text: one element, or several whose texts are joined, as in a table's row. */
const textSelector = '[data-part-text]';

/** The id of the element that shows a part: finding it does not depend on the length of the text. */
export function partElementId(path: PartPath): string {
  return `part-${path}`;
}

/** The element that shows a part. */
export function findPartElement(root: HTMLElement, path: PartPath): HTMLElement | null {
  const element = root.ownerDocument.getElementById(partElementId(path));
  if (element !== null && root.contains(element)) return element;
  return root.querySelector<HTMLElement>(`[${partAttribute}="${CSS.escape(path)}"]`);
}

/** The part that a node lies in, with its element. */
export function partAround(
  node: Node,
): { readonly path: PartPath; readonly element: HTMLElement } | null {
  const from = node instanceof Element ? node : node.parentElement;
  const element = from?.closest<HTMLElement>(`[${partAttribute}]`) ?? null;
  const path = element?.getAttribute(partAttribute) ?? null;
  return element === null || path === null ? null : { path, element };
}

/** The elements that show the parts, in reading order. */
export function partElementsIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[${partAttribute}]`)];
}

/** The element of the part in whose text a node lies; `null` for buttons, credits and the like. */
export function partTextAround(node: Node): HTMLElement | null {
  const from = node instanceof Element ? node : node.parentElement;
  const holder = from?.closest(textSelector) ?? null;
  return holder === null ? null : (partAround(holder)?.element ?? null);
}

/** Whether a part has a text: a figure without a caption has none. */
export function hasText(part: HTMLElement): boolean {
  return part.querySelector(textSelector) !== null;
}

/** The elements that hold a part's text: one, or the cells of a row. */
export function textHoldersOf(part: HTMLElement): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(textSelector)];
}

/** The pieces of a part's text in the document, in order: joined, they are the part's text. */
export function textNodesOf(part: HTMLElement): readonly Text[] {
  const nodes: Text[] = [];
  for (const holder of textHoldersOf(part)) {
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.length > 0) nodes.push(node);
    }
  }
  return nodes;
}

/** The text that a part shows. */
export function shownTextOf(part: HTMLElement): string {
  return textNodesOf(part)
    .map(({ data }) => data)
    .join('');
}

/** A place between two letters in the document. */
export interface TextPoint {
  readonly node: Text;
  /** In UTF-16 code units of the node. */
  readonly offset: number;
}

/**
 * Where an offset of a part's text is in the document; `null` where the text is shorter than that.
 * Between two pieces it is at the `start` of the later one, or at the `end` of the earlier one.
 */
export function pointAt(
  part: HTMLElement,
  offset: number,
  edge: 'start' | 'end',
): TextPoint | null {
  let before = 0;
  let last: TextPoint | null = null;
  for (const node of textNodesOf(part)) {
    const end = before + node.length;
    if (offset < end || (edge === 'end' && offset === end)) {
      return { node, offset: offset - before };
    }
    before = end;
    last = { node, offset: node.length };
  }
  return offset === before ? last : null;
}

/** The place of a passage in the document, or `null` where the text is shorter than that. */
export function rangeOf(part: HTMLElement, passage: Passage): Range | null {
  const start = pointAt(part, passage.start, 'start');
  const end = pointAt(part, passage.end, 'end');
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** Where passages are in the document; none for what is not shown (as yet). */
export function rangesOf(root: HTMLElement, passages: readonly PartPassage[]): readonly Range[] {
  return passages.flatMap((passage) => {
    const element = findPartElement(root, passage.part);
    const range = element === null ? null : rangeOf(element, passage);
    return range === null ? [] : [range];
  });
}

/** How much of a part's text lies before a boundary in the document, in UTF-16 code units. */
export function offsetIn(part: HTMLElement, container: Node, offset: number): number {
  const boundary = document.createRange();
  boundary.setStart(container, offset);
  boundary.collapse(true);
  let before = 0;
  for (const node of textNodesOf(part)) {
    if (node === container) return before + offset;
    if (boundary.comparePoint(node, 0) >= 0) return before;
    before += node.length;
  }
  return before;
}

/** The passage of a part's text that a range covers; what lies outside of the text is cut off. */
export function passageOf(part: HTMLElement, range: Range): Passage | null {
  const start = offsetIn(part, range.startContainer, range.startOffset);
  const end = offsetIn(part, range.endContainer, range.endOffset);
  return end > start ? { start, end } : null;
}
