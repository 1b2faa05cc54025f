import { atom, type ReadableAtom } from 'nanostores';
import type { Out } from '../../electron/shared/ipc.ts';
import type {
  NoteOutline,
  NoteQuery,
  NoteRow,
  TagCount,
} from '../../electron/shared/model/note-list.ts';
import { isWithinTag } from '../../electron/shared/model/tag.ts';
import type { DesktopApi } from '../desktop-api.ts';
import { RowPages } from './row-pages.ts';
import type { Store } from './store.ts';

/** The list of all notes. Rows are held by their position in it. */
export interface NoteListState {
  readonly query: NoteQuery;
  /** `null` until the first answer. */
  readonly outline: NoteOutline | null;
  /** The outline and the rows are of an earlier query; those of this one are on their way. */
  readonly isStale: boolean;
  /** The rows that were asked for last. */
  readonly rows: ReadonlyMap<number, NoteRow>;
  /** Every tag in use. */
  readonly tags: readonly TagCount[];
  /** The position of the row that the reader is at, kept while the list is out of sight. */
  readonly current: number | null;
}

/** Shows everything, by briefing. */
export const wholeList: NoteQuery = { words: '', colors: [], tags: [], group: 'briefing' };

/** The notes on all briefings, filtered and grouped; rows are fetched as they come into view. */
export class NoteListStore implements Store<NoteListState> {
  readonly #api: DesktopApi;
  readonly #state = atom<NoteListState>({
    query: wholeList,
    outline: null,
    isStale: true,
    rows: new Map(),
    tags: [],
    current: null,
  });
  /** Those of the list that is shown, and those of the one asked for last. */
  #pages = this.#newPages(wholeList);
  #latest = this.#pages;
  /** The positions that were in view last. */
  #shown = { first: 0, last: 0 };
  #isFollowing = false;
  #isOutdated = false;

  constructor(api: DesktopApi) {
    this.#api = api;
    api.onNotesChanged(() => void this.#follow());
    api.onLibraryChanged(() => void this.#follow());
  }

  get state(): ReadableAtom<NoteListState> {
    return this.#state;
  }

  /** Asks for everything anew; what is shown stays until the new list is there. */
  async refresh(): Promise<void> {
    const { query } = this.#state.get();
    const pages = this.#newPages(query);
    this.#latest = pages;
    const [outline, tags] = await Promise.all([
      this.#api.outlineNotes(query),
      this.#api.listTags({}),
      pages.ensure(this.#shown.first, this.#shown.last),
    ]);
    if (pages !== this.#latest) return;
    const { rows } = pages;
    const current = this.#currentIn(rows, outline.total);
    this.#pages = pages;
    this.#patch({ outline, tags, rows, current, isStale: false });
  }

  /** Changes the query; what is not named stays as it is. */
  async setQuery(change: Partial<NoteQuery>): Promise<void> {
    const query = { ...this.#state.get().query, ...change };
    this.#shown = { first: 0, last: 0 };
    this.#patch({ query, isStale: true, current: null });
    await this.refresh();
  }

  /** Makes sure that the rows from `first` to `last` (positions, inclusive) are there. */
  async ensureRows(first: number, last: number): Promise<void> {
    const pages = this.#pages;
    this.#shown = { first, last };
    await pages.ensure(first, last);
    if (pages !== this.#pages || pages.rows === this.#state.get().rows) return;
    this.#patch({ rows: pages.rows });
  }

  /** The row at a position, fetched if need be; `undefined` outside of the list. */
  async rowAt(position: number): Promise<NoteRow | undefined> {
    const pages = this.#pages;
    const total = this.#state.get().outline?.total ?? 0;
    if (position < 0 || position >= total) return undefined;
    await pages.ensure(position, position);
    return pages.rows.get(position);
  }

  /** Brings the reader to the row at a position, or to the nearest there is. */
  moveTo(position: number): void {
    const last = (this.#state.get().outline?.total ?? 0) - 1;
    this.#patch({ current: last < 0 ? null : Math.min(Math.max(position, 0), last) });
  }

  /** Renames a tag and those inside of it, in the query too; into one that is there: merges. */
  async renameTag(from: string, to: string): Promise<Out<'renameTag'>> {
    const result = await this.#api.renameTag({ from, to });
    if (result.ok) {
      await this.#changeTags((tag) =>
        isWithinTag(tag, from) ? [`${to}${tag.slice(from.length)}`] : [tag],
      );
    }
    return result;
  }

  /** Takes a tag and those inside of it off all notes, and out of the query. */
  async removeTag(tag: string): Promise<Out<'removeTag'>> {
    const result = await this.#api.removeTag({ tag });
    if (result.ok) await this.#changeTags((other) => (isWithinTag(other, tag) ? [] : [other]));
    return result;
  }

  /** The tags of the query follow those of the notes. */
  async #changeTags(change: (tag: string) => readonly string[]): Promise<void> {
    const before = this.#state.get().query.tags;
    const tags = [...new Set(before.flatMap(change))];
    if (tags.join('\n') === before.join('\n')) await this.refresh();
    else await this.setQuery({ tags });
  }

  /**
   * After a change: asks anew while the list is looked at. It comes with the app's own work (a
   * scan, a stretch of typing), so that all changes during one answer share the next question.
   */
  async #follow(): Promise<void> {
    if (this.#state.lc === 0) return;
    this.#isOutdated = true;
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    try {
      while (this.#isOutdated) {
        this.#isOutdated = false;
        await this.refresh();
      }
    } finally {
      this.#isFollowing = false;
    }
  }

  /** Where the current row is in a new list: the same note if it is near, else the same place. */
  #currentIn(rows: ReadonlyMap<number, NoteRow>, total: number): number | null {
    const { current, rows: before } = this.#state.get();
    if (current === null || total === 0) return null;
    const id = before.get(current)?.annotation.id;
    const same = [...rows].filter(([, { annotation }]) => annotation.id === id);
    const distances = same.map(([position]) => Math.abs(position - current));
    const nearest = same[distances.indexOf(Math.min(...distances))];
    return nearest?.[0] ?? Math.min(current, total - 1);
  }

  #newPages(query: NoteQuery): RowPages<NoteRow> {
    return new RowPages((page) => this.#api.queryNotes({ query, ...page }));
  }

  #patch(change: Partial<NoteListState>): void {
    this.#state.set({ ...this.#state.get(), ...change });
  }
}
