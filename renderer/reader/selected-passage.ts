import { describe } from '../../electron/shared/anchoring/describe.ts';
import type { Target } from '../../electron/shared/model/annotation.ts';
import { passageOf, textElementOf } from './part-element.ts';

/** What the reader has selected, as an annotation's target. */
export interface SelectedPassage {
  readonly target: Extract<Target, { kind: 'passage' }>;
  /** Its place in the viewport, in CSS pixels; `null` while it is scrolled out of sight. */
  readonly rectangle: DOMRect | null;
}

function visibleRectangle(root: HTMLElement, range: Range): DOMRect | null {
  const view = root.getBoundingClientRect();
  const rectangle = range.getBoundingClientRect();
  return rectangle.bottom > view.top && rectangle.top < view.bottom ? rectangle : null;
}

/**
 * The selected passage inside `root`, or `null` where nothing is selected. Of a selection that
 * crosses parts, the stretch in the first part counts.
 */
export function selectedPassage(root: HTMLElement): SelectedPassage | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return null;
  for (const element of root.querySelectorAll<HTMLElement>('[data-part]')) {
    if (!range.intersectsNode(element)) continue;
    const path = element.dataset['part'];
    const passage = passageOf(element, range);
    const text = textElementOf(element)?.textContent ?? null;
    if (path !== undefined && passage !== null && text !== null) {
      return {
        target: { kind: 'passage', part: path, ...describe(text, passage) },
        rectangle: visibleRectangle(root, range),
      };
    }
  }
  return null;
}
