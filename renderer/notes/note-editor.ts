import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.ts';
import '../ui/markdown-text.ts';

/** The words of a note, while they are written. */
export class NoteInputEvent extends Event {
  static readonly eventName = 'note-input';
  readonly note: string;

  constructor(note: string) {
    super(NoteInputEvent.eventName);
    this.note = note;
  }
}

/**
 * A field for a Markdown note that grows with its text, and shows on demand how it will look.
 *
 * @fires note-input - At every change.
 * @fires note-finish - The reader is done: Escape or Ctrl+Enter.
 */
@customElement('readout-note-editor')
export class NoteEditor extends LitElement {
  static override readonly styles = [
    controlStyles,
    css`
      textarea {
        display: block;
        width: 100%;
        min-height: 74px;
        max-height: 50vh;
        padding: 7px 9px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--paper);
        color: var(--ink);
        font: 14px/1.5 var(--sans);
        field-sizing: content;
        resize: vertical;
      }

      textarea[hidden] {
        display: none;
      }

      readout-markdown-text {
        display: block;
        min-height: 74px;
        padding: 7px 9px;
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius-small);
        font: 14px/1.5 var(--sans);
      }

      .button {
        min-height: 26px;
        margin-top: 5px;
        padding-block: 1px;
      }
    `,
  ];

  @query('textarea', true) private readonly field!: HTMLTextAreaElement;

  @state() private isPreview = false;

  @property() note = '';
  /** What the note is about, for screen readers. */
  @property() label = 'Note';

  override focus(): void {
    this.field.focus();
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  private readonly handleInput = (): void => {
    this.dispatchEvent(new NoteInputEvent(this.field.value));
  };

  private readonly handlePreview = async (): Promise<void> => {
    if (!this.isPreview) {
      this.isPreview = true;
      return;
    }
    this.isPreview = false;
    await this.updateComplete;
    this.field.focus();
  };

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const isDone =
      event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new Event('note-finish'));
  };

  protected override render() {
    return html`<div @keydown=${this.handleKeydown}>
      <textarea
        dir="auto"
        aria-label=${this.label}
        placeholder="Write in Markdown. It saves itself."
        ?hidden=${this.isPreview}
        .value=${this.note}
        @input=${this.handleInput}
      ></textarea>
      ${
        this.isPreview
          ? html`<readout-markdown-text .text=${this.note}></readout-markdown-text>`
          : nothing
      }
      <button
        class="button"
        aria-pressed=${this.isPreview}
        @click=${() => void this.handlePreview()}
      >
        Preview
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'readout-note-editor': NoteEditor;
  }
  interface HTMLElementEventMap {
    'note-input': NoteInputEvent;
  }
}
