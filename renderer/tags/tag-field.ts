import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { normaliseTag } from '../../electron/shared/model/tag.ts';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';
import { tagFieldStyles } from './tag-field.styles.ts';
import { suggestTags } from './tag-suggestions.ts';

/** The tags in the field after a change of the reader's. */
export class TagsChangeEvent extends Event {
  static readonly eventName = 'tags-change';
  readonly tags: readonly string[];

  constructor(tags: readonly string[]) {
    super(TagsChangeEvent.eventName);
    this.tags = tags;
  }
}

/** More tags than this no annotation has. */
const mostTags = 100;

/**
 * A field for tags with completion from those that are known (WAI-ARIA combobox with a list box).
 * What is typed becomes a tag with Enter, a comma or Tab, and when the field is left.
 *
 * @fires tags-change - With all tags, after each that was added or removed.
 * @fires tags-leave - The reader is done: Escape, or Enter with nothing typed.
 */
@customElement('readout-tag-field')
export class TagField extends LitElement {
  static override readonly styles = [controlStyles, tagFieldStyles];

  @query('input', true) private readonly input!: HTMLInputElement;

  @state() private typed = '';
  @state() private isOpen = false;
  /** The suggestion that the arrow keys are at. */
  @state() private active = -1;
  @state() private problem: string | null = null;

  @property({ attribute: false }) tags: readonly string[] = [];
  /** The tags in use, for completion. */
  @property({ attribute: false }) known: readonly string[] = [];
  /** What the tags are of, for screen readers. */
  @property() label = 'Tags';

  override focus(): void {
    this.input.focus();
  }

  get #suggestions(): readonly string[] {
    return this.isOpen ? suggestTags(this.typed, this.known, this.tags) : [];
  }

  private readonly handleInput = (): void => {
    this.typed = this.input.value;
    this.isOpen = this.typed.trim() !== '';
    this.active = -1;
    this.problem = null;
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Readonly<Record<string, () => boolean>> = {
      Enter: () => this.#finishWord(),
      ',': () => this.#add(this.typed),
      Tab: () => this.typed.trim() !== '' && !event.shiftKey && this.#finishWord(),
      Backspace: () => this.typed === '' && this.#removeLast(),
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Escape: () => this.#leave(),
    };
    if (acts[event.key]?.() !== true) return;
    event.preventDefault();
    event.stopPropagation();
  };

  private readonly handleFocusout = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (next instanceof Node && this.renderRoot.contains(next)) return;
    this.#add(this.typed);
    this.isOpen = false;
  };

  /** Keeps the focus in the field while a suggestion is pressed. */
  private readonly handlePointerdown = (event: Event): void => event.preventDefault();

  private readonly handleChoice = (event: Event): void => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option?.dataset['tag'] !== undefined) this.#add(option.dataset['tag']);
  };

  /** Each of these tells that a key has done its work. */
  #finishWord(): true {
    const suggestion = this.#suggestions[this.active];
    if (suggestion === undefined && this.typed.trim() === '') return this.#leave();
    return this.#add(suggestion ?? this.typed);
  }

  /** Takes what was typed as tags, commas between them; keeps it in the field if it can be none. */
  #add(typed: string): true {
    const words = typed.split(',').filter((word) => word.trim() !== '');
    const added = words.map(normaliseTag).filter((tag) => tag !== null);
    const tags = [...new Set([...this.tags, ...added])];
    if (added.length < words.length) this.problem = 'This is too long for a tag, or has no letter.';
    else if (tags.length > mostTags) this.problem = `There is room for ${mostTags} tags.`;
    else {
      [this.typed, this.problem, this.isOpen, this.active] = ['', null, false, -1];
      this.#change(tags);
    }
    return true;
  }

  #removeLast(): true {
    this.#change(this.tags.slice(0, -1));
    return true;
  }

  #remove(tag: string): void {
    this.focus();
    this.#change(this.tags.filter((other) => other !== tag));
  }

  #change(tags: readonly string[]): void {
    if (tags.length === this.tags.length) return;
    this.tags = tags;
    this.dispatchEvent(new TagsChangeEvent(tags));
  }

  #move(step: 1 | -1): true {
    this.isOpen = true;
    const count = this.#suggestions.length;
    const from = this.active === -1 && step === -1 ? 0 : this.active;
    this.active = count === 0 ? -1 : (from + step + count) % count;
    return true;
  }

  #leave(): true {
    [this.typed, this.isOpen] = ['', false];
    this.dispatchEvent(new Event('tags-leave'));
    return true;
  }

  protected override render() {
    const suggestions = this.#suggestions;
    return html`<div class="field" @focusout=${this.handleFocusout}>
        ${this.tags.map((tag) => this.#renderTag(tag))}
        <input
          role="combobox"
          aria-label=${this.label}
          aria-autocomplete="list"
          aria-expanded=${suggestions.length > 0}
          aria-controls="suggestions"
          aria-activedescendant=${this.active === -1 ? nothing : `suggestion-${this.active}`}
          aria-invalid=${this.problem !== null}
          placeholder="Add a tag"
          autocomplete="off"
          spellcheck="false"
          dir="auto"
          .value=${this.typed}
          @input=${this.handleInput}
          @keydown=${this.handleKeydown}
        />
      </div>
      ${suggestions.length === 0 ? nothing : this.#renderSuggestions(suggestions)}
      ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}`;
  }

  #renderTag(tag: string) {
    return html`<span class="tag">
      <bdi>#${tag}</bdi>
      <button aria-label="Remove the tag ${tag}" @click=${() => this.#remove(tag)}>
        ${icon('close', 12)}
      </button>
    </span>`;
  }

  #renderSuggestions(suggestions: readonly string[]) {
    return html`<ul
      role="listbox"
      id="suggestions"
      aria-label="Tags in use"
      @mousedown=${this.handlePointerdown}
      @click=${this.handleChoice}
      @keydown=${this.handleKeydown}
    >
      ${suggestions.map(
        (tag, index) =>
          html`<li
            role="option"
            id="suggestion-${index}"
            data-tag=${tag}
            aria-selected=${index === this.active}
          >
            <bdi>${tag}</bdi>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-tag-field': TagField;
  }
  interface HTMLElementEventMap {
    'tags-change': TagsChangeEvent;
  }
}
