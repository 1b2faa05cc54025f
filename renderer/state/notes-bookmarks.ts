import type { Bookmark, Place } from '../../electron/shared/model/annotation.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';
import type { Problem } from '../../electron/shared/model/problem.ts';
import { type Result, success } from '../../electron/shared/result.ts';
import type { DesktopApi } from '../desktop-api.ts';
import type { NotesState } from './notes-state.ts';

/** The bookmark at a part, or of the whole briefing for `null`. */
export function bookmarkAt(
  bookmarks: readonly Bookmark[],
  part: PartPath | null,
): Bookmark | undefined {
  return bookmarks.find(({ place }) =>
    place.kind === 'part' ? place.part === part : part === null,
  );
}

/** Sets or removes the bookmark at a place of the shown briefing; tells which of the two it did. */
export async function toggleBookmark(
  api: DesktopApi,
  { briefingId, bookmarks }: NotesState,
  place: Place,
): Promise<Result<'added' | 'removed', Problem>> {
  const existing = bookmarkAt(bookmarks, place.kind === 'part' ? place.part : null);
  if (existing !== undefined) {
    const result = await api.removeBookmark({ id: existing.id });
    return result.ok ? success('removed') : result;
  }
  if (briefingId === null) return success('removed');
  const result = await api.addBookmark({ id: crypto.randomUUID(), briefingId, place });
  return result.ok ? success('added') : result;
}
