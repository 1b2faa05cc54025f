/** What was chosen in the palette. */
export type PaletteChoice =
  | { readonly kind: 'command'; readonly value: string }
  | { readonly kind: 'view'; readonly value: string }
  | { readonly kind: 'briefing'; readonly value: string };

/** Asks to do what was chosen in the palette. */
export class PaletteChooseEvent extends Event {
  static readonly eventName = 'palette-choose';
  readonly choice: PaletteChoice;

  constructor(choice: PaletteChoice) {
    super(PaletteChooseEvent.eventName, { bubbles: true, composed: true });
    this.choice = choice;
  }
}

declare global {
  interface HTMLElementEventMap {
    'palette-choose': PaletteChooseEvent;
  }
}
