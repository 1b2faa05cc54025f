import { consume } from '@lit/context';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Annotation } from '../../electron/shared/model/annotation.ts';
import { notesContext } from '../state/contexts.ts';
import type { NotesStore } from '../state/notes-store.ts';
import { controlStyles } from '../styles/controls.ts';
import type { TagField, TagsChangeEvent } from '../tags/tag-field.ts';
import '../tags/tag-field.ts';
import { TagFilterEvent } from './card-events.ts';

/**
 * The tags of a card, and the field in which they are changed.
 *
 * @fires tag-filter - The reader pressed a tag.
 * @fires tags-leave - The reader is done with the field, by a key.
 */
@customElement('readout-card-tags')
export class CardTags extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }

      .tag {
        padding: 1px 8px;
        border: 0;
        border-radius: 99px;
        background: var(--accent-soft);
        color: var(--accent);
        font: 12.5px/1.5 var(--sans);
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      readout-tag-field {
        margin-top: 8px;
      }
    `,
  ];

  @consume({ context: notesContext }) private readonly notes!: NotesStore;
  @query('readout-tag-field') private readonly field!: TagField | null;

  @state() private isEditing = false;

  @property({ attribute: false }) annotation!: Annotation;
  /** Where the annotation stands: `Overview, bullet 2`. */
  @property() place = '';

  override focus(): void {
    this.field?.focus();
  }

  /** Opens the field. */
  async edit(): Promise<void> {
    this.isEditing = true;
    await this.updateComplete;
    await this.field?.updateComplete;
    this.focus();
  }

  private readonly handleChange = (event: TagsChangeEvent): void => {
    this.notes.change(this.annotation.id, { tags: event.tags });
  };

  private readonly handleLeave = (): void => {
    this.dispatchEvent(new Event('tags-leave'));
    this.#end();
  };

  private readonly handleFocusout = (): void => this.#end();

  #end(): void {
    if (!this.isEditing) return;
    this.isEditing = false;
    this.notes.dropBlank(this.annotation.id);
  }

  protected override render() {
    const { tags } = this.annotation;
    if (this.isEditing) return this.#renderField(tags);
    if (tags.length === 0) return nothing;
    return html`<ul aria-label="Tags">
      ${tags.map((tag) => html`<li>${this.#renderTag(tag)}</li>`)}
    </ul>`;
  }

  #renderField(tags: readonly string[]) {
    return html`<readout-tag-field
      label="Tags of the note on ${this.place}"
      .tags=${tags}
      .known=${this.notes.state.get().tags.map(({ tag }) => tag)}
      @tags-change=${this.handleChange}
      @tags-leave=${this.handleLeave}
      @focusout=${this.handleFocusout}
    ></readout-tag-field>`;
  }

  #renderTag(tag: string) {
    return html`<button
      class="tag"
      title="Show only notes with this tag"
      @click=${() => this.dispatchEvent(new TagFilterEvent(tag))}
    >
      <bdi>#${tag}</bdi>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-card-tags': CardTags;
  }
}
