import { atom, type ReadableAtom } from 'nanostores';
import { largestPage } from '../../electron/shared/ipc.ts';
import type {
  LibraryFilter,
  LibraryOutline,
  LibraryStatus,
  Listing,
} from '../../electron/shared/model/listing.ts';
import type { DesktopApi } from '../desktop-api.ts';
import type { Store } from './store.ts';

/** The list on the left. Rows are held by their position in the filtered list. */
export interface LibraryState {
  readonly filter: LibraryFilter;
  /** `null` until the first answer. */
  readonly outline: LibraryOutline | null;
  /** The outline and the rows are of an earlier filter; those of this one are on their way. */
  readonly isStale: boolean;
  /** The rows that have been asked for so far. */
  readonly rows: ReadonlyMap<number, Listing>;
  readonly status: LibraryStatus | null;
}

const rowsPerPage = Math.min(100, largestPage);

/** The briefings of the library, filtered; rows are fetched by pages as they come into view. */
export class LibraryStore implements Store<LibraryState> {
  readonly #api: DesktopApi;
  readonly #state = atom<LibraryState>({
    filter: { text: '', view: 'all' },
    outline: null,
    isStale: true,
    rows: new Map(),
    status: null,
  });
  /** Counts the lists asked for, so that a late answer to an old question is dropped. */
  #generation = 0;
  #requestedPages = new Map<number, Promise<void>>();

  constructor(api: DesktopApi) {
    this.#api = api;
    api.onLibraryChanged((status) => {
      this.#state.set({ ...this.#state.get(), status });
      void this.refresh();
    });
    api.onNotesChanged(() => {
      if (this.#state.get().filter.view !== 'all') void this.refresh();
    });
  }

  get state(): ReadableAtom<LibraryState> {
    return this.#state;
  }

  /** Asks for status and list anew; the rows shown stay until the new ones are there. */
  async refresh(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const { filter } = this.#state.get();
    const [status, outline, firstRows] = await Promise.all([
      this.#api.libraryStatus({}),
      this.#api.outlineLibrary(filter),
      this.#api.queryBriefings({ filter, offset: 0, limit: rowsPerPage }),
    ]);
    if (generation !== this.#generation) return;
    this.#requestedPages = new Map([[0, Promise.resolve()]]);
    const rows = new Map(firstRows.map((row, index) => [index, row]));
    this.#state.set({ ...this.#state.get(), status, outline, rows, isStale: false });
  }

  /** Changes the filter; what is not named stays as it is. */
  async setFilter(change: Partial<LibraryFilter>): Promise<void> {
    const filter = { ...this.#state.get().filter, ...change };
    this.#state.set({ ...this.#state.get(), filter, isStale: true });
    await this.refresh();
  }

  /** Makes sure that the rows from `first` to `last` (positions, inclusive) are there. */
  async ensureRows(first: number, last: number): Promise<void> {
    const pages: Promise<void>[] = [];
    for (
      let page = Math.floor(first / rowsPerPage);
      page <= Math.floor(last / rowsPerPage);
      page += 1
    ) {
      pages.push(this.#requestPage(page));
    }
    await Promise.all(pages);
  }

  /** The row at a position, fetched if need be; `undefined` outside of the list. */
  async rowAt(position: number): Promise<Listing | undefined> {
    const total = this.#state.get().outline?.total ?? 0;
    if (position < 0 || position >= total) return undefined;
    await this.ensureRows(position, position);
    return this.#state.get().rows.get(position);
  }

  /** The row `step` rows from a briefing, or the nearest there is; the first one from nowhere. */
  async rowNear(id: string | null, step: number): Promise<Listing | undefined> {
    const position = id === null ? undefined : await this.locate(id);
    const last = (this.#state.get().outline?.total ?? 0) - 1;
    const target = position === undefined ? 0 : Math.min(Math.max(position + step, 0), last);
    return this.rowAt(target);
  }

  /** The position of a briefing among the rows fetched so far. */
  positionOf(id: string): number | undefined {
    for (const [position, row] of this.#state.get().rows) if (row.id === id) return position;
    return undefined;
  }

  /** The position of a briefing in the filtered list, however far down; `undefined` if not in it. */
  async locate(id: string): Promise<number | undefined> {
    const { filter } = this.#state.get();
    return this.positionOf(id) ?? (await this.#api.locateBriefing({ filter, id })) ?? undefined;
  }

  /** Looks through the folders again. */
  async rescan(): Promise<void> {
    await this.#api.rescanLibrary({});
  }

  #requestPage(page: number): Promise<void> {
    const known = this.#requestedPages.get(page);
    if (known !== undefined) return known;
    const request = this.#fetchPage(page);
    this.#requestedPages.set(page, request);
    return request;
  }

  async #fetchPage(page: number): Promise<void> {
    const generation = this.#generation;
    const { filter } = this.#state.get();
    const offset = page * rowsPerPage;
    const fetched = await this.#api.queryBriefings({ filter, offset, limit: rowsPerPage });
    if (generation !== this.#generation) return;
    const rows = new Map(this.#state.get().rows);
    fetched.forEach((row, index) => rows.set(offset + index, row));
    this.#state.set({ ...this.#state.get(), rows });
  }
}
