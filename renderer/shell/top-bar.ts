import { html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { SearchBox } from '../search/search-box.ts';
import '../search/search-box.ts';
import { CommandEvent } from '../state/command-event.ts';
import { icon } from '../ui/icon.ts';
import type { SidePane } from './pane-layout.ts';
import './reading-settings.ts';

/** The bar at the top: the panes' switches, the search field, export, appearance, shortcuts. */
@customElement('readout-top-bar')
export class TopBar extends LitElement {
  @query('readout-search-box') private readonly search!: SearchBox;

  /** The panes that are open. */
  @property({ attribute: false }) open: readonly SidePane[] = [];

  focusSearch(): void {
    this.search.focus();
  }

  /** In the document itself, styled by styles/shell.css. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render() {
    return html`<header class="top-bar">
      <span class="wordmark">Readout</span>
      ${this.#renderToggle('library', 'List of briefings', '[')}
      <readout-search-box></readout-search-box>
      <button
        class="button"
        title="Export notes (e)"
        @click=${() => this.dispatchEvent(new CommandEvent('export'))}
      >
        ${icon('export')} <span class="label">Export…</span>
      </button>
      <readout-reading-settings></readout-reading-settings>
      <button
        class="button icon"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        @click=${() => this.dispatchEvent(new CommandEvent('shortcuts'))}
      >
        ?
      </button>
      ${this.#renderToggle('notes', 'Notes', ']')}
    </header>`;
  }

  #renderToggle(pane: SidePane, name: string, key: string) {
    return html`<button
      class="button icon"
      aria-label=${name}
      title="${name} (${key})"
      aria-pressed=${this.open.includes(pane)}
      @click=${() => this.dispatchEvent(new CommandEvent(`toggle-${pane}`))}
    >
      ${icon(pane)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-top-bar': TopBar;
  }
}
