import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Annotation, Color } from '../../electron/shared/model/annotation.ts';
import { colorStyles } from '../styles/colors.ts';
import { controlStyles } from '../styles/controls.ts';
import type { TagField, TagsChangeEvent } from '../tags/tag-field.ts';
import '../tags/tag-field.ts';
import { swatches } from './swatches.ts';

/** What changes all notes that are selected. */
export type SelectionChange =
  | { readonly kind: 'color'; readonly color: Color }
  | {
      readonly kind: 'tags';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly kind: 'remove' };

/** What the reader does with the notes that are selected. */
export type SelectionAction =
  | SelectionChange
  | { readonly kind: 'all' }
  | { readonly kind: 'copy' }
  | { readonly kind: 'cancel' };

/** An action of the bar. */
export class SelectionActionEvent extends Event {
  static readonly eventName = 'selection-action';
  readonly action: SelectionAction;

  constructor(action: SelectionAction) {
    super(SelectionActionEvent.eventName);
    this.action = action;
  }
}

/** The tags that every one of the annotations has. */
function commonTags(annotations: readonly Annotation[]): readonly string[] {
  const [first, ...others] = annotations;
  return (first?.tags ?? []).filter((tag) => others.every(({ tags }) => tags.includes(tag)));
}

/**
 * What can be done with several notes at once.
 *
 * @fires selection-action - The reader chose something.
 */
@customElement('readout-selection-bar')
export class SelectionBar extends LitElement {
  static override readonly styles = [
    controlStyles,
    colorStyles,
    css`
      :host {
        position: sticky;
        top: 0;
        z-index: 1;
        display: block;
        padding: 8px 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
        font-size: 13px;
      }

      [role='toolbar'] {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }

      .colors {
        display: flex;
        gap: 6px;
      }

      .colors .swatch {
        width: 20px;
        height: 20px;
      }

      readout-tag-field {
        margin-top: 8px;
      }
    `,
  ];

  @query('readout-tag-field') private readonly tagField!: TagField | null;
  @query('.tag') private readonly tagButton!: HTMLElement;

  @state() private isTagging = false;

  @property({ attribute: false }) selected: readonly Annotation[] = [];
  /** The tags in use, for completion. */
  @property({ attribute: false }) knownTags: readonly string[] = [];
  /** What the colours are called. */
  @property({ attribute: false }) labelOf: (color: Color) => string = (color) => color;

  private readonly handleTag = (): void => {
    this.isTagging = !this.isTagging;
    void this.updateComplete.then(() => this.tagField?.focus());
  };

  private readonly handleTagsChange = ({ tags }: TagsChangeEvent): void => {
    const before = commonTags(this.selected);
    const added = tags.filter((tag) => !before.includes(tag));
    const removed = before.filter((tag) => !tags.includes(tag));
    this.#act({ kind: 'tags', added, removed });
  };

  private readonly handleTagsLeave = (): void => {
    this.isTagging = false;
    this.tagButton.focus();
  };

  #act(action: SelectionAction): void {
    this.dispatchEvent(new SelectionActionEvent(action));
  }

  protected override render() {
    return html`<div role="toolbar" aria-label="Selected notes">
        <strong role="status">${this.selected.length} selected</strong>
        ${this.#renderAction('all', 'Select all shown')} ${this.#renderAction('cancel', 'Cancel')}
        ${swatches({
          label: 'Colour of the selected notes',
          labelOf: this.labelOf,
          isPressed: null,
          choose: (color) => this.#act({ kind: 'color', color }),
        })}
        <button class="button tag" aria-expanded=${this.isTagging} @click=${this.handleTag}>
          Tag…
        </button>
        ${this.#renderAction('copy', 'Copy')} ${this.#renderAction('remove', 'Delete')}
      </div>
      ${this.isTagging ? this.#renderTagField() : nothing}`;
  }

  #renderAction(kind: 'all' | 'copy' | 'remove' | 'cancel', label: string) {
    return html`<button class="button" @click=${() => this.#act({ kind })}>${label}</button>`;
  }

  #renderTagField() {
    return html`<readout-tag-field
      label="Tags of the selected notes"
      .tags=${commonTags(this.selected)}
      .known=${this.knownTags}
      @tags-change=${this.handleTagsChange}
      @tags-leave=${this.handleTagsLeave}
    ></readout-tag-field>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-selection-bar': SelectionBar;
  }
  interface HTMLElementEventMap {
    'selection-action': SelectionActionEvent;
  }
}
