import type { Trashed } from '../../electron/shared/model/note-list.ts';

/** Tells which annotations in the trash a restore would bring back. */
export class TrashSelectEvent extends Event {
  static readonly eventName = 'trash-select';
  readonly chosen: readonly Trashed[];

  constructor(chosen: readonly Trashed[]) {
    super(TrashSelectEvent.eventName);
    this.chosen = chosen;
  }
}

/** Asks to bring annotations back from the trash. */
export class TrashRestoreEvent extends Event {
  static readonly eventName = 'trash-restore';
  readonly chosen: readonly Trashed[];

  constructor(chosen: readonly Trashed[]) {
    super(TrashRestoreEvent.eventName);
    this.chosen = chosen;
  }
}

declare global {
  interface HTMLElementEventMap {
    'trash-select': TrashSelectEvent;
    'trash-restore': TrashRestoreEvent;
  }
}
