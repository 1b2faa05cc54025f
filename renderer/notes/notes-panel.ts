import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Annotation } from '../../electron/shared/model/annotation.ts';
import { findPart } from '../../electron/shared/model/part.ts';
import { messageContext, notesContext, readerContext } from '../state/contexts.ts';
import { CommandEvent } from '../state/command-event.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';
import { inDocumentOrder } from '../../electron/shared/model/document-order.ts';
import { panelStyles } from './notes-panel.styles.ts';
import type { AnnotationCard } from './annotation-card.ts';
import './annotation-card.ts';
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

  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #reader = new StoreController(this, readerContext);

  @query('[role=tab][aria-selected=true]') private readonly selectedTab!: HTMLElement | null;

  @state() private tab: Tab = 'Notes';

  /** Focuses the selected tab. */
  override focus(): void {
    this.selectedTab?.focus();
  }

  /** Shows the card of an annotation and, if it is being written, puts the caret into it. */
  async reveal(annotationId: string): Promise<void> {
    this.tab = 'Notes';
    await this.updateComplete;
    const card = this.renderRoot.querySelector<AnnotationCard>(`#card-${CSS.escape(annotationId)}`);
    if (card === null) return;
    await card.updateComplete;
    card.scrollIntoView({ block: 'nearest' });
    card.focus();
  }

  private readonly handleTabKeydown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = (tabs.indexOf(this.tab) + step + tabs.length) % tabs.length;
    this.tab = tabs[index] ?? 'Notes';
    void this.updateComplete.then(() => this.focus());
  };

  private readonly handleFinish = (): void => {
    this.#notes.store.finishEditing();
    this.dispatchEvent(new Event('notes-leave', { bubbles: true, composed: true }));
  };

  async #remove(annotation: Annotation): Promise<void> {
    const what = annotation.note === '' ? 'Highlight' : 'Note';
    const result = await this.#notes.store.remove(annotation.id);
    if (result.ok) {
      this.#messages.store.show(`${what} deleted`, {
        label: 'Undo',
        run: () => this.dispatchEvent(new CommandEvent('undo')),
      });
    } else this.#messages.store.show(result.problem.message);
  }

  #placeOf({ target }: Annotation): string {
    const reader = this.#reader.state;
    if (target.kind === 'briefing') return 'the whole briefing';
    if (reader.kind !== 'open') return '';
    return findPart(reader.opened.briefing, target.part)?.place ?? 'No longer in the briefing';
  }

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
    return this.#renderNotes();
  }

  #renderNotes() {
    const reader = this.#reader.state;
    if (reader.kind !== 'open') return html`<p class="empty">No briefing is open.</p>`;
    const { annotations, editing } = this.#notes.state;
    const ordered = inDocumentOrder(annotations, reader.opened.briefing);
    return html`<button
        class="button add"
        @click=${() => this.dispatchEvent(new CommandEvent('write-note'))}
      >
        ${icon('pencil', 14)} New note <kbd aria-hidden="true">n</kbd>
      </button>
      ${ordered.length === 0 ? this.#renderEmpty() : nothing}
      ${repeat(
        ordered,
        ({ id }) => id,
        (annotation) =>
          html`<readout-annotation-card
            id="card-${annotation.id}"
            .annotation=${annotation}
            .place=${this.#placeOf(annotation)}
            .editing=${editing?.id === annotation.id}
            @card-remove=${() => void this.#remove(annotation)}
            @card-finish=${this.handleFinish}
          ></readout-annotation-card>`,
      )}`;
  }

  #renderEmpty() {
    return html`<div class="empty">
      <p>Nothing noted yet.</p>
      <p>
        Select a passage to highlight it, focus a part or press <kbd>n</kbd> to write about the
        whole briefing.
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-notes-panel': NotesPanel;
  }
}
