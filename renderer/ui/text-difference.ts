import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type DiffPiece, wordDiff } from './word-diff.ts';

/** What became of a text: deleted words struck through, inserted ones underlined. */
@customElement('readout-text-difference')
export class TextDifference extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      overflow-wrap: anywhere;
    }

    span,
    del,
    ins {
      white-space: pre-wrap;
    }

    del {
      color: var(--danger);
      text-decoration: line-through;
    }

    ins {
      background: var(--green);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
  `;

  /** The older text. */
  @property() older = '';
  /** The newer text. */
  @property() newer = '';

  protected override render() {
    return html`<div dir="auto">
      ${wordDiff(this.older, this.newer).map((piece) => this.#renderPiece(piece))}
    </div>`;
  }

  #renderPiece({ kind, text }: DiffPiece) {
    if (kind === 'deleted') return html`<del>${text}</del>`;
    if (kind === 'inserted') return html`<ins>${text}</ins>`;
    return html`<span>${text}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-text-difference': TextDifference;
  }
}
