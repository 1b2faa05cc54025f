import type { NoteRow } from '../../electron/shared/model/note-list.ts';

/** Asks to open a briefing and to bring one of its notes into view. */
export class NoteRowOpenEvent extends Event {
  static readonly eventName = 'note-row-open';
  readonly briefingId: string;
  readonly annotationId: string;

  constructor(briefingId: string, annotationId: string) {
    super(NoteRowOpenEvent.eventName, { bubbles: true, composed: true });
    this.briefingId = briefingId;
    this.annotationId = annotationId;
  }
}

/** Asks to show a note by itself, because its briefing is not in the library any more. */
export class NoteRowShowEvent extends Event {
  static readonly eventName = 'note-row-show';
  readonly row: NoteRow;

  constructor(row: NoteRow) {
    super(NoteRowShowEvent.eventName);
    this.row = row;
  }
}

declare global {
  interface HTMLElementEventMap {
    'note-row-open': NoteRowOpenEvent;
    'note-row-show': NoteRowShowEvent;
  }
}
