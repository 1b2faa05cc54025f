/** What stays free above and below what is scrolled to, in CSS pixels: the parts' scroll-margin. */
export const viewMargin = 24;

/** What lies over the upper edge of a view, in CSS pixels. */
function coverOf(view: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(view).scrollPaddingTop) || 0;
}

/** Scrolls a view just so far that a box of the viewport, or its beginning, is inside of it. */
export function bringIntoView(view: HTMLElement, box: DOMRect): void {
  const { top, bottom } = view.getBoundingClientRect();
  const above = top + coverOf(view) + viewMargin - box.top;
  const below = box.bottom - (bottom - viewMargin);
  if (above > 0) view.scrollTop -= above;
  else if (below > 0) view.scrollTop += Math.min(below, -above);
}

/** Scrolls what a range stands in sideways, as a wide table, just so far that it is seen. */
function bringIntoFrame(range: Range): void {
  const { startContainer } = range;
  const from = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  const frame = from?.closest('.scroller');
  if (frame === null || frame === undefined) return;
  const { left, right } = frame.getBoundingClientRect();
  const box = range.getBoundingClientRect();
  if (box.left < left + viewMargin) frame.scrollLeft -= left + viewMargin - box.left;
  else if (box.right > right - viewMargin) frame.scrollLeft += box.right - (right - viewMargin);
}

/**
 * Scrolls a view so far that a range is inside of it. Text that was never in view has no certain
 * height before it is drawn, so its place is looked at once more then.
 */
export function bringRangeIntoView(view: HTMLElement, range: Range): void {
  const bring = (): void => {
    bringIntoFrame(range);
    bringIntoView(view, range.getBoundingClientRect());
  };
  bring();
  requestAnimationFrame(bring);
}
