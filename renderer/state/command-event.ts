import type { Command } from '../../electron/shared/model/command.ts';

/** Asks the app for one of its commands; bubbles out of shadow roots up to the app shell. */
export class CommandEvent extends Event {
  static readonly eventName = 'readout-command';
  readonly command: Command;

  constructor(command: Command) {
    super(CommandEvent.eventName, { bubbles: true, composed: true });
    this.command = command;
  }
}

declare global {
  interface HTMLElementEventMap {
    'readout-command': CommandEvent;
  }
}
