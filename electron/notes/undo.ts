import type { HistoryStep } from '../shared/model/annotation.ts';
import type { Outcome } from './marks.ts';
import type { RecordedChange, RecordedStep } from './recorded-change.ts';
import type { Tables } from './tables.ts';

function restore(change: RecordedChange, which: 'before' | 'after', tables: Tables): void {
  if (change.kind === 'annotation') {
    const annotation = change[which];
    if (annotation === null) tables.annotations.remove(change.markId);
    else tables.annotations.put(annotation);
    return;
  }
  const bookmark = change[which];
  if (bookmark === null) tables.bookmarks.remove(change.markId);
  // A moved file can have brought a bookmark of this place along.
  else if (tables.bookmarks.findAt(bookmark.briefingId, bookmark.place) === null) {
    tables.bookmarks.put(bookmark);
  }
}

const nothing: Outcome<HistoryStep> = { value: { kind: 'nothing' }, changed: [] };

function outcomeOf({ changes, description }: RecordedStep): Outcome<HistoryStep> {
  const changed = changes.map(({ briefingId }) => briefingId);
  const [briefingId] = changed;
  if (briefingId === undefined) return nothing;
  return { value: { kind: 'changed', briefingId, description }, changed };
}

/** Takes back the newest step that is not taken back yet. @throws SQLite's error. */
export function undoNewest(tables: Tables): Outcome<HistoryStep> {
  const step = tables.history.nextUndo();
  if (step === null) return nothing;
  // A step can have changed one mark twice.
  for (const change of step.changes.toReversed()) restore(change, 'before', tables);
  tables.history.markUndone(step);
  return outcomeOf(step);
}

/** Does again what the last undo took back. @throws SQLite's error. */
export function redoOldest(tables: Tables): Outcome<HistoryStep> {
  const step = tables.history.nextRedo();
  if (step === null) return nothing;
  for (const change of step.changes) restore(change, 'after', tables);
  tables.history.markDone(step);
  return outcomeOf(step);
}
