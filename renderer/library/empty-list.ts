import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LibraryStatus } from '../../electron/shared/model/listing.ts';
import { CommandEvent } from '../state/command-event.ts';
import { libraryContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { viewQueries } from '../state/views.ts';
import { controlStyles } from '../styles/controls.ts';

/** What is said in place of an empty list: why it is empty, and what to do about it. */
@customElement('readout-empty-list')
export class EmptyList extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: block;
        overflow: auto;
      }

      .empty {
        margin: 0;
        padding: 26px 20px;
        color: var(--muted);
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }

      strong {
        display: block;
        margin-bottom: 4px;
        color: var(--ink);
        font: 600 15px/1.4 var(--serif);
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 12px;
      }

      .button {
        white-space: normal;
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);

  protected override render() {
    const { filter, status } = this.#library.state;
    const isWhole = filter.text === '' && filter.view === '';
    if (status?.activity.kind === 'scanning' && isWhole) {
      return html`<p class="empty" role="status">Looking for briefings…</p>`;
    }
    if (status?.activity.kind === 'failed') {
      return html`<div class="empty" role="alert">
        <strong>The folders cannot be read</strong>${status.activity.message}
        <div class="buttons">${this.#renderCommand('rescan', 'Try again')}</div>
      </div>`;
    }
    if (filter.text !== '') return this.#renderNoMatch(filter.text, filter.view !== '');
    return html`<div class="empty" role="status">${this.#renderView(filter.view, status)}</div>`;
  }

  #renderNoMatch(text: string, isInView: boolean) {
    const store = this.#library.store;
    return html`<div class="empty" role="status">
      <strong>Nothing matches</strong>No briefing here fits “${text.trim()}”.
      <div class="buttons">
        <button class="button" @click=${() => void store.setFilter({ text: '' })}>
          Clear the search
        </button>
        ${
          isInView
            ? html`<button class="button" @click=${() => void store.setFilter({ view: '' })}>
                Search all briefings
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  #renderView(view: string, status: LibraryStatus | null) {
    switch (view) {
      case viewQueries.all:
        return this.#renderLibrary(status);
      case viewQueries.unread:
        return html`<strong>Nothing unread</strong>Press <kbd>m</kbd> while reading to mark a
          briefing as unread again.`;
      case viewQueries.pinned:
        return html`<strong>Nothing pinned</strong>Press <kbd>p</kbd> while reading to keep a
          briefing here.`;
      case viewQueries.changed:
        return html`<strong>Nothing changed</strong>Files that change after you read them are listed
          here.`;
      case viewQueries.bookmarked:
        return html`<strong>No bookmarks yet</strong>Press <kbd>b</kbd> while reading to keep a
          place.`;
      case viewQueries.annotated:
        return html`<strong>No notes yet</strong>Select a passage, or press <kbd>n</kbd> while
          reading.`;
      case viewQueries.problems:
        return html`<strong>No problems</strong>Every file could be read.`;
      default:
        return html`<strong>Nothing here</strong>No briefing is in this view any more.
          <div class="buttons">
            <button class="button" @click=${() => void this.#library.store.setFilter({ view: '' })}>
              All briefings
            </button>
          </div>`;
    }
  }

  #renderLibrary(status: LibraryStatus | null) {
    const root = status?.roots[0]?.path;
    const place =
      root === undefined
        ? html`Add the folders that your stories are in.`
        : html`Put story files into ${root}, or add other folders.`;
    return html`<strong>No briefings here</strong>${place} Files and folders can also be dropped on
      the window.
      <div class="buttons">
        ${this.#renderCommand('add-folders', 'Add folders…')}
        ${this.#renderCommand('paste-briefing', 'New briefing from clipboard')}
      </div>`;
  }

  #renderCommand(command: CommandEvent['command'], label: string) {
    return html`<button
      class="button"
      @click=${() => this.dispatchEvent(new CommandEvent(command))}
    >
      ${label}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-empty-list': EmptyList;
  }
}
