import { atom, type ReadableAtom } from 'nanostores';
import type { Store } from './store.ts';

/** What stands in the middle of the window: the open briefing, all notes, or the deleted ones. */
export type Screen = 'reading' | 'all-notes' | 'trash';

export interface ScreenState {
  readonly screen: Screen;
}

/** Which screen is shown. */
export class ScreenStore implements Store<ScreenState> {
  readonly #state = atom<ScreenState>({ screen: 'reading' });

  get state(): ReadableAtom<ScreenState> {
    return this.#state;
  }

  show(screen: Screen): void {
    if (this.#state.get().screen !== screen) this.#state.set({ screen });
  }
}
