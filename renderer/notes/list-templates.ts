import { html } from 'lit';

/** What the list says where there is nothing in it. */
export function emptyTemplate() {
  return html`<div class="empty">
    <p>Nothing noted yet.</p>
    <p>
      Select a passage to highlight it, focus a part or press <kbd>n</kbd> to write about the whole
      briefing.
    </p>
  </div>`;
}

/** What the reader does next, while an annotation is being re-attached. */
export function reattachingTemplate(cancel: () => void) {
  return html`<div class="reattaching" role="status">
    <span>Select the passage in the text that this note belongs to.</span>
    <button class="button" @click=${cancel}>Cancel</button>
  </div>`;
}
