import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.ts';
import { icon } from '../ui/icon.ts';
import { type CardTool, CardToolEvent } from './card-events.ts';

/**
 * The buttons at the foot of a card.
 *
 * @fires card-tool - The reader pressed one.
 */
@customElement('readout-card-tools')
export class CardTools extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      :host {
        display: flex;
      }

      .button {
        min-height: 28px;
      }
    `,
  ];

  /** Where the annotation stands: `Overview, bullet 2`. */
  @property() place = '';
  @property({ type: Boolean }) hasNote = false;
  @property({ type: Boolean }) editing = false;

  #press(tool: CardTool): void {
    this.dispatchEvent(new CardToolEvent(tool));
  }

  protected override render() {
    return html`${this.#renderEdit()}
    ${this.#renderTool('tag', 'Tags', `Tags of the note on ${this.place}`, icon('tag', 14))}
    ${this.#renderTool(
      'history',
      'Earlier versions',
      `Earlier versions of the note on ${this.place}`,
      icon('history', 14),
    )}
    ${this.#renderTool(
      'remove',
      'Delete (undo with Ctrl+Z)',
      `Delete the note on ${this.place}`,
      icon('trash', 14),
    )}`;
  }

  /** One button for both, so that the focus is still on it when the other is shown. */
  #renderEdit() {
    const name = this.hasNote ? 'Edit the note' : 'Write a note';
    return html`<button
      class="button quiet ${this.editing ? '' : 'icon'}"
      aria-label=${this.editing ? nothing : name}
      title=${this.editing ? nothing : 'Edit'}
      @click=${() => this.#press(this.editing ? 'finish' : 'edit')}
    >
      ${this.editing ? 'Done' : icon('pencil', 14)}
    </button>`;
  }

  #renderTool(tool: CardTool, title: string, name: string, picture: unknown) {
    return html`<button
      class="button quiet icon"
      aria-label=${name}
      title=${title}
      @click=${() => this.#press(tool)}
    >
      ${picture}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-card-tools': CardTools;
  }
}
