import type { Bookmark, Target } from './annotation.ts';
import type { Briefing } from './briefing.ts';
import { partsOf } from './part.ts';

interface Marked {
  readonly target: Target;
  readonly createdAt: number;
}

/**
 * Annotations in the order of the text they are about: the whole briefing first, then part by part;
 * parts that the briefing does not have (any more) last. Without a briefing, by path and time.
 */
export function inDocumentOrder<Mark extends Marked>(
  marks: readonly Mark[],
  briefing: Briefing | null,
): readonly Mark[] {
  const order = new Map(
    (briefing === null ? [] : partsOf(briefing)).map(({ path }, index) => [path, index]),
  );
  const rank = ({ target }: Mark): number =>
    target.kind === 'briefing' ? -1 : (order.get(target.part) ?? order.size);
  const start = ({ target }: Mark): number =>
    target.kind === 'passage' ? target.position.start : -1;
  return marks.toSorted(
    (one, other) =>
      rank(one) - rank(other) || start(one) - start(other) || one.createdAt - other.createdAt,
  );
}

/** Bookmarks in the order of the text. */
export function bookmarksInDocumentOrder(
  bookmarks: readonly Bookmark[],
  briefing: Briefing | null,
): readonly Bookmark[] {
  const marks = bookmarks.map((bookmark) => ({
    bookmark,
    target: bookmark.place,
    createdAt: bookmark.createdAt,
  }));
  return inDocumentOrder(marks, briefing).map(({ bookmark }) => bookmark);
}
