import type {
  Annotation,
  AnnotationDraft,
  Bookmark,
  BookmarkDraft,
  BriefingReference,
} from '../shared/model/annotation.ts';
import {
  type AnnotationChange,
  describeStep,
  isSameContent,
  removingChange,
  savingChange,
} from './change.ts';
import type { Tables } from './tables.ts';

/** What a change left behind, and the ids of the briefings whose marks it changed. */
export interface Outcome<Value> {
  readonly value: Value;
  readonly changed: readonly string[];
}

/** A draft to be stored, with what is kept of its briefing. */
export interface AnnotationSave {
  readonly draft: AnnotationDraft;
  readonly reference: BriefingReference;
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

interface Stored {
  readonly before: Annotation | null;
  /** The very `before` where the draft differs in nothing from it. */
  readonly after: Annotation;
}

/** Stores a draft without recording it. */
function store(tables: Tables, { draft, reference }: AnnotationSave, time: number): Stored {
  const before = tables.annotations.find(draft.id);
  const after = nextState(draft, before, time);
  if (before !== null && isSameContent(before, after)) return { before, after: before };
  const { briefingId } = after;
  if (briefingId === draft.briefingId) tables.briefings.put({ ...reference, id: briefingId });
  tables.annotations.put(after);
  return { before, after };
}

/**
 * Stores a draft. One that differs in nothing from what is stored changes nothing. One whose
 * annotation was removed brings it back: a repeated save must not lose words.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function saveAnnotation(
  tables: Tables,
  save: AnnotationSave,
  time: number,
): Outcome<Annotation> {
  const { before, after } = store(tables, save, time);
  if (after === before) return { value: after, changed: [] };
  tables.history.record(savingChange(before, after, save.draft.editing), time);
  return { value: after, changed: [after.briefingId] };
}

/** Removes an annotation; one that is not there is removed already. @throws SQLite's error. */
export function removeAnnotation(tables: Tables, markId: string, time: number): Outcome<null> {
  return removeAnnotations(tables, [markId], time);
}

function recordAll(
  { history }: Tables,
  changes: readonly AnnotationChange[],
  time: number,
): readonly string[] {
  history.recordStep(changes, describeStep(changes), time);
  return changes.map(({ briefingId }) => briefingId);
}

/**
 * Stores drafts as one step of undo, each as {@link saveAnnotation} does, but as no stretch of
 * typing.
 *
 * @param time milliseconds since the Unix epoch.
 * @returns the annotation of each draft, in order. @throws SQLite's error.
 */
export function saveAnnotations(
  tables: Tables,
  saves: readonly AnnotationSave[],
  time: number,
): Outcome<readonly Annotation[]> {
  const stored = saves.map((save) => store(tables, save, time));
  const changes = stored.flatMap(({ before, after }) =>
    after === before ? [] : savingChange(before, after),
  );
  return { value: stored.map(({ after }) => after), changed: recordAll(tables, changes, time) };
}

/**
 * Removes annotations as one step of undo; those that are not there are removed already.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function removeAnnotations(
  tables: Tables,
  markIds: readonly string[],
  time: number,
): Outcome<null> {
  const changes = [...new Set(markIds)].flatMap((markId) => {
    const before = tables.annotations.find(markId);
    return before === null ? [] : removingChange(before);
  });
  for (const { markId } of changes) tables.annotations.remove(markId);
  return { value: null, changed: recordAll(tables, changes, time) };
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
