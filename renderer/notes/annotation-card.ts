import { consume } from '@lit/context';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Annotation, Color } from '../../electron/shared/model/annotation.ts';
import { notesContext } from '../state/contexts.ts';
import type { NotesStore } from '../state/notes-store.ts';
import { AnnotationRevealEvent, PartRevealEvent } from '../state/reading-events.ts';
import { controlStyles } from '../styles/controls.ts';
import { localMoment } from '../ui/day.ts';
import '../ui/markdown-text.ts';
import { CardSelectEvent, type CardTool, type CardToolEvent } from './card-events.ts';
import { cardStyles } from './card.styles.ts';
import type { CardTags } from './card-tags.ts';
import './card-tags.ts';
import './card-tools.ts';
import './lost-place.ts';
import type { NoteEditor, NoteInputEvent } from './note-editor.ts';
import './note-editor.ts';
import { quoteOf } from './note-filter.ts';
import { isOtherStanding, type Standing } from './standing.ts';
import { standingTemplate } from './standing-template.ts';
import { swatches } from './swatches.ts';

/** Whether keys pressed there are typed into a field. */
function isField(element: EventTarget | undefined): boolean {
  return element instanceof HTMLInputElement
    ? element.type !== 'checkbox'
    : element instanceof HTMLTextAreaElement;
}

/**
 * One annotation: its passage, its note, its colour and tags, and how it stands in the text.
 *
 * @fires card-remove - The reader deletes it.
 * @fires card-finish - The reader is done writing, and came from the text.
 * @fires card-history - The reader wants to see its earlier versions.
 * @fires card-select - The reader chooses it, to change several together.
 * @fires card-reattach - The reader gives it another place.
 * @fires tag-filter - The reader pressed one of its tags.
 */
@customElement('readout-annotation-card')
export class AnnotationCard extends LitElement {
  static override readonly styles = [controlStyles, cardStyles];

  /** The pencil loses the focus when the editor takes its place; that is not the reader leaving. */
  #isEditorShown = false;
  /** Where the reader goes when the tags are done. */
  #tagsCameFrom: 'card' | 'text' = 'card';

  @consume({ context: notesContext }) private readonly notes!: NotesStore;
  @query('readout-note-editor') private readonly editor!: NoteEditor | null;
  @query('readout-card-tags') private readonly tags!: CardTags;
  @query('.card') private readonly card!: HTMLElement | null;

  @property({ attribute: false }) annotation!: Annotation;
  @property({ attribute: false, hasChanged: isOtherStanding }) standing: Standing = {
    kind: 'unknown',
  };
  /** Where the target stands: `Overview, bullet 2`. */
  @property() place = '';
  @property({ type: Boolean }) editing = false;
  @property({ type: Boolean }) selected = false;
  /** What the colours are called. */
  @property({ attribute: false }) labelOf: (color: Color) => string = (color) => color;

  /** Complete with the editor's field, so that it can take the caret. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.editor?.updateComplete;
    return isComplete;
  }

  protected override updated(): void {
    this.#isEditorShown = this.editing;
  }

  /** Focuses the note where it is being written, or else the card itself. */
  override focus(): void {
    (this.editor ?? this.card)?.focus();
  }

  /** Opens the field for its tags, which goes back to the card or to the text when it is left. */
  async editTags(cameFrom: 'card' | 'text'): Promise<void> {
    this.#tagsCameFrom = cameFrom;
    await this.updateComplete;
    await this.tags.edit();
  }

  private readonly handleInput = (event: NoteInputEvent): void => {
    this.notes.change(this.annotation.id, { note: event.note });
  };

  private readonly handleFinish = (): void => {
    this.dispatchEvent(new Event('card-finish'));
  };

  /** Leaving the card ends the writing; moving inside of it does not. */
  private readonly handleFocusout = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    const stays = next instanceof Node && this.renderRoot.contains(next);
    if (this.editing && this.#isEditorShown && !stays) this.notes.finishEditing();
  };

  private readonly handleReveal = (): void => {
    const { target, id } = this.annotation;
    if (target.kind === 'passage') this.dispatchEvent(new AnnotationRevealEvent(id));
    if (target.kind === 'part') this.dispatchEvent(new PartRevealEvent(target.part));
  };

  private readonly handleEdit = (): void => {
    this.notes.edit(this.annotation.id);
    void this.updateComplete.then(() => this.focus());
  };

