import { focusedElement } from '../shell/typing.ts';

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** Whether the focus is in an element, inside of one with an id (of any shadow root), or nowhere. */
export function hasFocusFor(view: Element, id: string): boolean {
  const focused = focusedElement();
  if (focused === null || focused === document.body) return true;
  for (let element: Element | null = focused; element !== null; element = parentOf(element)) {
    if (element === view || element.id === id) return true;
  }
  return false;
}
