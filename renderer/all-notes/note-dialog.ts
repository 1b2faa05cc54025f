import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { BriefingReference } from '../../electron/shared/model/annotation.ts';
import type { NoteRow } from '../../electron/shared/model/note-list.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { desktopContext } from '../state/contexts.ts';
import { colorStyles } from '../styles/colors.ts';
import { controlStyles } from '../styles/controls.ts';
import { shortDay } from '../ui/day.ts';
import { icon } from '../ui/icon.ts';
import '../ui/markdown-text.ts';
import type { ModalDialog } from '../ui/modal-dialog.ts';
import '../ui/modal-dialog.ts';
import { quoteOf } from './note-text.ts';

/** `Ferries of Norland · Harbour Post · 4 Mar 2026`. */
function origin({ headline, source, date }: BriefingReference): string {
  const day = date === null ? null : shortDay(date.value);
  return [headline, source, day].filter((part) => part !== null).join(' · ');
}

/** The whole of a note by itself, for one whose briefing cannot be opened any more. */
@customElement('readout-note-dialog')
export class NoteDialog extends LitElement {
  static override readonly styles = [
    controlStyles,
    colorStyles,
    css`
      p {
        margin: 0 0 12px;
        overflow-wrap: anywhere;
      }

      .tags {
        color: var(--accent);
      }

      .origin {
        margin: 14px 0 0;
        color: var(--muted);
        font-size: 12.5px;
      }

      blockquote {
        margin: 0 0 14px;
        padding-inline-start: 12px;
        border-inline-start: 4px solid var(--swatch-line);
        font: 16px/1.5 var(--serif);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      .copied {
        margin: auto auto auto 0;
        color: var(--muted);
      }
    `,
  ];

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-modal-dialog', true) private readonly dialog!: ModalDialog;
  @state() private row: NoteRow | null = null;
  @state() private isCopied = false;

  /** @fires close - The dialog was closed. */
  show(row: NoteRow): void {
    this.row = row;
    this.isCopied = false;
    this.dialog.show();
  }

  private readonly handleCopy = async (): Promise<void> => {
    if (this.row === null) return;
    const { annotation, briefing } = this.row;
    const quote = quoteOf(annotation);
    const parts = [quote === null ? '' : `“${quote}”`, annotation.note, origin(briefing)];
    await this.desktop.copyText({ text: parts.filter((part) => part !== '').join('\n\n') });
    this.isCopied = true;
  };

  private readonly handleClose = (): void => {
    this.dispatchEvent(new Event('close'));
  };

  protected override render() {
    return html`<readout-modal-dialog heading="Note" @close=${this.handleClose}>
      ${this.row === null ? nothing : this.#renderRow(this.row)}
      <p slot="actions" class="copied" role="status">${this.isCopied ? 'Copied' : ''}</p>
      <button slot="actions" class="button" @click=${this.handleCopy}>
        ${icon('copy', 14)} Copy
      </button>
      <button slot="actions" class="button primary" @click=${() => this.dialog.close()}>
        Close
      </button>
    </readout-modal-dialog>`;
  }

  #renderRow({ annotation, briefing }: NoteRow) {
    const quote = quoteOf(annotation);
    const { color, note, tags } = annotation;
    return html`${
        quote === null
          ? html`<p>About the whole briefing</p>`
          : html`<blockquote class=${color ?? 'plain'} dir="auto">${quote}</blockquote>`
      }
      ${note === '' ? nothing : html`<readout-markdown-text .text=${note}></readout-markdown-text>`}
      ${
        tags.length === 0
          ? nothing
          : html`<p class="tags" dir="auto">${tags.map((tag) => `#${tag}`).join(' ')}</p>`
      }
      <p class="origin" dir="auto">${origin(briefing)}</p>
      <p class="origin">
        This briefing is not in the library any more, so it cannot be opened. The note stays.
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-note-dialog': NoteDialog;
  }
}
