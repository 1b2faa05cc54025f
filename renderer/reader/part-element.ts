import type { Passage } from '../../electron/shared/anchoring/passage.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';

/** The attribute that names the part an element shows. */
export const partAttribute = 'data-part';

const textSelector = '[data-part-text]';

/** The element that shows a part. */
export function findPartElement(root: ParentNode, path: PartPath): HTMLElement | null {
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

/** The element that holds exactly the part's text; offsets of passages count in it. */
export function textElementOf(element: HTMLElement): HTMLElement | null {
  return element.querySelector<HTMLElement>(textSelector);
}

/** The elements that hold the parts' texts, in reading order. */
export function textElementsIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(textSelector)];
}

/** The element with a part's text that a node lies in. */
export function partTextAround(node: Node): HTMLElement | null {
  const from = node instanceof Element ? node : node.parentElement;
  return from?.closest<HTMLElement>(textSelector) ?? null;
}

/** The text itself inside of the element that holds it; `null` where a part has none. */
export function textNodeOf(holder: HTMLElement): Text | null {
  const text = [...holder.childNodes].find(
    (node): node is Text => node instanceof Text && node.length > 0,
  );
  return text ?? null;
}

/** The place of a passage in the document, or `null` where the text is shorter than that. */
export function rangeOf(element: HTMLElement, passage: Passage): Range | null {
  const holder = textElementOf(element);
  const text = holder === null ? null : textNodeOf(holder);
  if (text === null || text.length < passage.end) return null;
  const range = document.createRange();
  range.setStart(text, passage.start);
  range.setEnd(text, passage.end);
  return range;
}

/** The passage of a part's text that a range covers; what lies outside of the text is cut off. */
export function passageOf(holder: HTMLElement, range: Range): Passage | null {
  const whole = document.createRange();
  whole.selectNodeContents(holder);
  const before = whole.cloneRange();
  const startsInside = whole.comparePoint(range.startContainer, range.startOffset) === 0;
  if (startsInside) before.setEnd(range.startContainer, range.startOffset);
  else before.collapse(true);
  const inside = whole.cloneRange();
  if (startsInside) inside.setStart(range.startContainer, range.startOffset);
  if (whole.comparePoint(range.endContainer, range.endOffset) === 0) {
    inside.setEnd(range.endContainer, range.endOffset);
  }
  const start = before.toString().length;
  const end = start + inside.toString().length;
  return end > start ? { start, end } : null;
}
