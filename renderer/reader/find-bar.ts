import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.ts';
import { formatNumber } from '../ui/count.ts';
import { icon } from '../ui/icon.ts';

/** Asks to find other words. */
export class FindChangeEvent extends Event {
  static readonly eventName = 'find-change';
  readonly text: string;

  constructor(text: string) {
    super(FindChangeEvent.eventName);
    this.text = text;
  }
}

/** Asks to go to the next hit, or to the one before. */
export class FindStepEvent extends Event {
  static readonly eventName = 'find-step';
  readonly step: 1 | -1;

  constructor(step: 1 | -1) {
    super(FindStepEvent.eventName);
    this.step = step;
  }
}

/**
 * The field with which the reader finds words in the open briefing.
 *
 * @fires find-change - Other words were typed.
 * @fires find-step - The next hit is asked for, or the one before.
 * @fires find-close - The reader is done.
 */
@customElement('readout-find-bar')
export class FindBar extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        flex-wrap: wrap;
        gap: 2px;
        padding: 6px 6px 6px 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 13px/1.4 var(--sans);
      }

      input {
        width: 220px;
        min-width: 0;
        flex: 1 1 120px;
        min-height: 30px;
        padding: 3px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 7px;
        background: var(--paper);
        color: inherit;
        font: inherit;
      }

      .count {
        min-width: 76px;
        padding: 0 8px;
        color: var(--muted);
        text-align: end;
        font-variant-numeric: tabular-nums;
      }

      .previous svg {
        rotate: -90deg;
      }

      .next svg {
        rotate: 90deg;
      }
    `,
  ];

  @query('input', true) private readonly field!: HTMLInputElement;

  /** What is looked for. */
  @property() text = '';
  /** Which hit is the current one, from 1; 0 for none. */
  @property({ type: Number }) position = 0;
  /** How many hits there are. */
  @property({ type: Number }) total = 0;

  /** Puts the caret into the field and selects what is in it. */
  override focus(): void {
    void this.updateComplete.then(() => this.field.select());
  }

  private readonly handleInput = (): void => {
    this.dispatchEvent(new FindChangeEvent(this.field.value));
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const { key, shiftKey, isComposing } = event;
    if (isComposing) return;
    // A button does what it says on Enter.
    const isStep = key === 'F3' || (key === 'Enter' && event.composedPath()[0] === this.field);
    if (isStep) this.#step(shiftKey ? -1 : 1);
    else if (key === 'Escape') this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #step(step: 1 | -1): void {
    this.dispatchEvent(new FindStepEvent(step));
  }

  #close(): void {
    this.dispatchEvent(new Event('find-close'));
  }

  protected override render() {
    const { position, text, total } = this;
    const count = total === 0 ? 'No hits' : `${formatNumber(position)} of ${formatNumber(total)}`;
    return html`<input
        aria-label="Find in this briefing"
        autocomplete="off"
        spellcheck="false"
        .value=${text}
        @input=${this.handleInput}
        @keydown=${this.handleKeydown}
      />
      <span class="count" role="status">${text.trim() === '' ? '' : count}</span>
      ${this.#renderStep(-1)}${this.#renderStep(1)}
      <button
        class="button quiet icon"
        aria-label="Close"
        title="Close (Esc)"
        @click=${() => this.#close()}
        @keydown=${this.handleKeydown}
      >
        ${icon('close')}
      </button>`;
  }

  #renderStep(step: 1 | -1) {
    const [label, keys] = step === 1 ? ['Next hit', 'Enter'] : ['Previous hit', 'Shift+Enter'];
    return html`<button
      class="button quiet icon ${step === 1 ? 'next' : 'previous'}"
      aria-label=${label}
      title="${label} (${keys})"
      ?disabled=${this.total === 0}
      @click=${() => this.#step(step)}
      @keydown=${this.handleKeydown}
    >
      ${icon('chevron')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-find-bar': FindBar;
  }
}
