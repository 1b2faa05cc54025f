import { consume } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DesktopApi } from '../desktop-api.ts';
import { CommandEvent } from '../state/command-event.ts';
import {
  desktopContext,
  messageContext,
  notesContext,
  passageContext,
  readerContext,
  settingsContext,
} from '../state/contexts.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';
import { withOuterTags } from '../tags/tag-suggestions.ts';
import type { AnnotationCard } from './annotation-card.ts';
import './annotation-card.ts';
import { listStyles } from './annotation-list.styles.ts';
import type { CardReattachEvent, CardSelectEvent, TagFilterEvent } from './card-events.ts';
import { labelsOf } from './color-labels.ts';
import { entriesOf, type Entry } from './entries.ts';
import type { NoteFilterEvent } from './filter-bar.ts';
import './filter-bar.ts';
import type { HistoryDialog } from './history-dialog.ts';
import './history-dialog.ts';
import { emptyTemplate, reattachingTemplate } from './list-templates.ts';
import { NoteActions } from './note-actions.ts';
import { everyNote, matcherOf, type NoteFilter, toggled } from './note-filter.ts';
import { noSelection, type Selection, withRange, withToggled } from './selection.ts';
import type { SelectionActionEvent } from './selection-bar.ts';
import './selection-bar.ts';

/** So many cards are rendered at once; those after them in the frames that follow. */
const cardsPerFrame = 60;

/** So many cards are laid out at once; those after them when they come near. */
const nearCards = 20;

/**
 * The annotations of the open briefing as cards: those that lost their place first.
 *
 * @fires notes-leave - The reader is done writing and goes back to the text.
 */
@customElement('readout-annotation-list')
export class AnnotationList extends LitElement {
  static override readonly styles = [controlStyles, listStyles];

  readonly #messages = new StoreController(this, messageContext);
  readonly #notes = new StoreController(this, notesContext);
  readonly #passages = new StoreController(this, passageContext);
  readonly #reader = new StoreController(this, readerContext);
  readonly #settings = new StoreController(this, settingsContext);
  #briefingId: string | null = null;

  @consume({ context: desktopContext }) private readonly desktop!: DesktopApi;
  @query('readout-history-dialog') private readonly history!: HistoryDialog;

  @state() private filter: NoteFilter = everyNote;
  @state() private selection: Selection = noSelection;
  /** So many cards are rendered so far. */
  @state() private most = cardsPerFrame;

  /** Another briefing begins with all of its notes, and none selected. */
  protected override willUpdate(): void {
    const { briefingId } = this.#notes.state;
    if (briefingId === this.#briefingId) return;
    [this.filter, this.selection, this.most] = [everyNote, noSelection, cardsPerFrame];
    this.#briefingId = briefingId;
  }

  protected override updated(): void {
    if (this.most >= this.#notes.state.annotations.length) return;
    requestAnimationFrame(() => (this.most += cardsPerFrame));
  }

  /** Shows the card of an annotation, whatever the filter, and puts the focus on it. */
  async reveal(annotationId: string): Promise<void> {
    const card = await this.#shownCard(annotationId);
    card?.scrollIntoView({ block: 'nearest' });
    card?.focus();
  }

  /** Opens the field for the tags of an annotation; leaving it goes back to the text. */
  async revealTags(annotationId: string): Promise<void> {
    const card = await this.#shownCard(annotationId);
    card?.scrollIntoView({ block: 'nearest' });
    await card?.editTags('text');
  }

  async #shownCard(annotationId: string): Promise<AnnotationCard | null> {
    this.most = Infinity;
    await this.updateComplete;
    if (this.#cardOf(annotationId) === null) {
      this.filter = everyNote;
      await this.updateComplete;
    }
    const card = this.#cardOf(annotationId);
    await card?.updateComplete;
    return card;
  }

  #cardOf(annotationId: string): AnnotationCard | null {
    return this.renderRoot.querySelector(`#card-${CSS.escape(annotationId)}`);
  }

  get #actions(): NoteActions {
    return new NoteActions(this, this.#notes.store, this.#messages.store);
  }

  /** What is shown; the note that is being written whatever the filter. */
  get #shown(): readonly Entry[] {
    const reader = this.#reader.state;
    if (reader.kind !== 'open') return [];
    const { annotations, editing } = this.#notes.state;
    const isShown = matcherOf(this.filter);
    const chosen = annotations.filter((one) => isShown(one) || one.id === editing?.id);
    return entriesOf(chosen, reader.opened.briefing, this.#passages.state.anchorings);
  }

  private readonly handleFinish = (): void => {
    this.#notes.store.finishEditing();
    this.dispatchEvent(new Event('notes-leave', { bubbles: true, composed: true }));
  };

  private readonly handleTagFilter = (event: TagFilterEvent): void => {
    this.filter = { ...this.filter, tags: toggled(this.filter.tags, event.tag) };
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.selection.ids.size === 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.selection = noSelection;
  };

