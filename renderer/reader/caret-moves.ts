import type { CaretStep } from './caret-keys.ts';
import { partTextAround, textElementsIn, textNodeOf } from './part-element.ts';
import { endOf, segmenterFor } from './segmenter.ts';
import { sentenceStep } from './sentence-steps.ts';

/** A place in a part's text. */
export interface CaretPoint {
  readonly holder: HTMLElement;
  /** In UTF-16 code units of the part's text. */
  readonly offset: number;
}

function textOf(holder: HTMLElement): string {
  return textNodeOf(holder)?.data ?? '';
}

/** Where a caret stands between two letters, in the viewport. */
export function caretBox({ holder, offset }: CaretPoint): DOMRect {
  const text = textNodeOf(holder);
  const range = document.createRange();
  if (text === null) range.selectNodeContents(holder);
  else range.setStart(text, offset);
  range.collapse(true);
  return range.getClientRects()[0] ?? holder.getBoundingClientRect();
}

/** Where the selection ends that the reader extends; `null` where that is in no part’s text. */
export function caretPoint(view: HTMLElement, selection: Selection): CaretPoint | null {
  const { focusNode, focusOffset } = selection;
  const holder = focusNode === null ? null : partTextAround(focusNode);
  if (focusNode === null || holder === null || !view.contains(holder)) return null;
  const before = document.createRange();
  before.selectNodeContents(holder);
  before.setEnd(focusNode, focusOffset);
  return { holder, offset: before.toString().length };
}

/** Puts the caret to a place, or selects up to it. */
export function putCaret(
  selection: Selection,
  { holder, offset }: CaretPoint,
  extend: boolean,
): void {
  const text = textNodeOf(holder);
  if (text === null) return;
  if (extend) selection.extend(text, offset);
  else selection.collapse(text, offset);
}

function neighbour(view: HTMLElement, holder: HTMLElement, step: 1 | -1): HTMLElement | null {
  const holders = textElementsIn(view);
  return holders[holders.indexOf(holder) + step] ?? null;
}

/** The next place in the part before or after, or where the caret is if there is none. */
function overBoundary(view: HTMLElement, from: CaretPoint, step: 1 | -1): CaretPoint {
  const holder = neighbour(view, from.holder, step);
  if (holder === null) return { ...from, offset: step === 1 ? textOf(from.holder).length : 0 };
  return { holder, offset: step === 1 ? 0 : textOf(holder).length };
}

function stepOf({ direction }: CaretStep, holder: HTMLElement): 1 | -1 {
  if (direction === 'forward' || direction === 'backward') return direction === 'forward' ? 1 : -1;
  const isRightToLeft = getComputedStyle(holder).direction === 'rtl';
  return (direction === 'right') === isRightToLeft ? -1 : 1;
}

function bySentence(
  view: HTMLElement,
  from: CaretPoint,
  step: 1 | -1,
  { extend, language }: { readonly extend: boolean; readonly language: string | null },
): CaretPoint {
  const text = textOf(from.holder);
  const offset = sentenceStep(text, from.offset, step, language);
  // A caret goes on to where the next sentence begins, a selection to where this one ends.
  const isInside = offset !== null && (step === -1 || extend || offset < text.length);
  if (isInside) return { ...from, offset };
  const beyond = overBoundary(view, from, step);
  if (beyond.holder === from.holder || (step === 1 && !extend)) return beyond;
  const further = sentenceStep(textOf(beyond.holder), beyond.offset, step, language);
  return { ...beyond, offset: further ?? beyond.offset };
}

/** The place in the line of `edge` that is closest to a column: the first of a text, or its last. */
function atColumn(edge: CaretPoint, column: number, step: 1 | -1): CaretPoint {
  const letters = segmenterFor(null, 'grapheme').segment(textOf(edge.holder));
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
  if (to !== null && to.holder === from.holder && caretBox(to).top !== box.top) return to;
  const beyond = overBoundary(view, from, step);
  return beyond.holder === from.holder ? beyond : atColumn(beyond, box.left, step);
}

/** Moves the caret by one step, from text to text over what is none of a part's. */
export function moveCaret(view: HTMLElement, step: CaretStep, language: string | null): void {
  const selection = document.getSelection();
  const from = selection === null ? null : caretPoint(view, selection);
  if (selection === null || from === null) return;
  const direction = stepOf(step, from.holder);
  const { extends: extend, unit } = step;
  if (unit === 'sentence') {
    putCaret(selection, bySentence(view, from, direction, { extend, language }), extend);
    return;
  }
  // The engine knows the lines and the words, but not where a part's text ends.
  selection.modify(extend ? 'extend' : 'move', step.direction, unit);
  const to = caretPoint(view, selection);
  if (unit === 'line') putCaret(selection, byLine(view, from, to, direction), extend);
  else if (to?.holder !== from.holder) {
    const isAtEdge = unit === 'lineboundary';
    putCaret(selection, isAtEdge ? from : overBoundary(view, from, direction), extend);
  }
}
