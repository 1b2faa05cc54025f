import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { parseQuery } from '../../electron/shared/search/parse-query.ts';
import type { QueryFault } from '../../electron/shared/search/query.ts';
import { today } from '../state/about-query.ts';
import { libraryContext, readerContext, viewCountsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted, formatNumber } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';
import { renderFaults, renderUnderlines } from './query-faults.ts';
import { searchBoxStyles } from './search-box.styles.ts';
import './search-help.ts';
import { type Suggestions, suggestValues } from './suggestions.ts';

/** How long after the last key the list is filtered, in milliseconds. */
const typingDelay = 120;

/** The longest query, in UTF-16 code units. */
const longestQuery = 1000;

const noSuggestions: Suggestions = { start: 0, end: 0, options: [] };

/**
 * The field at the top that searches the library: a combobox, whose suggestions are the values of
 * the field before the caret. What is wrong in the query is underlined and told, and left out.
 *
 * @fires search-leave - The reader is done here: Enter, or Escape in an empty field.
 */
@customElement('readout-search-box')
export class SearchBox extends LitElement {
  static override readonly styles = [controlStyles, searchBoxStyles];

  readonly #counts = new StoreController(this, viewCountsContext);
  readonly #library = new StoreController(this, libraryContext);
  readonly #reader = new StoreController(this, readerContext);
  #timer: ReturnType<typeof setTimeout> | undefined;

  @query('input', true) private readonly field!: HTMLInputElement;
  @query('.underlines', true) private readonly underlines!: HTMLElement;

  @state() private suggestions = noSuggestions;
  /** The suggestion that the arrow keys are at. */
  @state() private active = -1;
  @state() private hasFocus = false;

  override focus(): void {
    this.field.focus();
    this.field.select();
  }

  private readonly handleInput = (): void => {
    this.#suggest();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#apply(), typingDelay);
    this.requestUpdate();
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Readonly<Record<string, () => unknown>> = {
      Enter: () => this.#enter(),
      Escape: () => this.#escape(),
      ...(this.suggestions.options.length > 0 && {
        ArrowDown: () => this.#move(1),
        ArrowUp: () => this.#move(-1),
      }),
      ...(this.active !== -1 && { Tab: () => this.#take(this.active) }),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  #suggest(): void {
    const caret = this.field.selectionEnd ?? this.field.value.length;
    const { counts } = this.#counts.state;
    const sources = counts?.sources.map(({ source }) => source) ?? [];
    const tags = counts?.tags.map(({ tag }) => tag) ?? [];
    this.suggestions = suggestValues(this.field.value, caret, { sources, tags });
    this.active = -1;
  }

  #closeSuggestions(): void {
    [this.suggestions, this.active] = [noSuggestions, -1];
  }

  #move(step: 1 | -1): void {
    const count = this.suggestions.options.length;
    const from = this.active === -1 && step === -1 ? 0 : this.active;
    this.active = (from + step + count) % count;
  }

  #take(index: number): void {
    const { start, end, options } = this.suggestions;
    const option = options[index];
    if (option === undefined) return;
    this.field.setRangeText(`${option} `, start, end, 'end');
    this.#closeSuggestions();
    void this.#apply();
  }

