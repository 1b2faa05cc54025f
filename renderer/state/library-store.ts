import { atom, type ReadableAtom } from 'nanostores';
import type { In, Out } from '../../electron/shared/ipc.ts';
import type {
  BriefingChanges,
  LibraryFilter,
  LibraryOutline,
  LibraryRow,
  LibraryStatus,
} from '../../electron/shared/model/listing.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { isAboutMarks } from './about-query.ts';
import { Pace, scanPace } from './pace.ts';
import { RowPages } from './row-pages.ts';
import type { Standing, StandingDesk } from './standing-desk.ts';
import type { Store } from './store.ts';

/**
 * How many rows the list asks for at once: more than a screen shows, few enough to be there before
 * the next letter is typed, though a search finds excerpts for each of them.
 */
export const libraryRowsPerPage = 40;

/** The list on the left. Rows are held by their position in the filtered list. */
export interface LibraryState {
  readonly filter: LibraryFilter;
  /** The filter that the outline and the rows are of. */
  readonly shownFilter: LibraryFilter;
  /** `null` until the first answer. */
  readonly outline: LibraryOutline | null;
  /** The outline and the rows are of an earlier filter; those of this one are on their way. */
  readonly isStale: boolean;
  /** The rows that were asked for last. */
  readonly rows: ReadonlyMap<number, LibraryRow>;
  readonly status: LibraryStatus | null;
}

/** All briefings, the newest first. */
export const wholeLibrary: LibraryFilter = { view: '', text: '', order: 'newest' };

interface Place {
  readonly id: string;
  readonly position: number;
}

