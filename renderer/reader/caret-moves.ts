import { cellStep, isSameCell } from './caret-cells.ts';
import type { CaretStep } from './caret-keys.ts';
import type { CaretPoint } from './caret-point.ts';
import {
  offsetIn,
  partElementsIn,
  partTextAround,
  pointAt,
  shownTextOf,
  textNodesOf,
} from './part-element.ts';
import { endOf, segmenterFor } from './segmenter.ts';
import { sentenceStep } from './sentence-steps.ts';

/** Where a caret stands between two letters, in the viewport. */
export function caretBox({ part, offset }: CaretPoint): DOMRect {
  const point = pointAt(part, offset, 'start');
  const range = document.createRange();
  if (point === null) range.selectNodeContents(part);
  else range.setStart(point.node, point.offset);
  range.collapse(true);
  return range.getClientRects()[0] ?? part.getBoundingClientRect();
}

/** Where the selection ends that the reader extends; `null` where that is in no part’s text. */
export function caretPoint(view: HTMLElement, selection: Selection): CaretPoint | null {
  const { focusNode, focusOffset } = selection;
  const part = focusNode === null ? null : partTextAround(focusNode);
  if (focusNode === null || part === null || !view.contains(part)) return null;
  return { part, offset: offsetIn(part, focusNode, focusOffset) };
}

/** Puts the caret to a place, or selects up to it. */
export function putCaret(
  selection: Selection,
  { part, offset }: CaretPoint,
  extend: boolean,
): void {
  const point = pointAt(part, offset, 'start');
  if (point === null) return;
  if (extend) selection.extend(point.node, point.offset);
  else selection.collapse(point.node, point.offset);
}

function neighbour(view: HTMLElement, part: HTMLElement, step: 1 | -1): HTMLElement | null {
  const parts = partElementsIn(view);
  let index = parts.indexOf(part) + step;
  while (parts[index] !== undefined && !isWorded(parts[index])) index += step;
  return parts[index] ?? null;
}

function isWorded(part: HTMLElement | undefined): boolean {
  return part !== undefined && textNodesOf(part).length > 0;
}

/** The next place in the part before or after, or where the caret is if there is none. */
function overBoundary(view: HTMLElement, from: CaretPoint, step: 1 | -1): CaretPoint {
  const part = neighbour(view, from.part, step);
  if (part === null) return { ...from, offset: step === 1 ? shownTextOf(from.part).length : 0 };
  return { part, offset: step === 1 ? 0 : shownTextOf(part).length };
}

function stepOf({ direction }: CaretStep, part: HTMLElement): 1 | -1 {
  if (direction === 'forward' || direction === 'backward') return direction === 'forward' ? 1 : -1;
  const isRightToLeft = getComputedStyle(part).direction === 'rtl';
  return (direction === 'right') === isRightToLeft ? -1 : 1;
}

function bySentence(
  view: HTMLElement,
  from: CaretPoint,
  step: 1 | -1,
  { extend, language }: { readonly extend: boolean; readonly language: string | null },
): CaretPoint {
  const text = shownTextOf(from.part);
  const offset = sentenceStep(text, from.offset, step, language);
  // A caret goes on to where the next sentence begins, a selection to where this one ends.
  const isInside = offset !== null && (step === -1 || extend || offset < text.length);
  if (isInside) return { ...from, offset };
  const beyond = overBoundary(view, from, step);
  if (beyond.part === from.part || (step === 1 && !extend)) return beyond;
  const further = sentenceStep(shownTextOf(beyond.part), beyond.offset, step, language);
  return { ...beyond, offset: further ?? beyond.offset };
}

/** The place in the line of `edge` that is closest to a column: the first of a text, or its last. */
function atColumn(edge: CaretPoint, column: number, step: 1 | -1): CaretPoint {
  const letters = segmenterFor(null, 'grapheme').segment(shownTextOf(edge.part));
  const { top, height } = caretBox(edge);
  const distanceOf = (point: CaretPoint): number => Math.abs(caretBox(point).left - column);
  let best = edge;
  let letter = letters.containing(step === 1 ? 0 : edge.offset - 1);
  while (letter !== undefined) {
    const point = { ...edge, offset: step === 1 ? endOf(letter) : letter.index };
    if (Math.abs(caretBox(point).top - top) > height / 2) return best;
    if (distanceOf(point) < distanceOf(best)) best = point;
    letter = letters.containing(step === 1 ? endOf(letter) : letter.index - 1);
  }
  return best;
}

/** The same column of the line below, or above; what is none of a part's text counts for none. */
function byLine(
  view: HTMLElement,
  from: CaretPoint,
  to: CaretPoint | null,
  step: 1 | -1,
): CaretPoint {
  const box = caretBox(from);
  if (to !== null && to.part === from.part && caretBox(to).top !== box.top) return to;
  const beyond = overBoundary(view, from, step);
  return beyond.part === from.part ? beyond : atColumn(beyond, box.left, step);
}

/** Where a step goes that leaves a text, or a cell of it. */
function beyondCell(
  view: HTMLElement,
  from: CaretPoint,
  step: 1 | -1,
  unit: CaretStep['unit'],
): CaretPoint {
  if (unit === 'lineboundary') return from;
  return cellStep(from, step) ?? overBoundary(view, from, step);
}

/** Moves the caret by one step, from text to text over what is none of a part's. */
export function moveCaret(view: HTMLElement, step: CaretStep, language: string | null): void {
  const selection = document.getSelection();
  const from = selection === null ? null : caretPoint(view, selection);
  if (selection === null || from === null) return;
  const direction = stepOf(step, from.part);
  const { extends: extend, unit } = step;
  if (unit === 'sentence') {
    putCaret(selection, bySentence(view, from, direction, { extend, language }), extend);
    return;
  }
  // The engine knows the lines and the words, but not where a part's text ends.
  selection.modify(extend ? 'extend' : 'move', step.direction, unit);
  const to = caretPoint(view, selection);
  if (unit === 'line') putCaret(selection, byLine(view, from, to, direction), extend);
  else if (!isSameCell(from, to))
    putCaret(selection, beyondCell(view, from, direction, unit), extend);
}
