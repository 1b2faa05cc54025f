import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { libraryContext, settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { labelOfView } from '../state/views.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import './empty-list.ts';
import type { LibraryList } from './library-list.ts';
import './library-list.ts';
import './list-head.ts';
import './view-list.ts';

/** The left side: the views of the library with their counts, and the list. */
@customElement('readout-library-pane')
export class LibraryPane extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        grid-template-rows: fit-content(42%) auto minmax(0, 1fr);
        height: 100%;
      }

      readout-view-list {
        min-height: 0;
        max-height: 42vh;
        border-bottom: 1px solid var(--line);
      }

      .visually-hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #settings = new StoreController(this, settingsContext);
  /** The view before the last change; announced is only what the reader changes. */
  #view: string | null = null;
  #hasChosen = false;

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

  protected override willUpdate(): void {
    const { view } = this.#library.state.filter;
    this.#hasChosen ||= this.#view !== null && this.#view !== view;
    this.#view = view;
  }

  /** The view that was chosen, for those who do not see the list change. */
  #announcement(): string {
    const { filter, isStale, outline, status } = this.#library.state;
    if (!this.#hasChosen || isStale || outline === null || filter.text !== '') return '';
    const { savedSearches } = this.#settings.state;
    const label = labelOfView(filter.view, status?.roots ?? [], savedSearches);
    return `${label}: ${counted(outline.total, 'briefing')}`;
  }

  protected override render() {
    const { isStale, outline } = this.#library.state;
    return html`<readout-view-list></readout-view-list>
      <div>
        <readout-list-head></readout-list-head>
        <span class="visually-hidden" aria-live="polite">${this.#announcement()}</span>
      </div>
      ${
        outline?.total === 0 && !isStale
          ? html`<readout-empty-list></readout-empty-list>`
          : html`<readout-library-list></readout-library-list>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-library-pane': LibraryPane;
  }
}
