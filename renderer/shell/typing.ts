/** The element that really has the focus, inside of shadow roots too. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Whether keys go into a text field now, so that shortcuts of one letter must do nothing. */
export function isTyping(): boolean {
  const element = focusedElement();
  if (element instanceof HTMLTextAreaElement) return true;
  if (element instanceof HTMLInputElement)
    return !['radio', 'checkbox', 'range'].includes(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Whether a modal dialog is open, under which the app's shortcuts must do nothing. */
export function isDialogOpen(root: ParentNode): boolean {
  return [...root.querySelectorAll('*')].some(
    (element) =>
      element.matches('dialog[open]') ||
      (element.shadowRoot !== null && isDialogOpen(element.shadowRoot)),
  );
}
