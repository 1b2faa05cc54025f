import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import {
  type Annotation,
  type Color,
  colorSchema,
} from '../../electron/shared/model/annotation.ts';
import { notesContext } from '../state/contexts.ts';
import { PartRevealEvent } from '../state/reading-events.ts';
import { StoreController } from '../state/store.ts';
import { controlStyles } from '../styles/controls.ts';
import { localMoment } from '../ui/day.ts';
import { icon } from '../ui/icon.ts';
import '../ui/markdown-text.ts';
import { cardStyles } from './card.styles.ts';
import type { NoteEditor, NoteInputEvent } from './note-editor.ts';
import './note-editor.ts';

/**
 * One annotation: its passage, its note, its colour.
 *
 * @fires card-remove - The reader deletes it.
 * @fires card-finish - The reader is done writing.
 */
@customElement('readout-annotation-card')
export class AnnotationCard extends LitElement {
  static override readonly styles = [controlStyles, cardStyles];

  readonly #notes = new StoreController(this, notesContext);
  /** The pencil loses the focus when the editor takes its place; that is not the reader leaving. */
  #isEditorShown = false;

  @query('readout-note-editor') private readonly editor!: NoteEditor | null;

  @property({ attribute: false }) annotation!: Annotation;
  /** Where the target stands: `Overview, bullet 2`. */
  @property() place = '';
  @property({ type: Boolean }) editing = false;

  /** Complete with the editor's field, so that it can take the caret. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.editor?.updateComplete;
    return isComplete;
  }

  protected override updated(): void {
    this.#isEditorShown = this.editing;
  }

  override focus(): void {
    if (this.editor !== null) this.editor.focus();
    else this.renderRoot.querySelector<HTMLElement>('.note, .place')?.focus();
  }

  private readonly handleInput = (event: NoteInputEvent): void => {
    this.#notes.store.change(this.annotation.id, { note: event.note });
  };

  private readonly handleFinish = (): void => {
    this.dispatchEvent(new Event('card-finish', { bubbles: true, composed: true }));
  };

  /** Leaving the card ends the writing; moving inside of it does not. */
  private readonly handleFocusout = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    const stays = next instanceof Node && this.renderRoot.contains(next);
    if (this.editing && this.#isEditorShown && !stays) this.#notes.store.finishEditing();
  };

  private readonly handleReveal = (): void => {
    const { target } = this.annotation;
    if (target.kind !== 'briefing') this.dispatchEvent(new PartRevealEvent(target.part));
  };

  private readonly handleEdit = (): void => {
    this.#notes.store.edit(this.annotation.id);
    void this.updateComplete.then(() => this.focus());
  };

  #setColor(color: Color): void {
    this.#notes.store.change(this.annotation.id, { color });
  }

  protected override render() {
    const { note, color } = this.annotation;
    return html`<div class="card ${color ?? 'plain'}" @focusout=${this.handleFocusout}>
      ${this.#renderPlace()}
      ${
        this.editing
          ? html`<readout-note-editor
              .note=${note}
              label="Note on ${this.place}"
              @note-input=${this.handleInput}
              @note-finish=${this.handleFinish}
            ></readout-note-editor>`
          : this.#renderNote(note)
      }
      ${this.#renderFoot()}
    </div>`;
  }

  #renderPlace() {
    const { target } = this.annotation;
    if (target.kind === 'briefing') return html`<h3>About the whole briefing</h3>`;
    const quote = target.kind === 'passage' ? target.quote.exact : target.quote;
    return html`<button class="place" title="Show in the briefing" @click=${this.handleReveal}>
      <span class="where">${this.place}</span>
      <q dir="auto" class=${target.kind}>${quote}</q>
    </button>`;
  }

  #renderNote(note: string) {
    if (note === '') return nothing;
    return html`<div class="note" tabindex="-1" @dblclick=${this.handleEdit}>
      <readout-markdown-text .text=${note}></readout-markdown-text>
    </div>`;
  }

  #renderFoot() {
    const { note, modifiedAt, target } = this.annotation;
    return html`<div class="foot">
      <time datetime=${new Date(modifiedAt).toISOString()}>${localMoment(modifiedAt)}</time>
      ${this.editing && target.kind === 'passage' ? this.#renderColors() : nothing}
      <span class="tools">
        ${
          this.editing
            ? html`<button class="button quiet" @click=${this.handleFinish}>Done</button>`
            : html`<button
                class="button quiet icon"
                aria-label=${note === '' ? 'Write a note' : 'Edit the note'}
                title="Edit"
                @click=${this.handleEdit}
              >
                ${icon('pencil', 14)}
              </button>`
        }
        <button
          class="button quiet icon"
          aria-label="Delete the note on ${this.place}"
          title="Delete (undo with Ctrl+Z)"
          @click=${() => this.dispatchEvent(new Event('card-remove'))}
        >
          ${icon('trash', 14)}
        </button>
      </span>
    </div>`;
  }

  #renderColors() {
    return html`<span class="colors" role="group" aria-label="Colour">
      ${colorSchema.options.map(
        (color) =>
          html`<button
            class="swatch ${color}"
            aria-label=${color}
            aria-pressed=${this.annotation.color === color}
            @click=${() => this.#setColor(color)}
          ></button>`,
      )}
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-annotation-card': AnnotationCard;
  }
}
