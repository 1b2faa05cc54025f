import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { libraryContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted, formatNumber } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';

/** How long after the last key the list is filtered, in milliseconds. */
const typingDelay = 120;

/**
 * The field at the top that filters the list by words of the headline.
 *
 * @fires search-leave - The reader is done here: Enter or Escape in an empty field.
 */
@customElement('readout-search-box')
export class SearchBox extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        height: 32px;
        padding: 0 8px 0 11px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--raised);
        color: var(--muted);
      }

      label:focus-within {
        border-color: var(--accent);
        outline: 1px solid var(--accent);
      }

      input,
      input:focus-visible {
        flex: 1;
        min-width: 0;
        border: 0;
        outline: none;
        background: none;
        color: var(--ink);
        font: 14px/1.4 var(--sans);
      }

      input::placeholder {
        color: var(--muted);
        opacity: 1;
      }

      input::-webkit-search-cancel-button {
        display: none;
      }

      .count {
        font-size: 12px;
        white-space: nowrap;
      }
    `,
  ];

  readonly #library = new StoreController(this, libraryContext);
  #timer: ReturnType<typeof setTimeout> | undefined;

  @query('input', true) private readonly field!: HTMLInputElement;

  override focus(): void {
    this.field.focus();
    this.field.select();
  }

  private readonly handleInput = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#apply(), typingDelay);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void this.#apply().then(() => this.#leave());
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (this.field.value === '') this.#leave();
    this.field.value = '';
    void this.#apply();
  };

  async #apply(): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.field.value.trim();
    if (text !== this.#library.state.filter.text) await this.#library.store.setFilter({ text });
  }

  #leave(): void {
    this.dispatchEvent(new Event('search-leave', { bubbles: true, composed: true }));
  }

  protected override render() {
    const { filter, isStale, outline, status } = this.#library.state;
    const isTyping = this.hasUpdated && this.shadowRoot?.activeElement === this.field;
    return html`<label>
      ${icon('search', 15)}
      <input
        type="search"
        aria-label="Filter by headline"
        spellcheck="false"
        autocomplete="off"
        placeholder="Filter ${formatNumber(status?.briefingCount ?? 0)} headlines"
        .value=${isTyping ? this.field.value : filter.text}
        @input=${this.handleInput}
        @keydown=${this.handleKeydown}
      />
      <span class="count" role="status">
        ${filter.text === '' || isStale ? '' : counted(outline?.total ?? 0, 'match', 'matches')}
      </span>
      <kbd aria-hidden="true">/</kbd>
    </label>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-search-box': SearchBox;
  }
}
