import type { HistoryStep } from '../shared/model/annotation.ts';
import type { RecordedChange } from './recorded-change.ts';
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

function stepOf({ briefingId, description }: RecordedChange): HistoryStep {
  return { kind: 'changed', briefingId, description };
}

/** Takes back the newest change that is not taken back yet. @throws SQLite's error. */
export function undoNewest(tables: Tables): HistoryStep {
  const change = tables.history.nextUndo();
  if (change === null) return { kind: 'nothing' };
  restore(change, 'before', tables);
  tables.history.markUndone(change.sequence);
  return stepOf(change);
}

/** Does again what the last undo took back. @throws SQLite's error. */
export function redoOldest(tables: Tables): HistoryStep {
  const change = tables.history.nextRedo();
  if (change === null) return { kind: 'nothing' };
  restore(change, 'after', tables);
  tables.history.markDone(change.sequence);
  return stepOf(change);
}