  private readonly handleAction = async ({ action }: SelectionActionEvent): Promise<void> => {
    const reader = this.#reader.state;
    const shown = this.#shown.map(({ annotation }) => annotation);
    const selected = shown.filter(({ id }) => this.selection.ids.has(id));
    if (action.kind === 'cancel') this.selection = noSelection;
    else if (action.kind === 'all') {
      this.selection = { ids: new Set(shown.map(({ id }) => id)), last: null };
    } else if (action.kind === 'copy') {
      if (reader.kind === 'open') await this.#actions.copy(selected, reader.opened, this.desktop);
    } else if ((await this.#actions.change(selected, action)) && action.kind === 'remove') {
      this.selection = noSelection;
    }
  };

  #select(id: string, { range }: CardSelectEvent): void {
    const order = this.#shown.map(({ annotation }) => annotation.id);
    this.selection = range ? withRange(this.selection, id, order) : withToggled(this.selection, id);
  }

  #reattach(id: string, { annotationTarget }: CardReattachEvent): void {
    this.#notes.store.startReattaching(id);
    if (annotationTarget === null) return;
    this.#notes.store.reattach(annotationTarget);
    void this.reveal(id);
  }

  protected override render() {
    if (this.#reader.state.kind !== 'open') return html`<p class="empty">No briefing is open.</p>`;
    const shown = this.#shown;
    const lost = shown.filter(({ standing }) => standing.kind === 'lost').length;
    return html`<div
        class="list ${this.selection.ids.size > 0 ? 'selecting' : ''}"
        @keydown=${this.handleKeydown}
        @tag-filter=${this.handleTagFilter}
      >
        ${this.#notes.state.reattaching === null ? nothing : reattachingTemplate(() => this.#notes.store.cancelReattaching())}
        <button
          class="button add"
          @click=${() => this.dispatchEvent(new CommandEvent('write-note'))}
        >
          ${icon('pencil', 14)} New note <kbd aria-hidden="true">n</kbd>
        </button>
        ${this.#renderFilter(shown.length)} ${this.#renderSelection(shown)}
        ${this.#notes.state.annotations.length === 0 ? emptyTemplate() : nothing}
        ${this.#renderLost(shown.slice(0, lost))}
        ${this.#renderCards(shown.slice(lost, Math.max(lost, this.most)))}
      </div>
      <readout-history-dialog></readout-history-dialog>`;
  }

  #renderLost(entries: readonly Entry[]) {
    if (entries.length === 0) return nothing;
    return html`<section aria-labelledby="lost">
      <h2 id="lost">Lost their place</h2>
      ${this.#renderCards(entries)}
    </section>`;
  }

  #renderFilter(shown: number) {
    const { annotations } = this.#notes.state;
    if (annotations.length < 2) return nothing;
    return html`<readout-filter-bar
      .filter=${this.filter}
      .tags=${withOuterTags(annotations.flatMap(({ tags }) => tags))}
      .shown=${shown}
      .total=${annotations.length}
      .labelOf=${labelsOf(this.#settings.state)}
      @note-filter=${(event: NoteFilterEvent) => (this.filter = event.filter)}
    ></readout-filter-bar>`;
  }

  #renderSelection(shown: readonly Entry[]) {
    const { ids } = this.selection;
    if (ids.size === 0) return nothing;
    const annotations = shown.map(({ annotation }) => annotation);
    return html`<readout-selection-bar
      .selected=${annotations.filter(({ id }) => ids.has(id))}
      .knownTags=${this.#notes.state.tags.map(({ tag }) => tag)}
      .labelOf=${labelsOf(this.#settings.state)}
      @selection-action=${this.handleAction}
    ></readout-selection-bar>`;
  }

  #renderCards(entries: readonly Entry[]) {
    const { editing } = this.#notes.state;
    const labelOf = labelsOf(this.#settings.state);
    return repeat(
      entries,
      ({ annotation }) => annotation.id,
      ({ annotation, standing, place }, index) =>
        html`<readout-annotation-card
          id="card-${annotation.id}"
          class=${index < nearCards ? '' : 'far'}
          .annotation=${annotation}
          .standing=${standing}
          .place=${place}
          .editing=${editing?.id === annotation.id}
          .selected=${this.selection.ids.has(annotation.id)}
          .labelOf=${labelOf}
          @card-remove=${() => void this.#actions.remove(annotation)}
          @card-finish=${this.handleFinish}
          @card-history=${() => void this.history.show(annotation.id)}
          @card-select=${(event: CardSelectEvent) => this.#select(annotation.id, event)}
          @card-reattach=${(event: CardReattachEvent) => this.#reattach(annotation.id, event)}
        ></readout-annotation-card>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-annotation-list': AnnotationList;
  }
}
