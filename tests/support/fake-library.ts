import type { Handlers } from '../../electron/shared/ipc.ts';
import type { Annotation, Bookmark } from '../../electron/shared/model/annotation.ts';
import type {
  LibraryFilter,
  LibraryRow,
  LibraryStatus,
  OpenedBriefing,
  Picture,
  ViewCounts,
} from '../../electron/shared/model/listing.ts';
import { fold } from '../../electron/shared/search/fold.ts';
import { positiveWords } from '../../electron/shared/search/hits.ts';
import { parseQuery } from '../../electron/shared/search/parse-query.ts';
import type { Query } from '../../electron/shared/search/query.ts';
import { failure, success } from '../../electron/shared/result.ts';
import { type FakeRoot, FakeRoots } from './fake-roots.ts';
import { excerptsOf, isResult, type Searched } from './fake-search.ts';

type LibraryHandlers = Pick<
  Handlers,
  | 'outlineLibrary'
  | 'queryBriefings'
  | 'locateBriefing'
  | 'libraryStatus'
  | 'countViews'
  | 'setReading'
  | 'setPinned'
  | 'keepVersion'
  | 'openBriefing'
  | 'readPicture'
>;

/** A library in memory. */
export interface FakeLibrary {
  readonly handlers: LibraryHandlers;
  readonly roots: FakeRoots;
  /** Replaces all briefings, or what the library does at the moment, or the folders. */
  change(change: LibraryChange): void;
  status(): LibraryStatus;
  briefings(): readonly OpenedBriefing[];
  has(briefingId: string): boolean;
}

/** What of a fake library changes. */
export interface LibraryChange {
  readonly briefings?: readonly OpenedBriefing[];
  readonly activity?: LibraryStatus['activity'];
  /** Folders by their path, or with what is not as usual of them. */
  readonly roots?: readonly (string | FakeRoot)[];
}

/** The reader's marks, which queries can be about. */
export interface LibraryMarks {
  readonly annotations: ReadonlyMap<string, Annotation>;
  readonly bookmarks: ReadonlyMap<string, Bookmark>;
}

/** More rows than this no list has. */
const mostRows = 10_000;

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Newest day first, undated last; within a day by folded headline, then by id. */
function inListOrder(briefings: readonly OpenedBriefing[]): readonly OpenedBriefing[] {
  const keyed = briefings.map((opened) => ({ opened, key: fold(opened.listing.headline) }));
  keyed.sort(
    (one, other) =>
      compare(other.opened.listing.date?.value ?? '', one.opened.listing.date?.value ?? '') ||
      compare(one.key, other.key) ||
      compare(one.opened.listing.id, other.opened.listing.id),
  );
  return keyed.map(({ opened }) => opened);
}

function toRow({ listing, reading, isPinned, lastRead, copies }: OpenedBriefing) {
  const copyCount = copies.length;
  return { ...listing, reading, isPinned, isChanged: lastRead !== null, copyCount };
}

function countBy<Item>(items: readonly Item[]): readonly (readonly [Item, number])[] {
  const groups = Map.groupBy(items, (item) => item);
  return [...groups].map(([item, same]) => [item, same.length] as const);
}

/** The briefings of a library in memory, with what the reader did with them. */
class FakeShelf {
  readonly #marks: LibraryMarks;
  readonly #roots: FakeRoots;
  #briefings = new Map<string, OpenedBriefing>();
  /** Made when it is asked for; `null` after a change. */
  #rows: readonly LibraryRow[] | null = null;

  constructor(marks: LibraryMarks, roots: FakeRoots) {
    this.#marks = marks;
    this.#roots = roots;
  }

