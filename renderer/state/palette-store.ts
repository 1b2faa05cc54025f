import { atom, type ReadableAtom } from 'nanostores';
import type { LibraryRow } from '../../electron/shared/model/listing.ts';
import type { DesktopApi } from '../desktop-api.ts';
import type { Store } from './store.ts';

/** What the command palette can lead to; `key` names it among all others. */
export interface PaletteEntry {
  readonly key: string;
  readonly label: string;
  /** What stands behind the label: where a briefing is from, or how a view is meant. */
  readonly detail: string;
}

export interface PaletteState {
  readonly text: string;
  /** Briefings that the text finds, the most relevant first. */
  readonly briefings: readonly LibraryRow[];
  /** What was chosen before while the app runs, the last one first. */
  readonly recents: readonly PaletteEntry[];
}

const mostBriefings = 20;
const mostRecents = 8;

/** What the command palette finds among the briefings, and what was chosen in it. */
export class PaletteStore implements Store<PaletteState> {
  readonly #api: DesktopApi;
  readonly #state = atom<PaletteState>({ text: '', briefings: [], recents: [] });

  constructor(api: DesktopApi) {
    this.#api = api;
  }

  get state(): ReadableAtom<PaletteState> {
    return this.#state;
  }

  /** Looks for briefings; those found before stay until the answer. A later call overtakes. */
  async search(text: string): Promise<void> {
    const briefings = text.trim() === '' ? [] : this.#state.get().briefings;
    this.#state.set({ ...this.#state.get(), text, briefings });
    if (text.trim() === '') return;
    const filter = { view: '', text: text.slice(0, 1000), order: 'relevance' } as const;
    const found = await this.#api.queryBriefings({ filter, offset: 0, limit: mostBriefings });
    if (this.#state.get().text === text)
      this.#state.set({ ...this.#state.get(), briefings: found });
  }

  /** Puts an entry first among the recent ones. */
  remember(entry: PaletteEntry): void {
    const others = this.#state.get().recents.filter(({ key }) => key !== entry.key);
    const recents = [entry, ...others].slice(0, mostRecents);
    this.#state.set({ ...this.#state.get(), recents });
  }
}
