import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { notesContext } from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { panelStyles } from './notes-panel.styles.ts';
import type { AnnotationList } from './annotation-list.ts';
import './annotation-list.ts';
import './bookmark-list.ts';
import './contents-list.ts';

const tabs = ['Notes', 'Bookmarks', 'Contents'] as const;

type Tab = (typeof tabs)[number];

/**
 * The right side: notes, bookmarks and contents of the open briefing.
 *
 * @fires notes-leave - The reader is done writing and goes back to the text.
 */
@customElement('readout-notes-panel')
export class NotesPanel extends LitElement {
  static override readonly styles = [controlStyles, panelStyles];

  readonly #notes = new StoreController(this, notesContext);

  @query('[role=tab][aria-selected=true]') private readonly selectedTab!: HTMLElement | null;
  @query('readout-annotation-list') private readonly list!: AnnotationList | null;

  @state() private tab: Tab = 'Notes';

  /** Focuses the selected tab. */
  override focus(): void {
    this.selectedTab?.focus();
  }

  /** Shows the card of an annotation and, if it is being written, puts the caret into it. */
  async reveal(annotationId: string): Promise<void> {
    this.tab = 'Notes';
    await this.updateComplete;
    await this.list?.reveal(annotationId);
  }

  /** Shows the card of an annotation and puts the caret into the field for its tags. */
  async revealTags(annotationId: string): Promise<void> {
    this.tab = 'Notes';
    await this.updateComplete;
    await this.list?.revealTags(annotationId);
  }

  private readonly handleTabKeydown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = (tabs.indexOf(this.tab) + step + tabs.length) % tabs.length;
    this.tab = tabs[index] ?? 'Notes';
    void this.updateComplete.then(() => this.focus());
  };

  protected override render() {
    const { annotations, bookmarks } = this.#notes.state;
    const counts: Readonly<Record<Tab, number>> = {
      Notes: annotations.length,
      Bookmarks: bookmarks.length,
      Contents: 0,
    };
    return html`<div
        class="tabs"
        role="tablist"
        aria-label="Notes panel"
        @keydown=${this.handleTabKeydown}
      >
        ${tabs.map((tab) => this.#renderTab(tab, counts[tab]))}
      </div>
      <div
        class="content"
        role="tabpanel"
        id="content"
        aria-labelledby="tab-${this.tab}"
        tabindex="-1"
      >
        ${this.#renderContent()}
      </div>`;
  }

  #renderTab(tab: Tab, count: number) {
    const isSelected = this.tab === tab;
    return html`<button
      role="tab"
      id="tab-${tab}"
      aria-selected=${isSelected}
      aria-controls="content"
      tabindex=${isSelected ? 0 : -1}
      @click=${() => (this.tab = tab)}
    >
      ${tab}${count > 0 ? html` <span class="count">${count}</span>` : nothing}
    </button>`;
  }

  #renderContent() {
    if (this.tab === 'Bookmarks') return html`<readout-bookmark-list></readout-bookmark-list>`;
    if (this.tab === 'Contents') return html`<readout-contents-list></readout-contents-list>`;
    return html`<readout-annotation-list></readout-annotation-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-notes-panel': NotesPanel;
  }
}
