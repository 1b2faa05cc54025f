import { atom, type ReadableAtom } from 'nanostores';
import type {
  BriefingChanges,
  OpenedBriefing,
  Picture,
  Reading,
} from '../../electron/shared/model/listing.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { partsOf, type PartPath } from '../../electron/shared/model/part.ts';
import { failure, type Result } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import type { OpenReader, ReaderState } from './reader-state.ts';
import { reread } from './reread.ts';
import type { Store } from './store.ts';

export type { ReaderState };

/** Opens briefings, one at a time, and follows what becomes of the file of the open one. */
export class ReaderStore implements Store<ReaderState> {
  readonly #api: DesktopApi;
  readonly #state = atom<ReaderState>({ kind: 'none' });
  /** Counts what was asked for, so that a late answer to an old question is dropped. */
  #asked = 0;
  #visit = 0;
  /** The visit in which the reader said how far they are: nothing else says so then. */
  #saidIn: number | null = null;

  constructor(api: DesktopApi) {
    this.#api = api;
    api.onBriefingsChanged((changes) => this.#follow(changes));
  }

  get state(): ReadableAtom<ReaderState> {
    return this.#state;
  }

  /** The id of the briefing that is shown or on its way. */
  get id(): string | null {
    const state = this.#state.get();
    return state.kind === 'none' ? null : state.id;
  }

  /** Opens a briefing; a later call overtakes an earlier one. The open one is read anew. */
  async open(id: string): Promise<void> {
    const before = this.#state.get();
    const isOpen = before.kind === 'open' && before.id === id;
    if (!isOpen) this.#state.set({ kind: 'loading', id });
    const result = await this.#ask(id);
    if (result === null) return;
    if (!result.ok) {
      this.#state.set({ kind: 'failed', id, message: result.problem.message });
      return;
    }
    this.#visit += 1;
    this.#show(id, result.value);
  }

  /** Shows no briefing. */
  close(): void {
    this.#asked += 1;
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

  /** Marks the open briefing as read, or as unread if it is read. */
  toggleRead(): void {
    const state = this.#state.get();
    if (state.kind !== 'open') return;
    this.#saidIn = state.visit;
    this.#setReading(state, state.opened.reading === 'read' ? 'unread' : 'read');
  }

  /** The end of the open briefing was seen: it is read, unless the reader just said otherwise. */
  reachEnd(): void {
    const state = this.#state.get();
    if (state.kind !== 'open' || state.opened.reading === 'read') return;
    if (this.#saidIn !== state.visit) this.#setReading(state, 'read');
  }

  /** Pins the open briefing, or takes the pin off it. */
  togglePinned(): void {
    const state = this.#state.get();
    if (state.kind !== 'open') return;
    const isPinned = !state.opened.isPinned;
    this.#patch({ isPinned });
    void this.#api.setPinned({ ids: [state.id], isPinned });
  }

  /** Takes the version that is shown as the one that was read. */
  keepVersion(): void {
    const state = this.#state.get();
    if (state.kind !== 'open') return;
    this.#patch({ lastRead: null });
    void this.#api.keepVersion({ id: state.id });
  }

  #setReading({ id }: OpenReader, reading: Reading): void {
    this.#patch({ reading });
    void this.#api.setReading({ ids: [id], reading });
  }

  #show(id: string, opened: OpenedBriefing): void {
    const state: OpenReader = {
      kind: 'open',
      id,
      opened,
      part: null,
      visit: this.#visit,
      gone: null,
    };
    this.#state.set(state);
    if (opened.reading === 'unread') this.#setReading(state, 'reading');
  }

  /** Reads the file of a briefing; `null` where something else was asked for meanwhile. */
  async #ask(id: string): Promise<Result<OpenedBriefing, Problem> | null> {
    this.#asked += 1;
    const asked = this.#asked;
    const result = await this.#api
      .openBriefing({ id })
      .catch((error: unknown) => failure({ kind: 'unreadable', message: String(error) } as const));
    return asked === this.#asked ? result : null;
  }

  #follow({ changed, moved }: BriefingChanges): void {
    const { id } = this;
    if (id === null) return;
    const now = moved.find(({ from }) => from === id)?.to ?? id;
    if (now === id && !changed.includes(id)) return;
    const state = this.#state.get();
    if (state.kind !== 'open') {
      void this.open(now);
      return;
    }
    const listing = { ...state.opened.listing, id: now };
    this.#state.set({ ...state, id: now, opened: { ...state.opened, listing } });
    void this.#reread(now);
  }

  /** Shows what the file of the open briefing says now; a file that is gone leaves its text. */
  async #reread(id: string): Promise<void> {
    const result = await this.#ask(id);
    const state = this.#state.get();
    if (result === null || state.kind !== 'open') return;
    this.#state.set(
      result.ok
        ? reread(state, result.value, Date.now())
        : { ...state, gone: result.problem.message },
    );
  }

  #patch(change: Partial<OpenedBriefing>): void {
    const state = this.#state.get();
    if (state.kind === 'open') {
      this.#state.set({ ...state, opened: { ...state.opened, ...change } });
    }
  }
}
