import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Color, colorSchema } from '../../electron/shared/model/annotation.ts';
import { labelOfColor } from '../../electron/shared/model/settings.ts';
import { settingsContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { colorStyles } from '../styles/colors.ts';
import { controlStyles } from '../styles/controls.ts';

/** What the reader chose to do with the selected passage. */
export type PassageAction =
  | { readonly kind: 'highlight'; readonly color: Color }
  | { readonly kind: 'note' }
  | { readonly kind: 'tag' }
  | { readonly kind: 'copy' }
  /** Makes the passage the place of an annotation that lost its own, or gives that up. */
  | { readonly kind: 'attach' }
  | { readonly kind: 'cancel' };

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
 * The small bar at a selected passage: five colours, note, tag, copy; or to attach a note there.
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

  readonly #settings = new StoreController(this, settingsContext);

  /** Where the passage is in the viewport; `null` hides the popover. */
  @property({ attribute: false }) rectangle: DOMRect | null = null;
  /** A passage is being looked for that an annotation is about. */
  @property({ type: Boolean }) attaching = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('popover', 'manual');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('rectangle') && !changed.has('attaching')) return;
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
      ${this.attaching ? this.#renderAttaching() : this.#renderActions()}
    </div>`;
  }

  #renderAttaching() {
    return html`<button class="button primary" @click=${() => this.#act({ kind: 'attach' })}>
        Attach here
      </button>
      <button class="button quiet" @click=${() => this.#act({ kind: 'cancel' })}>Cancel</button>`;
  }

  #renderActions() {
    return html`${colorSchema.options.map((color, index) => this.#renderColor(color, index + 1))}
      <span class="rule"></span>
      ${this.#renderAction('Note', 'n', { kind: 'note' })}
      ${this.#renderAction('Tag', 't', { kind: 'tag' })}
      ${this.#renderAction('Copy', 'c', { kind: 'copy' })}`;
  }

  #renderColor(color: Color, key: number) {
    const label = `Highlight ${labelOfColor(color, this.#settings.state)}`;
    return html`<button
      class="swatch ${color}"
      aria-label=${label}
      aria-keyshortcuts=${key}
      title="${label} (${key})"
      @click=${() => this.#act({ kind: 'highlight', color })}
    ></button>`;
  }

  #renderAction(label: string, key: string, action: PassageAction) {
    return html`<button
      class="button quiet"
      aria-keyshortcuts=${key}
      @click=${() => this.#act(action)}
    >
      ${label} <kbd aria-hidden="true">${key}</kbd>
    </button>`;
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