/** The briefings of the library, filtered; rows are fetched by pages as they come into view. */
export class LibraryStore implements Store<LibraryState> {
  readonly #api: DesktopApi;
  readonly #state = atom<LibraryState>({
    filter: wholeLibrary,
    shownFilter: wholeLibrary,
    outline: null,
    isStale: true,
    rows: new Map(),
    status: null,
  });
  /** Those of the list that is shown, and those of the one asked for last. */
  #pages = this.#newPages(wholeLibrary);
  #latest = this.#pages;
  /** The positions that were in view last. */
  #shown = { first: 0, last: 0 };
  /** Where the briefing that was looked for last stood: it may leave the list by being read. */
  #lastPlace: Place | null = null;
  readonly #pace = new Pace(() => this.#refreshList());

  /** `desk` tells what the reader did with briefings, which the rows follow at once. */
  constructor(api: DesktopApi, desk?: StandingDesk) {
    this.#api = api;
    desk?.onChanged((standing) => this.#apply(standing));
    api.onLibraryChanged((status) => {
      this.#patch({ status });
      void this.#pace.follow(scanPace(status, 500));
    });
    api.onBriefingsChanged(({ moved }) => this.#rename(moved));
    api.onNotesChanged(() => {
      if (isAboutMarks(this.#state.get().filter)) void this.#pace.follow(0);
    });
  }

  get state(): ReadableAtom<LibraryState> {
    return this.#state;
  }

  /** Asks for status and list anew; the rows shown stay until the new ones are there. */
  async refresh(): Promise<void> {
    const [status] = await Promise.all([this.#api.libraryStatus({}), this.#refreshList()]);
    this.#patch({ status });
  }

  /** Changes the filter; what is not named stays as it is. */
  async setFilter(change: Partial<LibraryFilter>): Promise<void> {
    const filter = { ...this.#state.get().filter, ...change };
    this.#shown = { first: 0, last: 0 };
    this.#patch({ filter, isStale: true });
    await this.#refreshList();
  }

  /** Makes sure that the rows from `first` to `last` (positions, inclusive) are there. */
  async ensureRows(first: number, last: number): Promise<void> {
    const pages = this.#pages;
    this.#shown = { first, last };
    await this.#ensure(pages, first, last);
  }

  /** The row at a position, fetched if need be; `undefined` outside of the list. */
  async rowAt(position: number): Promise<LibraryRow | undefined> {
    const pages = this.#pages;
    const total = this.#state.get().outline?.total ?? 0;
    if (position < 0 || position >= total) return undefined;
    await this.#ensure(pages, position, position);
    return pages.rows.get(position);
  }

  /**
   * The row `step` rows from a briefing, or the nearest there is; the first one from nowhere. From
   * a briefing that has left the list, it counts from where that one stood.
   */
  async rowNear(id: string | null, step: number): Promise<LibraryRow | undefined> {
    const position = id === null ? undefined : await this.locate(id);
    const last = (this.#state.get().outline?.total ?? 0) - 1;
    const within = (target: number): number => Math.min(Math.max(target, 0), last);
    if (position !== undefined) return this.rowAt(within(position + step));
    const left = this.#lastPlace?.id === id ? this.#lastPlace : null;
    if (left === null) return this.rowAt(within(0));
    return this.rowAt(within(left.position + (step > 0 ? step - 1 : step)));
  }

  /** The position of a briefing among the rows fetched so far. */
  positionOf(id: string): number | undefined {
    for (const [position, row] of this.#state.get().rows) if (row.id === id) return position;
    return undefined;
  }

  /** The position of a briefing in the filtered list, however far down; `undefined` if not in it. */
  async locate(id: string): Promise<number | undefined> {
    const position = await this.positionIn(id, this.#state.get().filter);
    if (position !== undefined) this.#lastPlace = { id, position };
    return position;
  }

  /** The position of a briefing in the list of a filter; `undefined` if it is not in it. */
  async positionIn(id: string, filter: LibraryFilter): Promise<number | undefined> {
    return this.positionOf(id) ?? (await this.#api.locateBriefing({ filter, id })) ?? undefined;
  }

  /** Looks through the folders again, or goes on with a scan that was stopped. */
  async rescan(): Promise<void> {
    await this.#api.rescanLibrary({});
  }

  /** Stops a scan; what was read stays. */
  async stopScan(): Promise<void> {
    await this.#api.stopScan({});
  }

  /** Asks the reader for folders and adds them. */
  addRoots(): Promise<Out<'addRoots'>> {
    return this.#api.addRoots({});
  }

  /** Takes a folder off the library; its files and the notes on them stay. */
  removeRoot(id: string): Promise<Out<'removeRoot'>> {
    return this.#api.removeRoot({ id });
  }

  /** Changes which files of a folder are read. */
  changeRoot(change: In<'changeRoot'>): Promise<Out<'changeRoot'>> {
    return this.#api.changeRoot(change);
  }

  async #refreshList(): Promise<void> {
    const { filter } = this.#state.get();
    const pages = this.#newPages(filter);
    this.#latest = pages;
    const { first, last } = this.#shown;
    const [outline] = await Promise.all([
      this.#api.outlineLibrary(filter),
      pages.ensure(first, last),
    ]);
    const end = outline.total - 1;
    if (end >= 0 && first > end) await pages.ensure(end, end);
    if (pages !== this.#latest) return;
    this.#pages = pages;
    this.#patch({ outline, rows: pages.rows, shownFilter: filter, isStale: false });
  }

  async #ensure(pages: RowPages<LibraryRow>, first: number, last: number): Promise<void> {
    await pages.ensure(first, last);
    if (pages !== this.#pages || pages.rows === this.#state.get().rows) return;
    this.#patch({ rows: pages.rows });
  }

  /** Rows follow at once what the reader does, and stay until the list is asked for anew. */
  #apply({ ids, ...change }: Standing): void {
    this.#pages.change((row) => (ids.includes(row.id) ? { ...row, ...change } : row));
    this.#patch({ rows: this.#pages.rows });
  }

  /** Rows go by the new ids of their briefings at once: the old ones lead nowhere. */
  #rename(moved: BriefingChanges['moved']): void {
    if (moved.length === 0) return;
    const ids = new Map(moved.map(({ from, to }) => [from, to]));
    this.#pages.change((row) => ({ ...row, id: ids.get(row.id) ?? row.id }));
    this.#patch({ rows: this.#pages.rows });
  }

  #newPages(filter: LibraryFilter): RowPages<LibraryRow> {
    return new RowPages(
      (page) => this.#api.queryBriefings({ filter, ...page }),
      libraryRowsPerPage,
    );
  }

  #patch(change: Partial<LibraryState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }
}
