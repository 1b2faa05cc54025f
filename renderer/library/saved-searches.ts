import { css, html, LitElement } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { longestSearchName, renameSearch, withoutSearch } from '../state/saved-searches.ts';
import type { SavedSearch } from '../../electron/shared/model/settings.ts';
import {
  libraryContext,
  messageContext,
  screenContext,
  settingsContext,
  viewCountsContext,
} from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';
import { renderChoice } from './view-choice.ts';
import { viewListStyles } from './view-list.styles.ts';

/** The saved searches as views; each can be renamed (F2) and deleted (Delete). */
@customElement('readout-saved-searches')
export class SavedSearches extends LitElement {
  static override readonly styles = [
    controlStyles,
    viewListStyles,
    css`
      .row {
        position: relative;
        display: flex;
      }

      .row .choice {
        flex: 1;
        min-width: 0;
      }

      .tools {
        position: absolute;
        inset: 1px 2px auto auto;
        display: flex;
        border-radius: var(--radius-small);
        background: var(--surface);
        opacity: 0;
      }

      .row:hover .tools,
      .row:focus-within .tools {
        opacity: 1;
      }

      .row:hover .count,
      .row:focus-within .count {
        opacity: 0;
      }

      input {
        width: 100%;
        min-height: 26px;
        padding: 2px 9px;
        border: 1px solid var(--accent);
        border-radius: var(--radius-small);
        background: var(--raised);
        color: var(--ink);
        font: 13px/19px var(--sans);
      }

      .problem {
        margin: 2px 10px;
        color: var(--danger);
        font-size: 12px;
      }
    `,
  ];

  readonly #counts = new StoreController(this, viewCountsContext);
  readonly #library = new StoreController(this, libraryContext);
  readonly #messages = new StoreController(this, messageContext);
  readonly #screen = new StoreController(this, screenContext);
  readonly #settings = new StoreController(this, settingsContext);

  @query('input') private readonly field!: HTMLInputElement | null;

  /** The name of the search that is being renamed. */
  @state() private renamed: string | null = null;
  @state() private problem: string | null = null;

  /** The buttons of the searches, in their order. */
  get rows(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.choice')];
  }

  #choose({ query: view }: SavedSearch): void {
    this.#screen.store.show('reading');
    void this.#library.store.setFilter({ view });
  }

  #handleKeydown(event: KeyboardEvent, search: SavedSearch): void {
    if (event.key !== 'F2' && event.key !== 'Delete') return;
    event.preventDefault();
    if (event.key === 'F2') void this.#startRenaming(search);
    else void this.#delete(search);
  }

  async #startRenaming({ name }: SavedSearch): Promise<void> {
    [this.renamed, this.problem] = [name, null];
    await this.updateComplete;
    this.field?.focus();
    this.field?.select();
  }

  async #delete({ name, query: view }: SavedSearch): Promise<void> {
    const before = this.#settings.state.savedSearches;
    const position = before.findIndex((search) => search.name === name);
    if (this.#library.state.filter.view === view) void this.#library.store.setFilter({ view: '' });
    await this.#settings.store.change({ savedSearches: withoutSearch(before, name) });
    const bringBack = (): void => void this.#settings.store.change({ savedSearches: before });
    this.#messages.store.show(`Deleted the saved search “${name}”`, {
      label: 'Undo',
      run: bringBack,
    });
    await this.updateComplete;
    (this.rows[position] ?? this.rows.at(-1))?.focus();
  }

  /** Keeps the field open while the name cannot be taken. */
  async #finishRenaming(): Promise<void> {
    const { renamed, field } = this;
    if (renamed === null || field === null) return;
    const result = renameSearch(this.#settings.state.savedSearches, renamed, field.value);
    if (!result.ok) {
      this.problem = result.problem.message;
      return;
    }
    await this.#settings.store.change({ savedSearches: result.value });
    await this.#leaveField(field.value.trim());
  }

  async #leaveField(name: string): Promise<void> {
    const hadFocus = this.shadowRoot?.activeElement === this.field;
    [this.renamed, this.problem] = [null, null];
    await this.updateComplete;
    const index = this.#settings.state.savedSearches.findIndex((search) => search.name === name);
    if (hadFocus) this.rows[index]?.focus();
  }

  private readonly handleFieldKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') void this.#finishRenaming();
    else void this.#leaveField(this.renamed ?? '');
  };

  /** What cannot be a name is dropped when the field is left. */
  private readonly handleFieldBlur = (): void => {
    void this.#finishRenaming().then(() => ([this.renamed, this.problem] = [null, null]));
  };

  protected override render() {
    return this.#settings.state.savedSearches.map((search) =>
      search.name === this.renamed ? this.#renderField(search) : this.#renderSearch(search),
    );
  }

  #renderSearch(search: SavedSearch) {
    const { name, query: view } = search;
    return html`<div
      class="row"
      @keydown=${(event: KeyboardEvent) => this.#handleKeydown(event, search)}
    >
      ${renderChoice({
        label: name,
        count: this.#counts.state.saved.get(view) ?? null,
        isChosen: this.#library.state.filter.view === view,
        title: view,
        choose: () => this.#choose(search),
      })}
      <span class="tools">
        <button
          class="small"
          aria-label="Rename ${name}"
          title="Rename (F2)"
          @click=${() => void this.#startRenaming(search)}
        >
          ${icon('pencil', 13)}</button
        ><button
          class="small"
          aria-label="Delete ${name}"
          title="Delete (Delete)"
          @click=${() => void this.#delete(search)}
        >
          ${icon('trash', 13)}
        </button>
      </span>
    </div>`;
  }

  #renderField({ name }: SavedSearch) {
    return html`<input
        aria-label="New name of ${name}"
        aria-invalid=${this.problem !== null}
        maxlength=${longestSearchName}
        .value=${name}
        @keydown=${this.handleFieldKeydown}
        @blur=${this.handleFieldBlur}
      />
      ${this.problem === null ? '' : html`<p class="problem" role="alert">${this.problem}</p>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-saved-searches': SavedSearches;
  }
}
