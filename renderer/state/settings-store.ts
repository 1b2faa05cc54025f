import { atom, type ReadableAtom } from 'nanostores';
import type { PartPath } from '../../electron/shared/model/part.ts';
import {
  defaultSettings,
  keptPlaces,
  type Settings,
} from '../../electron/shared/model/settings.ts';
import type { DesktopApi } from '../desktop-api.ts';
import type { Store } from './store.ts';

/** The reader's choices; shown at once, stored by the main process. */
export class SettingsStore implements Store<Settings> {
  readonly #api: DesktopApi;
  readonly #state = atom<Settings>(defaultSettings);

  constructor(api: DesktopApi) {
    this.#api = api;
    api.onSettingsChanged((settings) => this.#state.set(settings));
  }

  get state(): ReadableAtom<Settings> {
    return this.#state;
  }

  async load(): Promise<void> {
    this.#state.set(await this.#api.readSettings({}));
  }

  async change(change: Partial<Settings>): Promise<void> {
    this.#state.set({ ...this.#state.get(), ...change });
    await this.#api.changeSettings(change);
  }

  /** Remembers which part of a briefing stands at the top of the reading view. */
  async rememberPlace(briefingId: string, part: PartPath): Promise<void> {
    const others = this.#state.get().places.filter((place) => place.briefingId !== briefingId);
    await this.change({ places: [...others, { briefingId, part }].slice(-keptPlaces) });
  }

  placeIn(briefingId: string): PartPath | null {
    return this.#state.get().places.find((place) => place.briefingId === briefingId)?.part ?? null;
  }
}
