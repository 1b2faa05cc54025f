import DOMPurify from 'dompurify';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';

/** All that our own pages have; what could load, run or lead elsewhere is not among it. */
const allowed = {
  WHOLE_DOCUMENT: true,
  RETURN_DOM: true,
  FORBID_TAGS: ['style', 'link', 'meta', 'base', 'form', 'script', 'iframe', 'object', 'embed'],
  FORBID_ATTR: ['style'],
  ALLOWED_URI_REGEXP: /^(?:data:image\/|#)/i,
};

const styleElements = /<style>([\s\S]*?)<\/style>/g;

/** The style sheets of a page: the frame may not apply them by itself, the app's policy forbids it. */
function stylesOf(page: string): string {
  return [...page.matchAll(styleElements)].map(([, style]) => style).join('\n');
}

/** A page as it is exported, in a frame in which nothing runs. */
@customElement('readout-page-preview')
export class PagePreview extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
    }

    iframe {
      display: block;
      width: 100%;
      height: 100%;
      border: 0;
      background: var(--paper);
    }
  `;

  @query('iframe', true) private readonly frame!: HTMLIFrameElement;

  /** A whole HTML document. */
  @property() page = '';

  protected override render() {
    return html`<iframe
      title="Preview"
      sandbox="allow-same-origin"
      @load=${() => this.#fill()}
    ></iframe>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('page')) this.#fill();
  }

  #fill(): void {
    const { contentDocument: shown, contentWindow: view } = this.frame;
    if (shown === null || view === null) return;
    const root: unknown = DOMPurify.sanitize(this.page.replace(styleElements, ''), allowed);
    if (!(root instanceof HTMLElement)) return;
    shown.replaceChild(shown.adoptNode(root), shown.documentElement);
    // A style sheet belongs to the window of the document that adopts it.
    const { CSSStyleSheet: Sheet } = view as Window & { CSSStyleSheet: typeof CSSStyleSheet };
    const sheet = new Sheet();
    sheet.replaceSync(stylesOf(this.page));
    shown.adoptedStyleSheets = [sheet];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-page-preview': PagePreview;
  }
}
