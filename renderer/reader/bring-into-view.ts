/** What stays free above and below what is scrolled to, in CSS pixels: the parts' scroll-margin. */
export const viewMargin = 24;

/** Scrolls a view just so far that a box of the viewport, or its beginning, is inside of it. */
export function bringIntoView(view: HTMLElement, box: DOMRect): void {
  const { top, bottom } = view.getBoundingClientRect();
  const above = top + viewMargin - box.top;
  const below = box.bottom - (bottom - viewMargin);
  if (above > 0) view.scrollTop -= above;
  else if (below > 0) view.scrollTop += Math.min(below, -above);
}