  get all(): readonly OpenedBriefing[] {
    return [...this.#briefings.values()];
  }

  /** The rows of the list of all briefings. */
  get rows(): readonly LibraryRow[] {
    this.#rows ??= this.all.map((opened) => ({ ...toRow(opened), excerpts: [] }));
    return this.#rows;
  }

  get(id: string): OpenedBriefing | undefined {
    return this.#briefings.get(id);
  }

  replace(briefings: readonly OpenedBriefing[]): void {
    this.#rows = null;
    this.#briefings = new Map(inListOrder(briefings).map((opened) => [opened.listing.id, opened]));
  }

  update(ids: readonly string[], change: Partial<OpenedBriefing>): null {
    this.#rows = null;
    for (const id of ids) {
      const opened = this.#briefings.get(id);
      if (opened !== undefined) this.#briefings.set(id, { ...opened, ...change });
    }
    return null;
  }

  /** What queries are asked of, in the order of the list. */
  searched(): readonly Searched[] {
    const annotations = [...this.#marks.annotations.values()];
    const bookmarks = [...this.#marks.bookmarks.values()];
    const annotationsOf = Map.groupBy(annotations, ({ briefingId }) => briefingId);
    const bookmarksOf = Map.groupBy(bookmarks, ({ briefingId }) => briefingId);
    return this.all.map((opened) => ({
      row: toRow(opened),
      briefing: opened.briefing,
      annotations: annotationsOf.get(opened.listing.id) ?? [],
      bookmarkCount: bookmarksOf.get(opened.listing.id)?.length ?? 0,
      root: this.#roots.rootOf(opened.listing.path),
    }));
  }
}

/** The local day, which dates such as “yesterday” count from. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function count(searched: readonly Searched[], view: string): number {
  const { query } = parseQuery(view, today());
  return searched.filter((one) => isResult(query, one)).length;
}

function queryOf({ view, text }: LibraryFilter): Query {
  const queries = [view, text].map((typed) => parseQuery(typed, today()).query);
  return { kind: 'and', queries };
}

function isByRelevance({ order }: LibraryFilter, query: Query): boolean {
  return order === 'relevance' && positiveWords(query).length > 0;
}

function list(shelf: FakeShelf, filter: LibraryFilter): readonly LibraryRow[] {
  if (filter.view === '' && filter.text === '') {
    return shelf.rows;
  }
  const query = queryOf(filter);
  const rows = shelf
    .searched()
    .filter((one) => isResult(query, one))
    .map((one) => ({ ...one.row, excerpts: excerptsOf(query, one) }));
  if (!isByRelevance(filter, query)) return rows;
  const hits = (row: LibraryRow) => row.excerpts.reduce((sum, { hits }) => sum + hits.length, 0);
  return rows.toSorted((one, other) => hits(other) - hits(one)).slice(0, mostRows);
}

function outline(shelf: FakeShelf, filter: LibraryFilter) {
  const rows = list(shelf, filter);
  const isGrouped = !isByRelevance(filter, queryOf(filter));
  const days = isGrouped ? countBy(rows.map(({ date }) => date?.value ?? null)) : [];
  return {
    total: rows.length,
    isCapped: !isGrouped && rows.length === mostRows,
    days: days.map(([day, count]) => ({ day, count })),
  };
}

function countViews(shelf: FakeShelf, marks: LibraryMarks): ViewCounts {
  const searched = shelf.searched();
  const sources = shelf.all.flatMap(({ listing }) => listing.source ?? []);
  const tags = [...marks.annotations.values()].flatMap((annotation) =>
    annotation.tags.map((tag) => ({ tag, briefingId: annotation.briefingId })),
  );
  return {
    all: shelf.all.length,
    unread: count(searched, 'is:unread -is:problem'),
    pinned: count(searched, 'is:pinned'),
    changed: count(searched, 'is:changed'),
    bookmarked: count(searched, 'is:bookmarked'),
    annotated: new Set(
      [...marks.annotations.values()]
        .map(({ briefingId }) => briefingId)
        .filter((id) => shelf.get(id) !== undefined),
    ).size,
    problems: count(searched, 'is:problem'),
    sources: countBy(sources)
      .map(([source, count]) => ({ source, count }))
      .toSorted((one, other) => other.count - one.count),
    tags: [...Map.groupBy(tags, ({ tag }) => tag)]
      .map(([tag, on]) => ({ tag, count: new Set(on.map(({ briefingId }) => briefingId)).size }))
      .toSorted((one, other) => compare(one.tag, other.tag)),
  };
}

function openFrom(shelf: FakeShelf): LibraryHandlers['openBriefing'] {
  return ({ id }) => {
    const opened = shelf.get(id);
    if (opened === undefined) {
      const message = 'This briefing is not in the library any more.';
      return failure({ kind: 'missing', message });
    }
    const { problem } = opened.listing;
    return problem === null ? success(opened) : failure({ kind: 'unreadable', message: problem });
  };
}

/** A library in memory that filters, orders and refuses as the app's own does. */
export function fakeLibrary(
  first: readonly OpenedBriefing[],
  pictures: Readonly<Record<string, Picture>>,
  marks: LibraryMarks,
): FakeLibrary {
  let activity: LibraryStatus['activity'] = { kind: 'idle' };
  const roots = new FakeRoots(['/home/reader/Briefings']);
  const shelf = new FakeShelf(marks, roots);
  shelf.replace(first);

  const status = (): LibraryStatus => ({
    roots: roots.statuses(shelf.all.map(({ listing }) => listing.path)),
    briefingCount: shelf.all.length,
    problemCount: shelf.all.filter(({ listing }) => listing.problem !== null).length,
    activity,
  });

  const handlers: LibraryHandlers = {
    outlineLibrary: (filter) => outline(shelf, filter),
    queryBriefings: ({ filter, offset, limit }) =>
      list(shelf, filter).slice(offset, offset + limit),
    locateBriefing: ({ filter, id }) => {
      const position = list(shelf, filter).findIndex((row) => row.id === id);
      return position === -1 ? null : position;
    },
    libraryStatus: status,
    countViews: () => countViews(shelf, marks),
    setReading: ({ ids, reading }) => shelf.update(ids, { reading }),
    setPinned: ({ ids, isPinned }) => shelf.update(ids, { isPinned }),
    keepVersion: ({ id }) => shelf.update([id], { lastRead: null }),
    openBriefing: openFrom(shelf),
    readPicture: ({ briefingId, figure }) => {
      const picture = pictures[`${briefingId}/${figure}`];
      if (picture !== undefined) return success(picture);
      const message = 'There is no picture for this figure beside the file.';
      return failure({ kind: 'missing', message });
    },
  };

  const change = (changed: LibraryChange): void => {
    activity = changed.activity ?? activity;
    if (changed.roots !== undefined) roots.replace(changed.roots);
    if (changed.briefings !== undefined) shelf.replace(changed.briefings);
  };

  return {
    handlers,
    roots,
    change,
    status,
    briefings: () => shelf.all,
    has: (id) => shelf.get(id) !== undefined,
  };
}
