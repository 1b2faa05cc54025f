import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { messageContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';

/** What just happened, with its undo, for some seconds at the foot of the window. */
@customElement('readout-message-bar')
export class MessageBar extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        position: fixed;
        inset: auto 0 42px;
        display: grid;
        justify-items: center;
        pointer-events: none;
        z-index: 10;
      }

      .message {
        display: flex;
        align-items: center;
        gap: 10px;
        max-width: min(560px, calc(100vw - 32px));
        padding: 6px 8px 6px 16px;
        border-radius: var(--radius);
        background: light-dark(#24272d, #e9e7e2);
        color: light-dark(#f4f2ee, #1d1f23);
        box-shadow: var(--shadow);
        pointer-events: auto;
        overflow-wrap: anywhere;
      }

      .message .button {
        border-color: transparent;
        background: none;
        color: inherit;
      }

      .message .action {
        font-weight: 650;
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      .message .button:hover {
        border-color: currentcolor;
      }
    `,
  ];

  readonly #messages = new StoreController(this, messageContext);

  protected override render() {
    const message = this.#messages.state;
    return html`<div role="status" aria-live="polite">
      ${
        message === null
          ? nothing
          : html`<div class="message">
              <span>${message.text}</span>
              ${
                message.action === null
                  ? nothing
                  : html`<button
                      class="button action"
                      @click=${() => this.#act(message.action?.run)}
                    >
                      ${message.action.label}
                    </button>`
              }
              <button
                class="button icon"
                aria-label="Dismiss"
                @click=${() => this.#messages.store.dismiss()}
              >
                ${icon('close', 14)}
              </button>
            </div>`
      }
    </div>`;
  }

  #act(run: (() => void) | undefined): void {
    this.#messages.store.dismiss();
    run?.();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-message-bar': MessageBar;
  }
}
