import { css, html, LitElement } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { colors, possessions, standings } from '../../electron/shared/search/query-filter.ts';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';

/** What can be typed, and what it finds. */
const lines: readonly { readonly example: string; readonly meaning: string }[] = [
  { example: 'storm flood', meaning: 'both words, in the text or in your notes' },
  { example: '"storm surge"', meaning: 'these words in a row' },
  { example: 'stor*', meaning: 'words that begin so' },
  { example: '-flood', meaning: 'not this word' },
  { example: 'storm OR (flood -river)', meaning: 'one or the other; parentheses group' },
  { example: 'headline:storm', meaning: 'only there; also caption:, credit:, text:, note:' },
  { example: 'agency:reuters', meaning: 'whose pictures are from this agency' },
  { example: 'source:"Harbour Post"', meaning: 'from this source' },
  { example: 'tag:energy/grid', meaning: 'with this tag of yours, or one inside of it' },
  { example: 'color:yellow', meaning: `with a highlight in ${colors.join(', ')}` },
  { example: 'after:2025-11-19', meaning: 'also before: and on:' },
  { example: 'after:"7 days ago"', meaning: 'also yesterday, last week, 19 Nov 2025' },
  { example: 'is:unread', meaning: `also ${standings.slice(1).join(', ')}` },
  { example: 'has:note', meaning: `also ${possessions.slice(1).join(', ')}` },
  { example: 'path:2025/november', meaning: 'in this folder or file' },
  { example: 'lang:uk', meaning: 'in this language' },
];

/** A button with the words of the query language, in a popover under it. */
@customElement('readout-search-help')
export class SearchHelp extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: flex;
      }

      .button {
        min-height: 24px;
        padding: 2px 5px;
        anchor-name: --search-help;
      }

      [popover] {
        position-anchor: --search-help;
        position-area: bottom span-left;
        width: min(480px, calc(100vw - 24px));
        max-height: calc(100vh - 64px);
        overflow: auto;
        margin: 8px 0;
        padding: 14px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 13px/1.45 var(--sans);
      }

      h2 {
        margin: 0 0 8px;
        font: 650 15px/1.3 var(--serif);
      }

      dl {
        display: grid;
        grid-template-columns: minmax(110px, auto) 1fr;
        gap: 4px 12px;
        margin: 0;
      }

      dd {
        margin: 0;
        color: var(--muted);
      }

      code {
        font:
          12.5px/1.45 ui-monospace,
          monospace;
        overflow-wrap: anywhere;
      }

      p {
        margin: 10px 0 0;
        color: var(--muted);
      }
    `,
  ];

  @query('[popovertarget]', true) private readonly button!: HTMLElement;
  @query('#help', true) private readonly panel!: HTMLElement;

  /** Into the popover, so that the keys scroll it; and back, which Chromium does not do by itself. */
  private readonly handleToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') this.panel.focus();
    else if (this.shadowRoot?.activeElement === this.panel) this.button.focus();
  };

  protected override render() {
    return html`<button
        class="button quiet icon"
        aria-label="How to search"
        title="How to search"
        popovertarget="help"
      >
        ${icon('help', 15)}
      </button>
      <div
        id="help"
        popover
        tabindex="0"
        role="dialog"
        aria-labelledby="heading"
        @toggle=${this.handleToggle}
      >
        <h2 id="heading">How to search</h2>
        <dl>
          ${lines.map(
            ({ example, meaning }) =>
              html`<dt><code>${example}</code></dt>
                <dd>${meaning}</dd>`,
          )}
        </dl>
        <p>Case and accents do not matter: muller finds Müller.</p>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-search-help': SearchHelp;
  }
}
