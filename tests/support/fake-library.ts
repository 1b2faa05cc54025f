import type { Handlers } from '../../electron/shared/ipc.ts';
import type {
  LibraryFilter,
  LibraryStatus,
  Listing,
  OpenedBriefing,
  Picture,
} from '../../electron/shared/model/listing.ts';
import { fold, foldedWords } from '../../electron/shared/search/fold.ts';
import { failure, success } from '../../electron/shared/result.ts';

type LibraryHandlers = Pick<
  Handlers,
  | 'outlineLibrary'
  | 'queryBriefings'
  | 'locateBriefing'
  | 'libraryStatus'
  | 'rescanLibrary'
  | 'openBriefing'
  | 'readPicture'
>;

/** A library in memory. */
export interface FakeLibrary {
  readonly handlers: LibraryHandlers;
  /** Replaces all briefings, or what the library does at the moment, or the folders. */
  change(change: LibraryChange): void;
  status(): LibraryStatus;
  has(briefingId: string): boolean;
}

/** What of a fake library changes. */
export interface LibraryChange {
  readonly briefings?: readonly OpenedBriefing[];
  readonly activity?: LibraryStatus['activity'];
  readonly roots?: readonly string[];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Newest day first, undated last; within a day by folded headline, then by id: the app's order. */
function inListOrder(listings: readonly Listing[]): readonly Listing[] {
  const keyed = listings.map((listing) => ({ listing, key: fold(listing.headline) }));
  keyed.sort(
    (one, other) =>
      compare(other.listing.date?.value ?? '', one.listing.date?.value ?? '') ||
      compare(one.key, other.key) ||
      compare(one.listing.id, other.listing.id),
  );
  return keyed.map(({ listing }) => listing);
}

/** A library in memory that filters, orders and refuses as the app's own does. */
export function fakeLibrary(
  first: readonly OpenedBriefing[],
  pictures: Readonly<Record<string, Picture>>,
  markedIn: (view: 'bookmarked' | 'annotated') => ReadonlySet<string>,
): FakeLibrary {
  let briefings = new Map<string, OpenedBriefing>();
  let ordered: readonly Listing[] = [];
  let activity: LibraryStatus['activity'] = { kind: 'idle' };
  let roots: readonly string[] = ['/home/reader/Briefings'];

  const change = (changed: LibraryChange): void => {
    activity = changed.activity ?? activity;
    roots = changed.roots ?? roots;
    if (changed.briefings === undefined) return;
    briefings = new Map(changed.briefings.map((opened) => [opened.listing.id, opened]));
    ordered = inListOrder(changed.briefings.map(({ listing }) => listing));
  };
  change({ briefings: first });

  const listed = ({ text, view }: LibraryFilter): readonly Listing[] => {
    const words = foldedWords(text);
    const marked = view === 'all' ? null : markedIn(view);
    if (words.length === 0 && marked === null) return ordered;
    return ordered
      .filter(({ id }) => marked?.has(id) ?? true)
      .filter(({ headline }) => words.every((word) => fold(headline).includes(word)));
  };

  const handlers: LibraryHandlers = {
    outlineLibrary: (filter) => {
      const days = new Map<string | null, number>();
      const listings = listed(filter);
      for (const { date } of listings) {
        days.set(date?.value ?? null, (days.get(date?.value ?? null) ?? 0) + 1);
      }
      const counted = [...days].map(([day, count]) => ({ day, count }));
      return { total: listings.length, days: counted };
    },
    queryBriefings: ({ filter, offset, limit }) => listed(filter).slice(offset, offset + limit),
    locateBriefing: ({ filter, id }) => {
      const position = listed(filter).findIndex((listing) => listing.id === id);
      return position === -1 ? null : position;
    },
    libraryStatus: () => status(),
    rescanLibrary: () => null,
    openBriefing: ({ id }) => {
      const opened = briefings.get(id);
      if (opened === undefined) {
        const message = 'This briefing is not in the library any more.';
        return failure({ kind: 'missing', message });
      }
      const { problem } = opened.listing;
      return problem === null ? success(opened) : failure({ kind: 'unreadable', message: problem });
    },
    readPicture: ({ briefingId, figure }) => {
      const picture = pictures[`${briefingId}/${figure}`];
      if (picture !== undefined) return success(picture);
      const message = 'There is no picture for this figure beside the file.';
      return failure({ kind: 'missing', message });
    },
  };

  const status = (): LibraryStatus => ({
    roots,
    briefingCount: ordered.length,
    problemCount: ordered.filter(({ problem }) => problem !== null).length,
    activity,
  });

  return { handlers, change, status, has: (id) => briefings.has(id) };
}
