import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** The width that the reader gave to a pane, in CSS pixels. */
export class PaneResizeEvent extends Event {
  static readonly eventName = 'pane-resize';
  readonly width: number;

  constructor(width: number) {
    super(PaneResizeEvent.eventName);
    this.width = width;
  }
}

/** How far one press of an arrow key moves the divider, in CSS pixels. */
const keyStep = 16;

/**
 * The line between two panes: dragged, or moved with the arrow keys (WAI-ARIA window splitter).
 *
 * @fires pane-resize - With the pane's new width, within `least` and `most`.
 */
@customElement('readout-pane-divider')
export class PaneDivider extends LitElement {
  static override readonly styles = css`
    :host {
      position: relative;
      display: block;
      width: 1px;
      background: var(--line);
      touch-action: none;
      z-index: 1;
    }

    div {
      position: absolute;
      inset: 0 -5px;
      cursor: col-resize;
    }

    div:focus-visible {
      outline: var(--focus-ring);
      outline-offset: -4px;
    }

    div:hover {
      background: linear-gradient(
        to right,
        transparent 4px,
        var(--accent) 4px 7px,
        transparent 7px
      );
    }
  `;

  /** What is resized, for screen readers. */
  @property() label = '';
  /** Whether the pane lies before or after the divider in the line's direction. */
  @property() pane: 'before' | 'after' = 'before';
  @property({ type: Number }) width = 0;
  @property({ type: Number }) least = 200;
  @property({ type: Number }) most = 900;

  get #direction(): 1 | -1 {
    const isRightToLeft = getComputedStyle(this).direction === 'rtl';
    return (this.pane === 'before') === isRightToLeft ? -1 : 1;
  }

  #resize(width: number): void {
    const within = Math.round(Math.min(Math.max(width, this.least), this.most));
    if (within !== this.width) this.dispatchEvent(new PaneResizeEvent(within));
  }

  private readonly handlePointerdown = (event: PointerEvent): void => {
    const handle = event.currentTarget;
    if (!(handle instanceof HTMLElement) || event.button !== 0) return;
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    const { clientX } = event;
    const { width } = this;
    const move = (moved: PointerEvent): void =>
      this.#resize(width + (moved.clientX - clientX) * this.#direction);
    handle.addEventListener('pointermove', move);
    const end = (): void => handle.removeEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end, { once: true });
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: keyStep * this.#direction,
      ArrowLeft: -keyStep * this.#direction,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#resize(this.width + step);
  };

  protected override render() {
    return html`<div
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${this.label}
      aria-valuenow=${this.width}
      aria-valuemin=${this.least}
      aria-valuemax=${this.most}
      @pointerdown=${this.handlePointerdown}
      @keydown=${this.handleKeydown}
    ></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-pane-divider': PaneDivider;
  }
  interface HTMLElementEventMap {
    'pane-resize': PaneResizeEvent;
  }
}
