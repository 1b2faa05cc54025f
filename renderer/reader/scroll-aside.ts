/** How far one key press scrolls, in CSS pixels. */
const stepWidth = 60;

/** The frame of a focused part that is wider than the view, such as a table's or of a long line. */
function frameOf(target: EventTarget | null): Element | null {
  if (!(target instanceof Element)) return null;
  const frame = target.querySelector('.scroller') ?? target.closest('.scroller');
  return frame !== null && frame.scrollWidth > frame.clientWidth ? frame : null;
}

/** Scrolls a wide part sideways by the arrow keys; `false` where the keys say something else. */
export function scrollAside({ key, target }: KeyboardEvent): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  const frame = frameOf(target);
  if (frame === null) return false;
  frame.scrollLeft += key === 'ArrowRight' ? stepWidth : -stepWidth;
  return true;
}
