import { describe } from '../../electron/shared/anchoring/describe.ts';
import type { Target } from '../../electron/shared/model/annotation.ts';
import { partAround, passageOf, textElementOf } from './part-element.ts';

/** What the reader has selected, as an annotation's target, with its place in the viewport. */
export interface SelectedPassage {
  readonly target: Extract<Target, { kind: 'passage' }>;
  readonly rectangle: DOMRect;
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
  const part = partAround(range.startContainer);
  if (part === null) return null;
  const passage = passageOf(part.element, range);
  const text = textElementOf(part.element)?.textContent ?? null;
  if (passage === null || text === null) return null;
  return {
    target: { kind: 'passage', part: part.path, ...describe(text, passage) },
    rectangle: range.getBoundingClientRect(),
  };
}
