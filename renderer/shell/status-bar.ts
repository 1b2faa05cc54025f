import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LibraryStatus } from '../../electron/shared/model/listing.ts';
import { CommandEvent } from '../state/command-event.ts';
import { libraryContext, notesContext } from '../state/contexts.ts';
import { isBlank } from '../state/notes-store.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';
import { libraryText, missingText } from './library-status.ts';

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
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .broken {
        color: var(--danger);
        font-weight: 600;
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

      .failed button,
      .scan,
      .missing {
        flex: none;
        padding: 2px 4px;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-decoration: underline;
        cursor: pointer;
      }

      .missing {
        display: flex;
        gap: 4px;
        align-items: center;
        color: var(--attention);
        font-weight: 600;
      }

      .end {
        display: flex;
        flex: 0 100 auto;
        gap: 10px;
        align-items: center;
        min-width: 0;
        margin-inline-start: auto;
      }

      progress {
        flex: none;
        width: 72px;
        height: 6px;
        accent-color: var(--accent);
      }

      @media (max-width: 720px) {
        progress {
          display: none;
        }
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #notes = new StoreController(this, notesContext);

  protected override render() {
    return html`<span class="offline">Offline: no network access</span>
      <span class="saving" role="status" aria-live="polite">${this.#renderSaving()}</span>
      <span class="end">${this.#renderLibrary()}</span>`;
  }

  #renderLibrary() {
    const { status } = this.#library.state;
    if (status === null) return nothing;
    const { activity, roots } = status;
    const missing = missingText(roots);
    const title = roots.map(({ path }) => path).join('\n');
    return html`${
        missing === null
          ? nothing
          : html`<button class="missing" @click=${() => this.#ask('folders')}>
              ${icon('alert', 12)} ${missing}
            </button>`
      }
      <span class="library ${activity.kind === 'failed' ? 'broken' : ''}" title=${title}
        >${libraryText(status)}</span
      >
      ${
        activity.kind === 'scanning' && activity.total > 0
          ? html`<progress
              aria-label="Files read"
              max=${activity.total}
              .value=${activity.done}
            ></progress>`
          : nothing
      }
      ${this.#renderScanButton(activity.kind)}`;
  }

  #renderScanButton(kind: LibraryStatus['activity']['kind']) {
    if (kind === 'idle') return nothing;
    if (kind === 'scanning') {
      return html`<button class="scan" @click=${() => this.#ask('stop-scan')}>Stop</button>`;
    }
    const label = kind === 'stopped' ? 'Resume' : 'Look again';
    return html`<button class="scan" @click=${() => this.#ask('rescan')}>${label}</button>`;
  }

  #ask(command: CommandEvent['command']): void {
    this.dispatchEvent(new CommandEvent(command));
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
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-status-bar': StatusBar;
  }
}
