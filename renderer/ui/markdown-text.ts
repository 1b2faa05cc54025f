import DOMPurify from 'dompurify';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

/** Structure and emphasis only: nothing that loads, links out, or takes input. */
const allowed = {
  ALLOWED_TAGS: [
    ...['p', 'br', 'hr', 'em', 'strong', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  ALLOWED_ATTR: ['start'],
  RETURN_TRUSTED_TYPE: true,
};

/** A reader's note, rendered. Links show their text; HTML in the note stays text. */
@customElement('readout-markdown-text')
export class MarkdownText extends LitElement {
  static override readonly styles = css`
    div {
      overflow-wrap: anywhere;
    }

    div > :first-child {
      margin-top: 0;
    }

    div > :last-child {
      margin-bottom: 0;
    }

    p,
    ul,
    ol,
    pre,
    blockquote,
    table {
      margin: 0 0 8px;
    }

    ul,
    ol {
      padding-inline-start: 20px;
    }

    h1,
    h2,
    h3,
    h4,
    h5,
    h6 {
      margin: 10px 0 4px;
      font: 600 1.05em/1.35 inherit;
    }

    blockquote {
      padding-inline-start: 10px;
      border-inline-start: 3px solid var(--line);
      color: var(--muted);
    }

    code {
      font-size: 0.92em;
      background: var(--surface);
      border-radius: 3px;
      padding: 0 3px;
    }

    pre {
      overflow: auto;
    }

    td,
    th {
      border: 1px solid var(--line);
      padding: 2px 8px;
      text-align: start;
    }
  `;

  @query('div') private readonly container!: HTMLElement;

  /** Markdown (CommonMark with tables). */
  @property() text = '';

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('text')) return;
    const rendered = DOMPurify.sanitize(markdown.render(this.text), allowed);
    Reflect.set(this.container, 'innerHTML', rendered);
  }

  protected override render() {
    return html`<div dir="auto"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-markdown-text': MarkdownText;
  }
}
