import { describe } from '../../electron/shared/anchoring/describe.ts';
import type { PartPassage } from '../../electron/shared/anchoring/passage.ts';
import type { RunningText } from '../../electron/shared/anchoring/running-text.ts';
import type { PassageTarget } from '../../electron/shared/model/annotation.ts';
import { partAround, partElementsIn, passageOf } from './part-element.ts';

/** What the reader has selected, as an annotation's target. */
export interface SelectedPassage {
  readonly target: PassageTarget;
  /** Its place in the viewport, in CSS pixels; `null` while it is scrolled out of sight. */
  readonly rectangle: DOMRect | null;
}

/** The text that is shown, and the fingerprint of its file. */
export interface ShownText {
  readonly text: RunningText;
  readonly fingerprint: string | null;
}

function visibleRectangle(root: HTMLElement, range: Range): DOMRect | null {
  const view = root.getBoundingClientRect();
  const rectangle = range.getBoundingClientRect();
  return rectangle.bottom > view.top && rectangle.top < view.bottom ? rectangle : null;
}

/** The parts that a range may touch: those of a long text need not all be looked at. */
function partsNear(root: HTMLElement, range: Range): readonly HTMLElement[] {
  const around = partAround(range.commonAncestorContainer)?.element;
  if (around !== undefined) return root.contains(around) ? [around] : [];
  return partElementsIn(root).filter((part) => range.intersectsNode(part));
}

/** The stretches of the parts' texts that a range covers, in reading order. */
function passagesOf(root: HTMLElement, range: Range): readonly PartPassage[] {
  return partsNear(root, range).flatMap((element) => {
    const passage = passageOf(element, range);
    const part = partAround(element);
    return passage === null || part === null ? [] : [{ part: part.path, ...passage }];
  });
}

/** The selected passage inside `root`, of one part or of several; `null` where nothing is selected. */
export function selectedPassage(root: HTMLElement, shown: ShownText): SelectedPassage | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const passages = passagesOf(root, range);
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined) return null;
  const target = describe(shown.text, first, last, shown.fingerprint);
  return target === null ? null : { target, rectangle: visibleRectangle(root, range) };
}
