import { atom, type ReadableAtom } from 'nanostores';
import type { OpenedBriefing, Picture } from '../../electron/shared/model/listing.ts';
import { partsOf, type PartPath } from '../../electron/shared/model/part.ts';
import { failure } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import type { Store } from './store.ts';

/** The briefing in the middle. */
export type ReaderState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: string }
  | {
      readonly kind: 'open';
      readonly id: string;
      readonly opened: OpenedBriefing;
      /** The part that commands such as bookmark and note are about; `null` for the briefing. */
      readonly part: PartPath | null;
    }
  | { readonly kind: 'failed'; readonly id: string; readonly message: string };

/** Opens briefings, one at a time. */
export class ReaderStore implements Store<ReaderState> {
  readonly #api: DesktopApi;
  readonly #state = atom<ReaderState>({ kind: 'none' });

  constructor(api: DesktopApi) {
    this.#api = api;
  }

  get state(): ReadableAtom<ReaderState> {
    return this.#state;
  }

  /** The id of the briefing that is shown or on its way. */
  get id(): string | null {
    const state = this.#state.get();
    return state.kind === 'none' ? null : state.id;
  }

  /** Opens a briefing; a later call overtakes an earlier one. */
  async open(id: string): Promise<void> {
    const before = this.#state.get();
    if (before.kind !== 'open' || before.id !== id) this.#state.set({ kind: 'loading', id });
    const result = await this.#api
      .openBriefing({ id })
      .catch((error: unknown) => failure({ kind: 'unreadable', message: String(error) }));
    if (this.id !== id) return;
    if (!result.ok) {
      this.#state.set({ kind: 'failed', id, message: result.problem.message });
      return;
    }
    this.#state.set({ kind: 'open', id, opened: result.value, part: null });
  }

  /** Shows no briefing. */
  close(): void {
    this.#state.set({ kind: 'none' });
  }

  /** Makes a part the one that commands are about. */
  focusPart(part: PartPath | null): void {
    const state = this.#state.get();
    if (state.kind === 'open' && state.part !== part) this.#state.set({ ...state, part });
  }

  /** The part `step` parts after the focused one (before it, if negative), in reading order. */
  neighbour(step: 1 | -1): PartPath | null {
    const state = this.#state.get();
    if (state.kind !== 'open') return null;
    const parts = partsOf(state.opened.briefing);
    const index = parts.findIndex((part) => part.path === state.part);
    const next = index === -1 ? 0 : Math.min(Math.max(index + step, 0), parts.length - 1);
    return parts[next]?.path ?? null;
  }

  /** The local picture of a figure, or `null` where it cannot be had. */
  async picture(briefingId: string, figure: number): Promise<Picture | null> {
    const result = await this.#api.readPicture({ briefingId, figure });
    return result.ok ? result.value : null;
  }
}
