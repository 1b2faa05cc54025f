import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  BookmarkDraft,
  BriefingReference,
} from '../shared/model/annotation.ts';
import { describeAnnotationChange, isSameContent } from './change.ts';
import type { Tables } from './tables.ts';

/** What a change left behind, and the ids of the briefings whose marks it changed. */
export interface Outcome<Value> {
  readonly value: Value;
  readonly changed: readonly string[];
}

function nextState(draft: AnnotationDraft, before: Annotation | null, time: number): Annotation {
  const { id, target, color, tags } = draft;
  return {
    id,
    // An annotation stays with its briefing, which may have moved since the draft was begun.
    briefingId: before?.briefingId ?? draft.briefingId,
    target,
    color,
    tags,
    // A lone surrogate cannot be stored in UTF-8; in JSON, as the target is, it can.
    note: draft.note.toWellFormed(),
    createdAt: before?.createdAt ?? time,
    modifiedAt: time,
  };
}

/**
 * Stores a draft. One that differs in nothing from what is stored changes nothing. One whose
 * annotation was removed brings it back: a repeated save must not lose words.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function saveAnnotation(
  tables: Tables,
  draft: AnnotationDraft,
  reference: BriefingReference,
  time: number,
): Outcome<Annotation> {
  const before = tables.annotations.find(draft.id);
  const after = nextState(draft, before, time);
  if (before !== null && isSameContent(before, after)) return { value: before, changed: [] };
  const { id: markId, briefingId } = after;
  if (briefingId === draft.briefingId) tables.briefings.put({ ...reference, id: briefingId });
  tables.annotations.put(after);
  const description = describeAnnotationChange(before, after);
  const { editing } = draft;
  tables.history.record(
    { kind: 'annotation', briefingId, markId, description, before, after, editing },
    time,
  );
  return { value: after, changed: [briefingId] };
}

/** Removes an annotation; one that is not there is removed already. @throws SQLite's error. */
export function removeAnnotation(tables: Tables, markId: string, time: number): Outcome<null> {
  const before = tables.annotations.find(markId);
  if (before === null) return { value: null, changed: [] };
  const { briefingId } = before;
  tables.annotations.remove(markId);
  const description = describeAnnotationChange(before, null);
  tables.history.record(
    { kind: 'annotation', briefingId, markId, description, before, after: null, editing: null },
    time,
  );
  return { value: null, changed: [briefingId] };
}

/**
 * Adds a bookmark, or finds the one with this id or of this place.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function addBookmark(
  tables: Tables,
  draft: BookmarkDraft,
  reference: BriefingReference,
  time: number,
): Outcome<Bookmark> {
  const { id, briefingId, place } = draft;
  const existing = tables.bookmarks.find(id) ?? tables.bookmarks.findAt(briefingId, place);
  if (existing !== null) return { value: existing, changed: [] };
  const after: Bookmark = { id, briefingId, place, createdAt: time };
  tables.briefings.put({ ...reference, id: briefingId });
  tables.bookmarks.put(after);
  const change = { briefingId, markId: id, description: 'bookmark added', before: null, after };
  tables.history.record({ kind: 'bookmark', ...change }, time);
  return { value: after, changed: [briefingId] };
}

/** Removes a bookmark; one that is not there is removed already. @throws SQLite's error. */
export function removeBookmark(tables: Tables, markId: string, time: number): Outcome<null> {
  const before = tables.bookmarks.find(markId);
  if (before === null) return { value: null, changed: [] };
  const { briefingId } = before;
  tables.bookmarks.remove(markId);
  const change = { briefingId, markId, description: 'bookmark removed', before, after: null };
  tables.history.record({ kind: 'bookmark', ...change }, time);
  return { value: null, changed: [briefingId] };
}