  private readonly handleTool = (event: CardToolEvent): void => {
    const acts: Readonly<Record<CardTool, () => unknown>> = {
      edit: this.handleEdit,
      finish: this.handleFinish,
      tag: () => this.editTags('card'),
      history: () => this.dispatchEvent(new Event('card-history')),
      remove: () => this.dispatchEvent(new Event('card-remove')),
    };
    acts[event.tool]();
  };

  private readonly handleTagsLeave = (): void => {
    if (this.#tagsCameFrom === 'text') this.handleFinish();
    else this.card?.focus();
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'x' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isField(event.composedPath()[0])) return;
    event.preventDefault();
    this.dispatchEvent(new CardSelectEvent(false));
  };

  /** With Ctrl or Shift a click anywhere on the card selects, whatever stands there. */
  private readonly handleClick = {
    capture: true,
    handleEvent: (event: MouseEvent): void => {
      const isChoice = event.ctrlKey || event.metaKey || event.shiftKey;
      if (!isChoice || isField(event.composedPath()[0])) return;
      event.preventDefault();
      event.stopPropagation();
      this.dispatchEvent(new CardSelectEvent(event.shiftKey));
    },
  };

  /** A click with Shift would select text from the last one. */
  private readonly handleMousedown = (event: MouseEvent): void => {
    if (event.shiftKey && !isField(event.composedPath()[0])) event.preventDefault();
  };

  protected override render() {
    const { color } = this.annotation;
    return html`<div
      role="group"
      class="card ${color ?? 'plain'}"
      tabindex="0"
      aria-label="Note on ${this.place}"
      @focusout=${this.handleFocusout}
      @keydown=${this.handleKeydown}
      @mousedown=${this.handleMousedown}
      @click=${this.handleClick}
    >
      ${this.#renderPlace()} ${this.#renderStanding()} ${this.#renderNote()}
      <readout-card-tags
        .annotation=${this.annotation}
        .place=${this.place}
        @tags-leave=${this.handleTagsLeave}
      ></readout-card-tags>
      ${this.#renderFoot()}
      <input
        type="checkbox"
        aria-label="Select the note on ${this.place}"
        title="Select (x)"
        .checked=${this.selected}
        @change=${() => this.dispatchEvent(new CardSelectEvent(false))}
      />
    </div>`;
  }

  #renderPlace() {
    const { target } = this.annotation;
    if (target.kind === 'briefing') return html`<h3>About the whole briefing</h3>`;
    const content = html`<span class="where">${this.place}</span>
      <q dir="auto" class=${target.kind}>${quoteOf(this.annotation)}</q>`;
    if (this.standing.kind === 'lost') return html`<div class="place lost">${content}</div>`;
    return html`<button class="place" title="Show in the briefing" @click=${this.handleReveal}>
      ${content}
    </button>`;
  }

  #renderStanding() {
    if (this.standing.kind !== 'lost') return standingTemplate(this.standing);
    return html`<readout-lost-place
      .loss=${this.standing.loss}
      .candidates=${this.standing.candidates}
    ></readout-lost-place>`;
  }

  #renderNote() {
    const { note } = this.annotation;
    if (this.editing) {
      return html`<readout-note-editor
        .note=${note}
        label="Note on ${this.place}"
        @note-input=${this.handleInput}
        @note-finish=${this.handleFinish}
      ></readout-note-editor>`;
    }
    if (note === '') return nothing;
    return html`<div class="note" @dblclick=${this.handleEdit}>
      <readout-markdown-text .text=${note}></readout-markdown-text>
    </div>`;
  }

  #renderFoot() {
    const { id, note, color, modifiedAt, target } = this.annotation;
    return html`<div class="foot">
      <time datetime=${new Date(modifiedAt).toISOString()}>${localMoment(modifiedAt)}</time>
      ${this.standing.kind === 'unchanged' ? html`<span class="quiet">unchanged</span>` : nothing}
      ${
        this.editing && target.kind === 'passage'
          ? swatches({
              label: 'Colour',
              labelOf: this.labelOf,
              isPressed: (one) => one === color,
              choose: (chosen) => this.notes.change(id, { color: chosen }),
            })
          : nothing
      }
      <readout-card-tools
        .place=${this.place}
        .hasNote=${note !== ''}
        .editing=${this.editing}
        @card-tool=${this.handleTool}
      ></readout-card-tools>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-annotation-card': AnnotationCard;
  }
}
