import { html, LitElement, nothing } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { noteListContext } from '../state/contexts.ts';
import { wholeList } from '../state/note-list-store.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { counted } from '../ui/count.ts';
import type { AllNotesFilter } from './all-notes-filter.ts';
import './all-notes-filter.ts';
import { isFiltered } from './filtered.ts';
import type { NoteDialog } from './note-dialog.ts';
import './note-dialog.ts';
import type { NoteList } from './note-list.ts';
import './note-list.ts';
import type { NoteRowShowEvent } from './note-row-events.ts';
import type { TagDialog } from './tag-dialog.ts';
import './tag-dialog.ts';
import { viewStyles } from './view.styles.ts';

/**
 * The view of the notes on all briefings.
 *
 * @fires note-row-open - The reader opens a note of a briefing.
 * @fires notes-view-leave - The reader is done here.
 */
@customElement('readout-all-notes')
export class AllNotes extends LitElement {
  static override readonly styles = [controlStyles, viewStyles];

  readonly #list = new StoreController(this, noteListContext);
  #loaded: Promise<void> = Promise.resolve();

  @query('readout-all-notes-filter') private readonly filter!: AllNotesFilter | null;
  @query('readout-note-list') private readonly list!: NoteList | null;
  @query('readout-note-dialog', true) private readonly noteDialog!: NoteDialog;
  @query('readout-tag-dialog', true) private readonly tagDialog!: TagDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#loaded = this.#list.store.refresh();
  }

  /** Focuses the list as soon as it is loaded, or the filter where the list is empty. */
  override focus(): void {
    void this.#loaded.then(async () => {
      await this.updateComplete;
      if (this.list === null) this.filter?.focus();
      else this.list.focus();
    });
  }

  /** Focuses the field for words. */
  focusFilter(): void {
    this.filter?.focus();
  }

  private readonly handleShow = (event: NoteRowShowEvent): void => this.noteDialog.show(event.row);

  private readonly handleClear = async (): Promise<void> => {
    const { group } = this.#list.state.query;
    await this.#list.store.setQuery({ ...wholeList, group });
    await this.updateComplete;
    this.focusFilter();
  };

  protected override render() {
    const { outline, query: asked, tags } = this.#list.state;
    const isEmpty = outline?.total === 0 && !isFiltered(asked);
    return html`<header>
        <h1>All notes</h1>
        <span class="total" role="status">${this.#total()}</span>
        <span class="tools">
          <button
            class="button"
            ?disabled=${tags.length === 0}
            @click=${() => this.tagDialog.show()}
          >
            Tags…
          </button>
        </span>
      </header>
      <div class="bar" ?hidden=${outline === null || isEmpty}>
        <readout-all-notes-filter
          @filter-leave=${() => this.list?.focus()}
        ></readout-all-notes-filter>
      </div>
      ${this.#renderList()}
      <readout-note-dialog @close=${() => this.list?.focus()}></readout-note-dialog>
      <readout-tag-dialog></readout-tag-dialog>`;
  }

  #total(): string {
    const { outline, query: asked, isStale } = this.#list.state;
    if (outline === null || isStale) return '';
    // A note stands under each of its tags, so that there are more rows than notes.
    const what =
      asked.group === 'tag' ? counted(outline.total, 'row') : counted(outline.total, 'note');
    return isFiltered(asked) ? `${what} found` : what;
  }

  #renderList() {
    const { outline, isStale, query: asked } = this.#list.state;
    if (outline === null) return nothing;
    if (outline.total > 0 || isStale) {
      return html`<readout-note-list @note-row-show=${this.handleShow}></readout-note-list>`;
    }
    return isFiltered(asked)
      ? html`<div class="empty">
          <strong>No note matches</strong>Nothing here has all of these words, tags and colours.
          <button class="button" @click=${this.handleClear}>Clear the filter</button>
        </div>`
      : html`<div class="empty">
          <strong>No notes yet</strong>Open a briefing and select a passage to highlight it, or
          press <kbd>n</kbd> while reading to write a note. All of them come together here.
        </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-all-notes': AllNotes;
  }
}
