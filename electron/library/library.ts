import type { Briefing } from '../shared/model/briefing.ts';
import type {
  BriefingChanges,
  LibraryFilter,
  LibraryOutline,
  LibraryRow,
  LibraryStatus,
  Listing,
  OpenedBriefing,
  Picture,
  Reading,
  Root,
  ViewCounts,
} from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';

/** A page of a query: `offset` and `limit` count rows. */
export interface CatalogQuery {
  readonly filter: LibraryFilter;
  readonly offset: number;
  readonly limit: number;
}

/** A briefing with its row. */
export interface ReadBriefing {
  readonly listing: Listing;
  readonly briefing: Briefing;
}

/** What the index needs to know of the marks on a briefing. */
export interface IndexedMarks {
  readonly briefingId: string;
  /** The notes' words, one entry a note that has any. */
  readonly notes: readonly string[];
  /** Each tag once. */
  readonly tags: readonly string[];
  /** Each colour once. */
  readonly colors: readonly string[];
  readonly annotationCount: number;
  readonly bookmarkCount: number;
}

/** Marks for the index. What is told of a briefing takes the place of what was told before. */
export interface MarkUpdate {
  /** Whether briefings that are not named have no marks (any more). */
  readonly isComplete: boolean;
  readonly marks: readonly IndexedMarks[];
  /** A name for the state of the notes store that this update leads to; see `marksRevision`. */
  readonly revision: string;
}

/**
 * All briefings. The library process implements it over the catalog; the main process has a client
 * of the same shape, and the command line uses the implementation directly.
 */
export interface Library {
  /** Days newest first, undated briefings last; within a day what came last is first. */
  readonly outline: (filter: LibraryFilter) => Promise<LibraryOutline>;
  /** Rows in the order of the outline. */
  readonly query: (query: CatalogQuery) => Promise<readonly LibraryRow[]>;
  /** The zero-based position of a briefing among the filtered rows; `null` where it is not. */
  readonly locate: (filter: LibraryFilter, id: string) => Promise<number | null>;
  /** The listings of those ids that are in the library, in no order. */
  readonly find: (ids: readonly string[]) => Promise<readonly Listing[]>;
  /**
   * The listings after `after` in the order of ids, at most `limit`: to go through all of them while
   * the library changes. Copies are among them.
   */
  readonly page: (after: string | null, limit: number) => Promise<readonly Listing[]>;
  readonly status: () => Promise<LibraryStatus>;
  readonly countViews: () => Promise<ViewCounts>;
  /** Looks through the roots again; resolves when the catalog holds what is there. */
  readonly rescan: () => Promise<void>;
  /** Stops a scan that is running; what was read stays. The next scan goes on from there. */
  readonly stopScan: () => Promise<void>;
  /** Reads one file of a root now; resolves with its briefing's id, `null` where it is in no root. */
  readonly readNow: (file: string) => Promise<string | null>;
  /** Takes these roots in place of the ones before, and scans them. Resolves before the scan ends. */
  readonly setRoots: (roots: readonly Root[]) => Promise<void>;
  /** Like `open`, without noting that the reader opened it: for exports. */
  readonly read: (id: string) => Promise<Result<ReadBriefing, Problem>>;
  /** Reads and parses the file as it is now; where it is out of reach, what the catalog kept. */
  readonly open: (id: string) => Promise<Result<OpenedBriefing, Problem>>;
  /** The local picture of the figure with that zero-based index. */
  readonly picture: (id: string, figure: number) => Promise<Result<Picture, Problem>>;
  readonly setReading: (ids: readonly string[], reading: Reading) => Promise<void>;
  readonly setPinned: (ids: readonly string[], isPinned: boolean) => Promise<void>;
  /** Takes the version that is there now as the one that was read. */
  readonly keepVersion: (id: string) => Promise<void>;
  /** Takes marks into the index. */
  readonly indexMarks: (update: MarkUpdate) => Promise<void>;
  /** The revision of the last update of marks that is in the index; `null` where there is none. */
  readonly marksRevision: () => Promise<string | null>;
  /** Calls `listener` when listings or the status changed; returns the unsubscribe. */
  readonly onChanged: (listener: (status: LibraryStatus) => void) => () => void;
  /** Calls `listener` when briefings that were listed changed; returns the unsubscribe. */
  readonly onBriefingsChanged: (listener: (changes: BriefingChanges) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** What a library is made of. */
export interface LibraryOptions {
  readonly roots: readonly Root[];
  /** The catalog's file. It can be rebuilt: deleted, it is made anew. */
  readonly catalogFile: string;
  /** The file with how far the reader is and the versions read. It cannot be rebuilt. */
  readonly readingFile: string;
  /** Whether the roots are watched for changes. */
  readonly isWatching: boolean;
}
