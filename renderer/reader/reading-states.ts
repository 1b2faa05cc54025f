import { html, type TemplateResult } from 'lit';

/** Nothing is open. */
export function emptyTemplate(): TemplateResult {
  return html`<div class="reading-state">
    <h2>Choose a briefing</h2>
    <p>
      Pick one from the list, or press <kbd>j</kbd> to open the next. <kbd>?</kbd> shows all keys.
    </p>
  </div>`;
}

/** The briefing is on its way; usually too short to be seen. */
export function loadingTemplate(): TemplateResult {
  return html`<div class="reading-state waiting" role="status"><p>Opening…</p></div>`;
}

/** The briefing's file cannot be shown. */
export function failedTemplate(message: string, retry: () => void): TemplateResult {
  return html`<div class="reading-state" role="alert">
    <h2>This briefing cannot be shown</h2>
    <p>${message}</p>
    <button class="button" @click=${retry}>Try again</button>
  </div>`;
}
