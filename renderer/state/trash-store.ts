import { atom, type ReadableAtom } from 'nanostores';
import type { Trashed } from '../../electron/shared/model/note-list.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { type Result, success } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { RowPages } from './row-pages.ts';
import type { Store } from './store.ts';

/** The trash, the newest first. Items are held by their position. */
export interface TrashState {
  /** `null` until the first answer. */
  readonly total: number | null;
  /** The items that were asked for last. */
  readonly items: ReadonlyMap<number, Trashed>;
}

/** What was deleted and can come back; items are fetched by pages as they come into view. */
export class TrashStore implements Store<TrashState> {
  readonly #api: DesktopApi;
  readonly #state = atom<TrashState>({ total: null, items: new Map() });
  /** Those of the list that is shown, and those of the one asked for last. */
  #pages = this.#newPages();
  #latest = this.#pages;
  /** The positions that were in view last. */
  #shown = { first: 0, last: 0 };

  constructor(api: DesktopApi) {
    this.#api = api;
    api.onNotesChanged(() => {
      if (this.#state.lc > 0) void this.refresh();
    });
  }

  get state(): ReadableAtom<TrashState> {
    return this.#state;
  }

  /** Asks for everything anew; what is shown stays until the new list is there. */
  async refresh(): Promise<void> {
    const pages = this.#newPages();
    this.#latest = pages;
    const [{ total }] = await Promise.all([
      this.#api.listTrash({ offset: 0, limit: 1 }),
      pages.ensure(this.#shown.first, this.#shown.last),
    ]);
    if (pages !== this.#latest) return;
    this.#pages = pages;
    this.#state.set({ total, items: pages.rows });
  }

  /** Makes sure that the items from `first` to `last` (positions, inclusive) are there. */
  async ensureItems(first: number, last: number): Promise<void> {
    const pages = this.#pages;
    this.#shown = { first, last };
    await pages.ensure(first, last);
    if (pages !== this.#pages || pages.rows === this.#state.get().items) return;
    this.#state.set({ ...this.#state.get(), items: pages.rows });
  }

  /** The item at a position, fetched if need be; `undefined` outside of the list. */
  async itemAt(position: number): Promise<Trashed | undefined> {
    const pages = this.#pages;
    if (position < 0 || position >= (this.#state.get().total ?? 0)) return undefined;
    await pages.ensure(position, position);
    return pages.rows.get(position);
  }

  /** Brings annotations back, as one step of undo. */
  async restore(ids: readonly string[]): Promise<Result<null, Problem>> {
    if (ids.length === 0) return success(null);
    const result = await this.#api.restoreAnnotations({ ids });
    if (result.ok) await this.refresh();
    return result;
  }

  #newPages(): RowPages<Trashed> {
    return new RowPages(async (page) => (await this.#api.listTrash(page)).items);
  }
}
