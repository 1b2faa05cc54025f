import type { BriefingReference } from '../shared/model/annotation.ts';
import type { Listing } from '../shared/model/listing.ts';
import { referenceTo } from '../shared/model/reference-to.ts';
import { createFileTracker } from './moved-file.ts';
import type { Tables } from './tables.ts';

interface Move {
  readonly from: BriefingReference;
  readonly to: BriefingReference;
}

/** Which references are to be moved, and where to. */
function findMoves(
  references: readonly BriefingReference[],
  listings: readonly Listing[],
): readonly Move[] {
  const fileOf = createFileTracker(listings);
  return references.flatMap((from) => {
    const listing = fileOf(from);
    return listing === null ? [] : [{ from, to: referenceTo(listing) }];
  });
}

/** A place is bookmarked once: where both briefings have a bookmark, that of the file stays. */
function mergeBookmarks({ from, to }: Move, { bookmarks, history }: Tables, time: number): void {
  for (const bookmark of bookmarks.of(from.id)) {
    if (bookmarks.findAt(to.id, bookmark.place) === null) continue;
    bookmarks.remove(bookmark.id);
    const change = { briefingId: from.id, markId: bookmark.id, before: bookmark, after: null };
    history.recordPermanent({ ...change, kind: 'bookmark', description: 'bookmark merged' }, time);
  }
}

/**
 * Moves the marks, their history and the reference of every briefing whose file was moved.
 *
 * @param time milliseconds since the Unix epoch.
 * @returns the ids of the briefings whose marks changed. @throws SQLite's error.
 */
export function relinkMoved(
  tables: Tables,
  listings: readonly Listing[],
  time: number,
): readonly string[] {
  const moves = findMoves(tables.briefings.all(), listings);
  for (const move of moves) {
    const { from, to } = move;
    tables.briefings.put(to);
    mergeBookmarks(move, tables, time);
    tables.annotations.move(from.id, to.id);
    tables.bookmarks.move(from.id, to.id);
    tables.history.move(from.id, to.id);
    tables.briefings.remove(from.id);
    const change = { briefingId: to.id, markId: from.id, before: from, after: to };
    tables.history.recordPermanent(
      { ...change, kind: 'briefing', description: 'file moved' },
      time,
    );
  }
  return moves.flatMap(({ from, to }) => [from.id, to.id]);
}
