import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controlStyles } from '../styles/controls.ts';

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
 * A field for a Markdown note that grows with its text.
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
    `,
  ];

  @query('textarea', true) private readonly field!: HTMLTextAreaElement;

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

  private readonly handleKeydown = (event: KeyboardEvent): void => {
    const isDone =
      event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!isDone) return;
    event.preventDefault();
    event.stopPropagation();
    this.dispatchEvent(new Event('note-finish'));
  };

  protected override render() {
    return html`<textarea
      dir="auto"
      aria-label=${this.label}
      placeholder="Write in Markdown. It saves itself."
      .value=${this.note}
      @input=${this.handleInput}
      @keydown=${this.handleKeydown}
    ></textarea>`;
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
