import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Color } from '../../electron/shared/model/annotation.ts';
import { colorStyles } from '../styles/colors.ts';
import { controlStyles } from '../styles/controls.ts';
import { everyNote, isFiltering, type NoteFilter, toggled } from './note-filter.ts';
import { swatches } from './swatches.ts';

/** The filter that the reader set. */
export class NoteFilterEvent extends Event {
  static readonly eventName = 'note-filter';
  readonly filter: NoteFilter;

  constructor(filter: NoteFilter) {
    super(NoteFilterEvent.eventName);
    this.filter = filter;
  }
}

/**
 * Which notes of the briefing are shown: by words, colours and tags.
 *
 * @fires note-filter - At every change.
 */
@customElement('readout-filter-bar')
export class FilterBar extends LitElement {
  static override readonly styles = [
    controlStyles,
    colorStyles,
    css`
      :host {
        display: block;
        font-size: 12.5px;
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }

      input {
        width: 100%;
        min-height: 30px;
        padding: 4px 9px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: var(--ink);
        font: 13px/1.4 var(--sans);
      }

      .colors {
        display: flex;
        gap: 6px;
        padding: 3px;
      }

      .colors .swatch {
        width: 20px;
        height: 20px;
      }

      .tags {
        flex-basis: 100%;
        max-height: 84px;
        overflow: auto;
      }

      .tags .button {
        min-height: 24px;
        padding: 1px 8px;
        border-radius: 99px;
        font-size: 12px;
        white-space: normal;
        overflow-wrap: anywhere;
      }

      [role='status'] {
        margin-inline-start: auto;
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) filter: NoteFilter = everyNote;
  /** The tags of the briefing's annotations, with those that they are inside of. */
  @property({ attribute: false }) tags: readonly string[] = [];
  /** How many annotations the filter shows, and how many there are. */
  @property({ type: Number }) shown = 0;
  @property({ type: Number }) total = 0;
  /** What the colours are called. */
  @property({ attribute: false }) labelOf: (color: Color) => string = (color) => color;

  private readonly handleInput = (event: InputEvent): void => {
    if (event.target instanceof HTMLInputElement) this.#change({ words: event.target.value });
  };

  private readonly handleClear = (): void => {
    this.renderRoot.querySelector('input')?.focus();
    this.#change(everyNote);
  };

  #change(change: Partial<NoteFilter>): void {
    this.dispatchEvent(new NoteFilterEvent({ ...this.filter, ...change }));
  }

  protected override render() {
    const { words, colors } = this.filter;
    return html`<div role="search" aria-label="Notes of this briefing">
      <input
        type="search"
        aria-label="Filter notes"
        placeholder="Filter notes"
        .value=${words}
        @input=${this.handleInput}
      />
      ${this.tags.length === 0 ? nothing : this.#renderTags()}
      ${swatches({
        label: 'Colours',
        labelOf: this.labelOf,
        isPressed: (color) => colors.includes(color),
        choose: (color) => this.#change({ colors: toggled(colors, color) }),
      })}
      ${isFiltering(this.filter) ? this.#renderClear() : nothing}
      <span role="status">
        ${isFiltering(this.filter) ? `${this.shown} of ${this.total}` : nothing}
      </span>
    </div>`;
  }

  #renderTags() {
    const { tags } = this.filter;
    return html`<div class="tags" role="group" aria-label="Tags">
      ${this.tags.map(
        (tag) =>
          html`<button
            class="button"
            aria-pressed=${tags.includes(tag)}
            @click=${() => this.#change({ tags: toggled(tags, tag) })}
          >
            <bdi>#${tag}</bdi>
          </button>`,
      )}
    </div>`;
  }

  #renderClear() {
    return html`<button class="button quiet" @click=${this.handleClear}>Clear</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-filter-bar': FilterBar;
  }
  interface HTMLElementEventMap {
    'note-filter': NoteFilterEvent;
  }
}
