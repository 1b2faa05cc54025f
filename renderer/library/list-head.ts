import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hasWords } from '../state/about-query.ts';
import { CommandEvent } from '../state/command-event.ts';
import { libraryContext, settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { labelOfView, mainViews } from '../state/views.ts';
import { controlStyles } from '../styles/controls.ts';
import { formatNumber } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';

/**
 * The line above the list while it is not simply one of the main views: what it shows and how many
 * rows it has, the order of results, and the way to save the search.
 */
@customElement('readout-list-head')
export class ListHead extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 6px;
        padding: 5px 10px 5px 18px;
        border-bottom: 1px solid var(--line);
        color: var(--muted);
        font-size: 12px;
      }

      .about {
        display: flex;
        flex: 1 1 auto;
        min-width: 0;
        color: var(--ink);
        white-space: nowrap;
      }

      .name {
        overflow: hidden;
        text-overflow: ellipsis;
      }

      .count {
        flex: none;
      }

      .tools {
        display: flex;
        gap: 4px;
        align-items: center;
      }

      .button {
        min-height: 26px;
        padding: 2px 8px;
        font-size: 12px;
      }

      select {
        height: 26px;
        padding: 0 4px;
        border: 1px solid var(--line);
        border-radius: 7px;
        background: var(--raised);
        color: inherit;
        font: 12px/1.3 var(--sans);
      }

      .capped {
        flex: 1 0 100%;
        margin: 0;
        color: var(--attention);
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  readonly #settings = new StoreController(this, settingsContext);

  private readonly handleOrder = (event: Event): void => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const order = event.target.value === 'relevance' ? 'relevance' : 'newest';
    void this.#library.store.setFilter({ order });
  };

  protected override render() {
    const { filter, outline, isStale } = this.#library.state;
    const isMain = mainViews(null, filter.view).some(({ query }) => query === filter.view);
    const isCapped = outline?.isCapped === true && !isStale;
    if (filter.text === '' && isMain && !isCapped) return nothing;
    return html`<div class="head">
      ${this.#renderName()}
      <span class="tools">
        ${hasWords(filter) ? this.#renderOrder() : nothing}
        ${filter.text === '' ? nothing : this.#renderSave()}
      </span>
      ${
        isCapped
          ? html`<p class="capped" role="status">
              More than ${formatNumber(outline.total)}; narrow the search to see the others.
            </p>`
          : nothing
      }
    </div>`;
  }

  #renderName() {
    const { filter, outline, status, isStale } = this.#library.state;
    const { savedSearches } = this.#settings.state;
    const label = labelOfView(filter.view, status?.roots ?? [], savedSearches);
    const count = outline === null || isStale ? '' : formatNumber(outline.total);
    return html`<span class="about" title=${label}
      ><bdi class="name">${label}</bdi
      ><span class="count">${count === '' ? nothing : html`&nbsp;· ${count}`}</span></span
    >`;
  }

  #renderOrder() {
    const { order } = this.#library.state.filter;
    return html`<select aria-label="Order of the list" @change=${this.handleOrder}>
      <option value="newest" ?selected=${order === 'newest'}>Newest</option>
      <option value="relevance" ?selected=${order === 'relevance'}>Best match</option>
    </select>`;
  }

  #renderSave() {
    return html`<button
      class="button"
      aria-label="Save search"
      title="Save the search as a view"
      @click=${() => this.dispatchEvent(new CommandEvent('save-search'))}
    >
      ${icon('plus', 13)} Save
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-list-head': ListHead;
  }
}
