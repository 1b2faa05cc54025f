import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { libraryContext, notesContext } from '../state/contexts.ts';
import { isBlank } from '../state/notes-store.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted, formatNumber } from '../ui/count.ts';

/** The last part of a folder's path, of any system. */
function folderName(folder: string): string {
  return folder.split(/[\\/]/).findLast((name) => name !== '') ?? folder;
}

/** The foot of the window: the promise of being offline, how the notes stand, the library. */
@customElement('readout-status-bar')
export class StatusBar extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 18px;
        padding: 0 14px;
        border-top: 1px solid var(--line);
        background: var(--surface);
        color: var(--muted);
        font-size: 12px;
        white-space: nowrap;
        overflow: hidden;
      }

      .offline {
        flex: none;
      }

      .saving {
        min-width: 0;
      }

      .library {
        flex: 0 100 auto;
        min-width: 0;
        margin-inline-start: auto;
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .failed {
        display: flex;
        gap: 6px;
        color: var(--danger);
        font-weight: 600;
      }

      .reason {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .failed button {
        flex: none;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #notes = new StoreController(this, notesContext);

  protected override render() {
    return html`<span class="offline">Offline: no network access</span>
      <span class="saving" role="status" aria-live="polite">${this.#renderSaving()}</span>
      <span class="library" title=${this.#library.state.status?.roots.join('\n') ?? nothing}>
        ${this.#libraryText()}
      </span>`;
  }

  #renderSaving() {
    const { saving, annotations } = this.#notes.state;
    if (saving.kind === 'saving') return 'Saving…';
    if (saving.kind === 'failed') {
      return html`<span class="failed" title=${saving.message}>
        <span class="reason">${saving.message}</span>
        <button @click=${() => void this.#notes.store.flush()}>Try again</button>
      </span>`;
    }
    const noted = annotations.filter((annotation) => !isBlank(annotation)).length;
    return noted === 0 ? nothing : `${counted(noted, 'note')} saved`;
  }

  #libraryText(): string {
    const { status } = this.#library.state;
    if (status === null) return '';
    const { activity, briefingCount, problemCount, roots } = status;
    if (activity.kind === 'failed') return activity.message;
    const folders = roots.map(folderName).join(', ');
    const files = counted(briefingCount, 'file');
    if (activity.kind === 'scanning') {
      return `${folders} · reading ${formatNumber(activity.done)} of ${formatNumber(activity.total)}`;
    }
    const problems = problemCount > 0 ? ` · ${formatNumber(problemCount)} cannot be read` : '';
    return `${folders} · ${files}${problems}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-status-bar': StatusBar;
  }
}
