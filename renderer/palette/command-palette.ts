import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { sourceQuery, tagQuery } from '../../electron/shared/search/print-query.ts';
import {
  libraryContext,
  paletteContext,
  settingsContext,
  viewCountsContext,
} from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { mainViews, rootView, type View } from '../state/views.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';
import { commandPaletteStyles } from './command-palette.styles.ts';
import { PaletteChooseEvent } from './palette-events.ts';
import {
  type PaletteCommand,
  type PaletteGroup,
  paletteGroups,
  type PaletteOption,
} from './palette-groups.ts';

/** How long after the last key briefings are looked for, in milliseconds. */
const typingDelay = 80;

/**
 * A modal field that leads to commands, views and briefings (WAI-ARIA combobox with a list box).
 *
 * @fires palette-choose - Something was chosen; the palette is closed by then.
 */
@customElement('readout-command-palette')
export class CommandPalette extends LitElement {
  static override readonly styles = [controlStyles, commandPaletteStyles];

  readonly #counts = new StoreController(this, viewCountsContext);
  readonly #library = new StoreController(this, libraryContext);
  readonly #palette = new StoreController(this, paletteContext);
  readonly #settings = new StoreController(this, settingsContext);
  #timer: ReturnType<typeof setTimeout> | undefined;

  @query('dialog', true) private readonly dialog!: HTMLDialogElement;
  @query('input') private readonly field!: HTMLInputElement | null;

  @state() private isOpen = false;
  @state() private typed = '';
  @state() private active = 0;

  @property({ attribute: false }) commands: readonly PaletteCommand[] = [];

  async show(): Promise<void> {
    [this.isOpen, this.typed, this.active] = [true, '', 0];
    void this.#palette.store.search('');
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.field?.focus();
  }

  get #groups(): readonly PaletteGroup[] {
    const { briefings, recents } = this.#palette.state;
    const found = this.typed.trim() === '' ? [] : briefings;
    const sources = { commands: this.commands, views: this.#views, briefings: found, recents };
    return paletteGroups(this.typed, sources);
  }

  get #views(): readonly View[] {
    const { counts } = this.#counts.state;
    const saved = this.#settings.state.savedSearches;
    return [
      ...mainViews(counts, ''),
      ...saved.map(({ name, query: text }) => ({ query: text, label: name, count: null })),
      ...(this.#library.state.status?.roots ?? []).map(rootView),
      ...(this.typed.trim() === '' ? [] : this.#countedViews),
    ];
  }

  /** Too many to be shown before something is typed. */
  get #countedViews(): readonly View[] {
    const { sources = [], tags = [] } = this.#counts.state.counts ?? {};
    return [
      ...sources.map(({ source, count }) => ({ query: sourceQuery(source), label: source, count })),
      ...tags.map(({ tag, count }) => ({ query: tagQuery(tag), label: `#${tag}`, count })),
    ];
  }

  private readonly handleInput = (): void => {
    this.typed = this.field?.value ?? '';
    this.active = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#palette.store.search(this.typed), typingDelay);
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.altKey) return;
    const count = this.#groups.flatMap(({ options }) => options).length;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (this.active + 1) % Math.max(count, 1),
      ArrowUp: (this.active - 1 + count) % Math.max(count, 1),
      PageDown: Math.min(this.active + 8, count - 1),
      PageUp: Math.max(this.active - 8, 0),
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      this.active = target;
      void this.updateComplete.then(() => this.#showActive());
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#choose(this.#groups.flatMap(({ options }) => options)[this.active]);
    }
  };

  #showActive(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  private readonly handleClick = (event: Event): void => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const index = Number(option?.getAttribute('data-index') ?? -1);
    this.#choose(this.#groups.flatMap(({ options }) => options)[index]);
  };

  /** A press beside the palette closes it, as Escape does. */
  private readonly handlePress = (event: Event): void => {
    if (event.target === this.dialog) this.dialog.close();
  };

  /** Keeps the focus in the field while an option is pressed. */
  private readonly handlePointerdown = (event: Event): void => event.preventDefault();

  private readonly handleClose = (): void => {
    clearTimeout(this.#timer);
    this.isOpen = false;
  };

  #choose(option: PaletteOption | undefined): void {
    if (option === undefined) return;
    const { key, label, detail, choice } = option;
    this.#palette.store.remember({ key, label, detail });
    this.dialog.close();
    this.dispatchEvent(new PaletteChooseEvent(choice));
  }

  protected override render() {
    return html`<dialog
      aria-label="Go to anything"
      @close=${this.handleClose}
      @mousedown=${this.handlePress}
    >
      ${this.isOpen ? this.#renderContent() : nothing}
    </dialog>`;
  }

  #renderContent() {
    const groups = this.#groups;
    const count = groups.reduce((sum, { options }) => sum + options.length, 0);
    let first = 0;
    return html`<div class="field">
        ${icon('search', 17)}
        <input
          role="combobox"
          aria-label="Commands, views and briefings"
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls="options"
          aria-activedescendant=${count === 0 ? nothing : `option-${this.active}`}
          placeholder="Commands, views and briefings"
          autocomplete="off"
          spellcheck="false"
          maxlength="1000"
          .value=${this.typed}
          @input=${this.handleInput}
          @keydown=${this.handleKeydown}
        />
      </div>
      <div
        class="options"
        id="options"
        role="listbox"
        aria-label="Commands, views and briefings"
        @mousedown=${this.handlePointerdown}
        @click=${this.handleClick}
        @keydown=${this.handleKeydown}
      >
        ${groups.map((group) => {
          const start = first;
          first += group.options.length;
          return this.#renderGroup(group, start);
        })}
      </div>
      ${count === 0 ? html`<p class="none">Nothing is called so.</p>` : nothing}
      <span class="visually-hidden" role="status">${counted(count, 'result')}</span>`;
  }

  #renderGroup({ label, options }: PaletteGroup, start: number) {
    return html`<div role="group" aria-label=${label}>
      <div class="group" aria-hidden="true">${label}</div>
      ${options.map((option, index) => this.#renderOption(option, start + index))}
    </div>`;
  }

  #renderOption({ label, detail, keys }: PaletteOption, index: number) {
    return html`<div
      role="option"
      id="option-${index}"
      data-index=${index}
      aria-selected=${index === this.active}
    >
      <span class="label"><bdi>${label}</bdi></span>
      ${detail === '' ? nothing : html`<span class="detail">${detail}</span>`}
      ${
        keys.length === 0
          ? nothing
          : html`<span class="keys" aria-hidden="true"
              >${keys.map((key) => html`<kbd>${key}</kbd>`)}</span
            >`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-command-palette': CommandPalette;
  }
}
