import { html, LitElement, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import type { NoteQuery } from '../../electron/shared/model/note-list.ts';
import { labelOfColor } from '../../electron/shared/model/settings.ts';
import { fold } from '../../electron/shared/search/fold.ts';
import { noteListContext, settingsContext } from '../state/contexts.ts';
import { wholeList } from '../state/note-list-store.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import type { TagsChangeEvent } from '../tags/tag-field.ts';
import '../tags/tag-field.ts';
import { isFiltered } from './filtered.ts';
import { allNotesFilterStyles } from './all-notes-filter.styles.ts';
import { tagTree } from '../tags/tag-tree.ts';

/** How long after the last key the list is filtered, in milliseconds. */
const typingDelay = 120;

const groupings: readonly { readonly group: NoteQuery['group']; readonly label: string }[] = [
  { group: 'briefing', label: 'Briefing' },
  { group: 'tag', label: 'Tag' },
  { group: 'day', label: 'Day' },
];

/**
 * What the list of all notes shows, and how it is grouped.
 *
 * @fires filter-leave - The reader is done here: Enter, or Escape in an empty field.
 */
@customElement('readout-all-notes-filter')
export class AllNotesFilter extends LitElement {
  static override readonly styles = [controlStyles, allNotesFilterStyles];

  readonly #list = new StoreController(this, noteListContext);
  readonly #settings = new StoreController(this, settingsContext);
  #timer: ReturnType<typeof setTimeout> | undefined;

  @query('.words', true) private readonly wordsField!: HTMLInputElement;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override focus(): void {
    this.wordsField.focus();
    this.wordsField.select();
  }

  private readonly handleWordsInput = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#applyWords(), typingDelay);
  };

  private readonly handleWordsKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void this.#applyWords().then(() => this.#leave());
    }
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (this.wordsField.value === '') this.#leave();
    this.wordsField.value = '';
    void this.#applyWords();
  };

  private readonly handleTags = (event: TagsChangeEvent): void => {
    const tags = new Set(event.tags.map((tag) => this.#knownTag(tag)));
    void this.#list.store.setQuery({ tags: [...tags] });
  };

  private readonly handleClear = (): void => {
    this.wordsField.value = '';
    void this.#list.store.setQuery({ ...wholeList, group: this.#query.group });
    this.focus();
  };

  get #query(): NoteQuery {
    return this.#list.state.query;
  }

  get #tags(): readonly string[] {
    return tagTree(this.#list.state.tags).map(({ tag }) => tag);
  }

  async #applyWords(): Promise<void> {
    clearTimeout(this.#timer);
    const words = this.wordsField.value.trim();
    if (words !== this.#query.words) await this.#list.store.setQuery({ words });
  }

  #toggleColor(color: Color): void {
    const others = this.#query.colors.filter((other) => other !== color);
    const isChosen = others.length < this.#query.colors.length;
    void this.#list.store.setQuery({ colors: isChosen ? others : [...others, color] });
  }

  /** The tag of the notes that is meant by what was typed, whatever its case. */
  #knownTag(typed: string): string {
    const known = this.#tags;
    if (known.includes(typed)) return typed;
    return known.find((tag) => fold(tag) === fold(typed)) ?? typed;
  }

  #leave(): void {
    this.dispatchEvent(new Event('filter-leave'));
  }

  protected override render() {
    const isTyping = this.hasUpdated && this.shadowRoot?.activeElement === this.wordsField;
    return html`<div role="search" aria-label="Notes">
      <input
        class="words"
        type="search"
        aria-label="Words in notes, quotes, tags or headlines"
        placeholder="Words in notes"
        spellcheck="false"
        autocomplete="off"
        .value=${isTyping ? this.wordsField.value : this.#query.words}
        @input=${this.handleWordsInput}
        @keydown=${this.handleWordsKeydown}
      />
      ${this.#renderColors()} ${this.#renderTags()} ${this.#renderGrouping()}
      ${
        isFiltered(this.#query)
          ? html`<button class="button quiet" @click=${this.handleClear}>Clear</button>`
          : nothing
      }
    </div>`;
  }

  #renderColors() {
    const { colorNames } = this.#settings.state;
    return html`<div class="choices" role="group" aria-label="Colours">
      ${colorSchema.options.map(
        (color) =>
          html`<button
            class="button ${color}"
            title=${labelOfColor(color, this.#settings.state)}
            aria-pressed=${this.#query.colors.includes(color)}
            @click=${() => this.#toggleColor(color)}
          >
            <span class="dot"></span>
            <span class="name">${colorNames[color]}</span>
          </button>`,
      )}
    </div>`;
  }

  #renderTags() {
    return html`<div class="tags">
      <span class="legend" aria-hidden="true">Tags</span>
      <readout-tag-field
        label="Tags"
        .tags=${this.#query.tags}
        .known=${this.#tags}
        @tags-change=${this.handleTags}
        @tags-leave=${() => this.#leave()}
      ></readout-tag-field>
    </div>`;
  }

  #renderGrouping() {
    return html`<fieldset role="radiogroup">
      <legend>Group by</legend>
      ${groupings.map(
        ({ group, label }) =>
          html`<label class="segment">
            <input
              type="radio"
              name="group"
              .checked=${this.#query.group === group}
              @change=${() => void this.#list.store.setQuery({ group })}
            />
            ${label}
          </label>`,
      )}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-all-notes-filter': AllNotesFilter;
  }
}
