import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { LibraryStatus, ViewCounts } from '../../electron/shared/model/listing.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { Pace, scanPace } from './pace.ts';
import type { SettingsStore } from './settings-store.ts';
import type { StandingDesk } from './standing-desk.ts';
import type { Store } from './store.ts';

export interface ViewCountsState {
  /** `null` until the first answer. */
  readonly counts: ViewCounts | null;
  /** How many rows the saved searches have, by their query; those not counted yet are missing. */
  readonly saved: ReadonlyMap<string, number>;
}

/** More saved searches than this are not counted: each of them is a question of its own. */
export const countedSearches = 20;

/** How many rows each view has, asked for anew after changes while somebody looks at them. */
export class ViewCountsStore implements Store<ViewCountsState> {
  readonly #api: DesktopApi;
  readonly #settings: SettingsStore;
  readonly #state = atom<ViewCountsState>({ counts: null, saved: new Map() });
  readonly #pace = new Pace(() => this.#ask());
  #isOutdated = true;
  #isScanning = false;
  #hasBegun = false;

  constructor(api: DesktopApi, settings: SettingsStore, desk: StandingDesk) {
    this.#api = api;
    this.#settings = settings;
    onMount(this.#state, () => {
      if (this.#isOutdated && this.#hasBegun) void this.#pace.follow(0);
    });
    desk.onChanged(() => this.#follow(0));
    api.onNotesChanged(() => this.#follow(0));
    api.onLibraryChanged((status) => this.#followLibrary(status));
    settings.state.listen((now, before) => {
      // They come from another process, as copies.
      const isSame = JSON.stringify(now.savedSearches) === JSON.stringify(before?.savedSearches);
      if (!isSame) this.#follow(0);
    });
  }

  get state(): ReadableAtom<ViewCountsState> {
    return this.#state;
  }

  /** Lets the store ask: at the start, what the reader wants to read comes first. */
  begin(): void {
    this.#hasBegun = true;
    if (this.#isOutdated) this.#follow(0);
  }

  #followLibrary(status: LibraryStatus): void {
    const rest = scanPace(status, 1000);
    this.#isScanning = rest > 0;
    this.#follow(rest);
  }

  #follow(rest: number): void {
    this.#isOutdated = true;
    if (this.#hasBegun && this.#state.lc > 0) void this.#pace.follow(rest);
  }

  async #ask(): Promise<void> {
    this.#isOutdated = false;
    const counts = await this.#api.countViews({});
    this.#state.set({ ...this.#state.get(), counts });
    if (!this.#isScanning) await this.#countSaved();
  }

  /** One after the other, so that what else is asked for does not wait for all of them. */
  async #countSaved(): Promise<void> {
    const { savedSearches } = this.#settings.state.get();
    const saved = new Map<string, number>();
    for (const { query } of savedSearches.slice(0, countedSearches)) {
      const filter = { view: query, text: '', order: 'newest' } as const;
      saved.set(query, (await this.#api.outlineLibrary(filter)).total);
    }
    if (saved.size > 0 || this.#state.get().saved.size > 0) {
      this.#state.set({ ...this.#state.get(), saved });
    }
  }
}
