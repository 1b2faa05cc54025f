import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.ts';
import { icon } from './icon.ts';

/**
 * A modal dialog on the platform's own `<dialog>`: focus stays inside, Escape closes it, and the
 * focus returns to where it came from.
 *
 * @slot - What the dialog is about.
 * @slot actions - Buttons at its foot.
 * @fires close - It was closed, by whichever way, and was not opened again at once.
 */
@customElement('readout-modal-dialog')
export class ModalDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      dialog {
        width: min(var(--dialog-width, 560px), calc(100vw - 32px));
        max-height: calc(100vh - 48px);
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 14px/1.5 var(--sans);
      }

      dialog[open] {
        display: flex;
        flex-direction: column;
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 40%);
      }

      .header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 14px 14px 10px 20px;
      }

      h2 {
        margin: 0;
        font: 650 18px/1.3 var(--serif);
      }

      .body {
        min-height: 0;
        padding: 2px 20px 20px;
        overflow: auto;
      }

      .footer[hidden] {
        display: none;
      }

      .footer:not([hidden]) {
        display: flex;
        gap: 8px;
        justify-content: flex-end;
        padding: 12px 20px;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @query('dialog', true) private readonly dialog!: HTMLDialogElement;

  @state() private hasActions = false;

  /** The dialog's name, shown at its top. */
  @property() heading = '';

  get isOpen(): boolean {
    return this.dialog.open;
  }

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  private readonly handleClose = (): void => {
    // The platform tells of it later; the reader may have opened it again by then.
    if (this.dialog.open) return;
    this.dispatchEvent(new Event('close'));
  };

  private readonly handleActions = (event: Event): void => {
    const slot = event.target;
    this.hasActions = slot instanceof HTMLSlotElement && slot.assignedElements().length > 0;
  };

  protected override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.handleClose}>
      <div class="header">
        <h2 id="heading">${this.heading}</h2>
        <button class="button quiet icon" aria-label="Close" @click=${() => this.close()}>
          ${icon('close')}
        </button>
      </div>
      <div class="body" tabindex="-1"><slot></slot></div>
      <div class="footer" ?hidden=${!this.hasActions}>
        <slot name="actions" @slotchange=${this.handleActions}></slot>
      </div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-modal-dialog': ModalDialog;
  }
}
