import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ExportPreview } from '../../electron/shared/model/export.ts';
import { counted } from '../ui/count.ts';
import './page-preview.ts';

/** What is known of the preview. */
export type PreviewState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly preview: ExportPreview }
  | { readonly kind: 'failed'; readonly message: string };

/** The very text or page that would be written, or its beginning, with what it has and its name. */
@customElement('readout-export-preview')
export class ExportPreviewElement extends LitElement {
  static override readonly styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
    }

    p {
      margin: 0 0 6px;
      color: var(--muted);
      font-size: 12.5px;
      overflow-wrap: anywhere;
    }

    .failed {
      color: var(--danger);
    }

    pre,
    readout-page-preview {
      flex: 1;
      min-height: 0;
      margin: 0;
      border: 1px solid var(--line);
      border-radius: var(--radius-small);
      background: var(--paper);
      overflow: auto;
    }

    pre {
      padding: 12px 14px;
      font:
        12.5px/1.55 ui-monospace,
        'DejaVu Sans Mono',
        Menlo,
        Consolas,
        monospace;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }

    pre:focus-visible {
      outline: var(--focus-ring);
      outline-offset: 1px;
    }
  `;

  @property({ attribute: false }) preview: PreviewState = { kind: 'loading' };

  protected override render() {
    const { preview } = this;
    if (preview.kind === 'loading') return html`<p role="status">Preparing the preview…</p>`;
    if (preview.kind === 'failed')
      return html`<p class="failed" role="alert">${preview.message}</p>`;
    const { briefingCount, markCount, fileName, isCut } = preview.preview;
    return html`<p role="status">
        ${counted(briefingCount, 'briefing')} · ${counted(markCount, 'mark')} ·
        <bdi>${fileName}</bdi>${isCut ? ' · the beginning' : nothing}
      </p>
      ${this.#renderContent(preview.preview)}`;
  }

  #renderContent({ kind, content }: ExportPreview) {
    return kind === 'page'
      ? html`<readout-page-preview .page=${content}></readout-page-preview>`
      : html`<pre tabindex="0" role="region" aria-label="Preview">${content}</pre>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-export-preview': ExportPreviewElement;
  }
}
