import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import { furtherKeys, shortcuts } from './shortcuts.ts';

/** The sheet of all shortcuts. */
@customElement('readout-shortcut-sheet')
export class ShortcutSheet extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      readout-modal-dialog {
        --dialog-width: 860px;
      }

      dl {
        columns: 2 320px;
        column-gap: 32px;
        margin: 0;
      }

      dl > div {
        display: grid;
        grid-template-columns: 96px 1fr;
        gap: 16px;
        align-items: baseline;
        padding: 4px 0;
        break-inside: avoid;
      }

      dt {
        display: flex;
        gap: 3px;
        justify-content: end;
      }

      dd {
        margin: 0;
      }
    `,
  ];

  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;

  show(): void {
    this.dialog.show();
  }

  protected override render() {
    return html`<readout-modal-dialog heading="Keyboard shortcuts">
      <dl tabindex="0" aria-label="Shortcuts">
        ${[...shortcuts, ...furtherKeys].map(
          ({ shown, description }) =>
            html`<div>
              <dt>${shown.map((key) => html`<kbd>${key}</kbd>`)}</dt>
              <dd>${description}</dd>
            </div>`,
        )}
      </dl>
    </readout-modal-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-shortcut-sheet': ShortcutSheet;
  }
}
