import type { Annotation } from '../shared/model/annotation.ts';
import type { NoteVersion } from '../shared/model/note-list.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { describeStep, isSameContent, restoringChange, savingChange } from './change.ts';
import type { Outcome } from './marks.ts';
import type { Tables } from './tables.ts';

const unknownVersion: Problem = {
  kind: 'missing',
  message: 'This version of the note is not stored any more, so nothing was restored.',
};

/** The states of an annotation, the newest first, undone ones included. @throws SQLite's error. */
export function versionsOf({ history }: Tables, markId: string): readonly NoteVersion[] {
  return history.changesOf(markId).map(({ sequence, time, description, after }) => {
    return { sequence, time, description, annotation: after };
  });
}

/**
 * Gives an annotation the state that it had after a change, as a new change; if it was removed, it
 * comes back.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function restoreVersion(
  tables: Tables,
  { id, sequence }: { readonly id: string; readonly sequence: number },
  time: number,
): Outcome<Result<Annotation, Problem>> {
  const change = tables.history.changesOf(id).find((one) => one.sequence === sequence);
  const version = change?.after ?? null;
  if (version === null) return { value: failure(unknownVersion), changed: [] };
  const before = tables.annotations.find(id);
  const createdAt = before?.createdAt ?? version.createdAt;
  const after = { ...version, createdAt, modifiedAt: time };
  if (before !== null && isSameContent(before, after)) {
    return { value: success(before), changed: [] };
  }
  tables.annotations.put(after);
  const description = 'earlier version restored';
  tables.history.record({ ...savingChange(before, after), description }, time);
  return { value: success(after), changed: [after.briefingId] };
}

/**
 * Brings annotations back from the trash as they were, as one step of undo. Those that are not in it
 * stay as they are.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function restoreAnnotations(
  tables: Tables,
  markIds: readonly string[],
  time: number,
): Outcome<null> {
  const changes = [...new Set(markIds)].flatMap((markId) => {
    const trashed = tables.trash.find(markId);
    return trashed === null ? [] : restoringChange(trashed.annotation);
  });
  for (const { after } of changes) if (after !== null) tables.annotations.put(after);
  tables.history.recordStep(changes, describeStep(changes, 'restored'), time);
  return { value: null, changed: changes.map(({ briefingId }) => briefingId) };
}