  #enter(): void {
    if (this.active !== -1) this.#take(this.active);
    else {
      this.#closeSuggestions();
      void this.#apply().then(() => this.#openFirst());
    }
  }

  /** Opens the first result and goes to the list; without words it only goes to the list. */
  async #openFirst(): Promise<void> {
    if (this.#library.state.filter.text !== '') {
      const first = await this.#library.store.rowAt(0);
      if (first !== undefined) await this.#reader.store.open(first.id);
    }
    this.#leave();
  }

  #escape(): void {
    if (this.suggestions.options.length > 0) this.#closeSuggestions();
    else if (this.field.value === '') this.#leave();
    else this.#clear();
  }

  #clear(): void {
    this.field.value = '';
    this.#closeSuggestions();
    void this.#apply();
  }

  private readonly handleClear = (): void => {
    this.#clear();
    this.field.focus();
  };

  private readonly handleFocus = (): void => {
    this.hasFocus = true;
  };

  private readonly handleBlur = (): void => {
    this.hasFocus = false;
    this.#closeSuggestions();
  };

  /** The underlines go with the words when the field scrolls. */
  private readonly handleScroll = (): void => {
    this.underlines.scrollLeft = this.field.scrollLeft;
  };

  /** Keeps the focus in the field while a suggestion is pressed. */
  private readonly handlePointerdown = (event: Event): void => event.preventDefault();

  private readonly handleOption = (event: Event): void => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    this.#take(Number(option?.getAttribute('data-index') ?? -1));
  };

  /** A space at the end counts: before it, the last word may still be typed. */
  async #apply(): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.field.value.trimStart();
    this.requestUpdate();
    if (text !== this.#library.state.filter.text) await this.#library.store.setFilter({ text });
  }

  #leave(): void {
    this.dispatchEvent(new Event('search-leave', { bubbles: true, composed: true }));
  }

  /** Those of the words that the list is of: while typing goes on, nothing is called wrong. */
  #faultsIn(text: string): readonly QueryFault[] {
    return text.trimStart() === this.#library.state.filter.text
      ? parseQuery(text, today()).faults
      : [];
  }

  protected override updated(): void {
    this.handleScroll();
  }

  protected override render() {
    const { filter } = this.#library.state;
    const isTyping = this.hasUpdated && this.shadowRoot?.activeElement === this.field;
    const text = isTyping ? this.field.value : filter.text;
    const faults = this.#faultsIn(text);
    const hasOptions = this.suggestions.options.length > 0;
    return html`<div class="box">
        ${icon('search', 15)}
        <div class="field">
          <div class="underlines" aria-hidden="true">${renderUnderlines(text, faults)}</div>
          ${this.#renderInput(text, faults.length > 0)}
        </div>
        <span class="count" role="status">${this.#countText()}</span>
        ${text === '' ? html`<kbd aria-hidden="true">/</kbd>` : this.#renderClear()}
        <readout-search-help></readout-search-help>
      </div>
      ${this.#renderOptions()}
      <div
        class="panel"
        aria-live="polite"
        ?hidden=${faults.length === 0 || !this.hasFocus || hasOptions}
      >
        ${faults.length === 0 ? nothing : renderFaults(text, faults)}
      </div>`;
  }

  #renderInput(text: string, hasFaults: boolean) {
    const { status } = this.#library.state;
    return html`<input
      type="search"
      role="combobox"
      aria-label="Search briefings"
      aria-autocomplete="list"
      aria-expanded=${this.suggestions.options.length > 0}
      aria-controls="suggestions"
      aria-activedescendant=${this.active === -1 ? nothing : `suggestion-${this.active}`}
      aria-invalid=${hasFaults}
      aria-describedby=${hasFaults ? 'faults' : nothing}
      spellcheck="false"
      autocomplete="off"
      maxlength=${longestQuery}
      placeholder="Search ${counted(status?.briefingCount ?? 0, 'briefing')}"
      .value=${text}
      @input=${this.handleInput}
      @keydown=${this.handleKeydown}
      @focus=${this.handleFocus}
      @blur=${this.handleBlur}
      @scroll=${this.handleScroll}
    />`;
  }

  #countText(): string {
    const { filter, isStale, outline } = this.#library.state;
    if (filter.text === '' || isStale || outline === null) return '';
    const count = formatNumber(outline.total);
    if (outline.isCapped) return `more than ${count} matches`;
    return `${count} ${outline.total === 1 ? 'match' : 'matches'}`;
  }

  #renderClear() {
    return html`<button
      class="small"
      aria-label="Clear the search"
      title="Clear (Esc)"
      @click=${this.handleClear}
    >
      ${icon('close', 14)}
    </button>`;
  }

  #renderOptions() {
    const { options } = this.suggestions;
    return html`<ul
      class="panel"
      role="listbox"
      id="suggestions"
      aria-label="Suggestions"
      ?hidden=${options.length === 0}
      @mousedown=${this.handlePointerdown}
      @click=${this.handleOption}
      @keydown=${this.handleKeydown}
    >
      ${options.map(
        (option, index) =>
          html`<li
            role="option"
            id="suggestion-${index}"
            data-index=${index}
            aria-selected=${index === this.active}
          >
            <bdi>${option}</bdi>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-search-box': SearchBox;
  }
}
