import type {
  LibraryOutline,
  LibraryStatus,
  Listing,
  OpenedBriefing,
  Picture,
} from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';

/** Which briefings of the catalog a query is about. */
export interface CatalogFilter {
  /** Words that the headline must contain, without regard to case and diacritics. */
  readonly text: string;
  /** Only these briefings, or `null` for all. */
  readonly ids: readonly string[] | null;
}

/** A page of a query: `offset` and `limit` count rows. */
export interface CatalogQuery {
  readonly filter: CatalogFilter;
  readonly offset: number;
  readonly limit: number;
}

/**
 * All briefings. The library process implements it over the catalog; the main process has a client
 * of the same shape, and the command line uses the implementation directly.
 */
export interface Library {
  /** Days newest first, undated briefings last; within a day by headline. */
  readonly outline: (filter: CatalogFilter) => Promise<LibraryOutline>;
  /** Rows in the order of the outline. */
  readonly query: (query: CatalogQuery) => Promise<readonly Listing[]>;
  /** The zero-based position of a briefing among the filtered rows; `null` where it is not. */
  readonly locate: (filter: CatalogFilter, id: string) => Promise<number | null>;
  /** The listings of those ids that are in the library. */
  readonly find: (ids: readonly string[]) => Promise<readonly Listing[]>;
  readonly status: () => Promise<LibraryStatus>;
  /** Looks through the roots again; resolves when the catalog holds what is there. */
  readonly rescan: () => Promise<void>;
  /** Reads and parses the file as it is now. */
  readonly open: (id: string) => Promise<Result<OpenedBriefing, Problem>>;
  /** The local picture of the figure with that zero-based index. */
  readonly picture: (id: string, figure: number) => Promise<Result<Picture, Problem>>;
  /** Calls `listener` when listings or the status changed; returns the unsubscribe. */
  readonly onChanged: (listener: (status: LibraryStatus) => void) => () => void;
  readonly close: () => Promise<void>;
}
