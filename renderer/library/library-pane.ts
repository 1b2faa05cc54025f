import { css, html, LitElement, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import type { LibraryFilter } from '../../electron/shared/model/listing.ts';
import { libraryContext, notesContext, screenContext } from '../state/contexts.ts';
import type { Screen } from '../state/screen-store.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { formatNumber } from '../ui/count.ts';
import type { LibraryList } from './library-list.ts';
import './library-list.ts';

type View = LibraryFilter['view'];

const views: readonly { readonly view: View; readonly label: string }[] = [
  { view: 'all', label: 'All briefings' },
  { view: 'bookmarked', label: 'Bookmarked' },
  { view: 'annotated', label: 'With notes' },
];

/** The left side: the views of the library with their counts, and the list. */
@customElement('readout-library-pane')
export class LibraryPane extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        height: 100%;
      }

      .views {
        padding: 10px 8px;
        border-bottom: 1px solid var(--line);
      }

      nav {
        display: grid;
        gap: 1px;
      }

      nav + nav {
        margin-top: 9px;
      }

      nav button {
        display: flex;
        justify-content: space-between;
        padding: 5px 10px;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        color: var(--muted);
        font: 13.5px/19px var(--sans);
        text-align: start;
        cursor: pointer;
      }

      nav button:hover {
        background: color-mix(in srgb, var(--accent-soft) 60%, transparent);
      }

      nav button[aria-current] {
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 600;
      }

      .empty {
        padding: 26px 20px;
        color: var(--muted);
        text-wrap: pretty;
      }

      .empty strong {
        display: block;
        margin-bottom: 4px;
        color: var(--ink);
        font: 600 15px/1.4 var(--serif);
      }

      .empty .button {
        display: block;
        margin-top: 12px;
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #screen = new StoreController(this, screenContext);

  @query('readout-library-list') private readonly list!: LibraryList | null;

  /** Scrolls to the open briefing. */
  async reveal(): Promise<void> {
    await this.updateComplete;
    await this.list?.updateComplete;
    await this.list?.reveal();
  }

  override focus(): void {
    this.list?.focus();
  }

  #count(view: View): number {
    const counts = [...this.#notes.state.counts.values()];
    if (view === 'bookmarked') return counts.filter(({ bookmarks }) => bookmarks > 0).length;
    if (view === 'annotated') return counts.filter(({ annotations }) => annotations > 0).length;
    return this.#library.state.status?.briefingCount ?? 0;
  }

  protected override render() {
    const { filter, isStale, outline } = this.#library.state;
    return html`<div class="views">
        <nav aria-label="Views">
          ${views.map(({ view, label }) =>
            this.#renderChoice(label, filter.view === view, this.#count(view), () =>
              this.#library.store.setFilter({ view }),
            ),
          )}
        </nav>
        ${this.#renderScreens()}
      </div>
      ${
        outline?.total === 0 && !isStale
          ? this.#renderEmpty()
          : html`<readout-library-list></readout-library-list>`
      }`;
  }

  #renderScreens() {
    const { screen } = this.#screen.state;
    const toggle = (chosen: Screen): void =>
      this.#screen.store.show(screen === chosen ? 'reading' : chosen);
    const counts = [...this.#notes.state.counts.values()];
    const noteCount = counts.reduce((sum, { annotations }) => sum + annotations, 0);
    return html`<nav aria-label="Notes of all briefings">
      ${this.#renderChoice('All notes', screen === 'all-notes', noteCount, () => toggle('all-notes'))}
      ${this.#renderChoice('Trash', screen === 'trash', null, () => toggle('trash'))}
    </nav>`;
  }

  #renderChoice(label: string, isChosen: boolean, count: number | null, choose: () => unknown) {
    return html`<button aria-current=${isChosen ? 'true' : nothing} @click=${() => void choose()}>
      <span>${label}</span>${count === null ? nothing : html`<span>${formatNumber(count)}</span>`}
    </button>`;
  }

  #renderEmpty() {
    const { filter, status } = this.#library.state;
    if (status?.activity.kind === 'scanning') {
      return html`<p class="empty" role="status">Looking for briefings…</p>`;
    }
    if (status?.activity.kind === 'failed') {
      return html`<div class="empty" role="alert">
        <strong>The folder cannot be read</strong>${status.activity.message}
      </div>`;
    }
    if (filter.text !== '') {
      return html`<div class="empty" role="status">
        <strong>No headline matches</strong>Nothing here has “${filter.text}” in its headline.
        <button class="button" @click=${() => void this.#library.store.setFilter({ text: '' })}>
          Clear the filter
        </button>
      </div>`;
    }
    return html`<div class="empty" role="status">
      ${this.#emptyText(filter.view, status?.roots[0])}
    </div>`;
  }

  #emptyText(view: View, root: string | undefined) {
    if (view === 'bookmarked') {
      return html`<strong>No bookmarks yet</strong>Press <kbd>b</kbd> while reading to keep a place.`;
    }
    if (view === 'annotated') {
      return html`<strong>No notes yet</strong>Select a passage, or press <kbd>n</kbd> while
        reading.`;
    }
    return html`<strong>No briefings here</strong>Put story files (.txt) into
      ${root ?? 'the folder'} and choose “Look for new files” in the File menu.`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-library-pane': LibraryPane;
  }
}
