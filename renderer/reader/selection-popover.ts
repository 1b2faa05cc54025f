import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import { colorStyles } from '../styles/colors.ts';
import { controlStyles } from '../styles/controls.ts';

/** What the reader chose to do with the selected passage. */
export type PassageAction =
  | { readonly kind: 'highlight'; readonly color: Color }
  | { readonly kind: 'note' }
  | { readonly kind: 'copy' };

/** An action of the popover. */
export class PassageActionEvent extends Event {
  static readonly eventName = 'passage-action';
  readonly action: PassageAction;

  constructor(action: PassageAction) {
    super(PassageActionEvent.eventName);
    this.action = action;
  }
}

/** The distance between the passage and the popover, in CSS pixels. */
const gap = 8;

/**
 * The small bar at a selected passage: five colours, note, copy.
 *
 * @fires passage-action - The reader chose something.
 */
@customElement('readout-selection-popover')
export class SelectionPopover extends LitElement {
  static override readonly styles = [
    controlStyles,
    colorStyles,
    css`
      :host {
        position: fixed;
        margin: 0;
        inset: auto;
        padding: 5px 7px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        user-select: none;
      }

      div {
        display: flex;
        align-items: center;
        gap: 4px;
      }

      .rule {
        width: 1px;
        height: 20px;
        margin: 0 4px;
        background: var(--line);
      }
    `,
  ];

  /** Where the passage is in the viewport; `null` hides the popover. */
  @property({ attribute: false }) rectangle: DOMRect | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('popover', 'manual');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('rectangle')) return;
    if (this.rectangle === null) {
      if (this.matches(':popover-open')) this.hidePopover();
      return;
    }
    if (!this.matches(':popover-open')) this.showPopover();
    this.#place(this.rectangle);
  }

  /** Below the passage, or above where there is no room; never outside of the window. */
  #place(rectangle: DOMRect): void {
    const { width, height } = this.getBoundingClientRect();
    const left = rectangle.left + rectangle.width / 2 - width / 2;
    const below = rectangle.bottom + gap;
    const top = below + height + gap > window.innerHeight ? rectangle.top - height - gap : below;
    this.style.left = `${Math.min(Math.max(left, gap), window.innerWidth - width - gap)}px`;
    this.style.top = `${Math.max(top, gap)}px`;
  }

  #act(action: PassageAction): void {
    this.dispatchEvent(new PassageActionEvent(action));
  }

  /** Keeps the selection: a press on a button would collapse it. */
  private readonly handlePointerdown = (event: Event): void => event.preventDefault();

  protected override render() {
    return html`<div
      role="toolbar"
      aria-label="Selected passage"
      @mousedown=${this.handlePointerdown}
    >
      ${colorSchema.options.map(
        (color, index) =>
          html`<button
            class="swatch ${color}"
            aria-label="Highlight ${color}"
            aria-keyshortcuts=${index + 1}
            title="Highlight ${color} (${index + 1})"
            @click=${() => this.#act({ kind: 'highlight', color })}
          ></button>`,
      )}
      <span class="rule"></span>
      <button
        class="button quiet"
        aria-keyshortcuts="n"
        @click=${() => this.#act({ kind: 'note' })}
      >
        Note <kbd aria-hidden="true">n</kbd>
      </button>
      <button
        class="button quiet"
        aria-keyshortcuts="c"
        @click=${() => this.#act({ kind: 'copy' })}
      >
        Copy <kbd aria-hidden="true">c</kbd>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-selection-popover': SelectionPopover;
  }
  interface HTMLElementEventMap {
    'passage-action': PassageActionEvent;
  }
}
