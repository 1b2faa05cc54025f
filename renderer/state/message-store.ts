import { atom, type ReadableAtom } from 'nanostores';
import type { Store } from './store.ts';

/** A short message about what just happened, with something that can be done about it. */
export interface Message {
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** How long a message stays, in milliseconds; one with an action stays longer. */
const stay = { plain: 5_000, withAction: 12_000 } as const;

/** The message at the foot of the window, one at a time. */
export class MessageStore implements Store<Message | null> {
  readonly #state = atom<Message | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get state(): ReadableAtom<Message | null> {
    return this.#state;
  }

  show(text: string, action: Message['action'] = null): void {
    clearTimeout(this.#timer);
    this.#state.set({ text, action });
    this.#timer = setTimeout(() => this.dismiss(), action === null ? stay.plain : stay.withAction);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#state.set(null);
  }
}
