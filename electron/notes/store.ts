import type { DatabaseSync } from 'node:sqlite';
import type { HistoryStep } from '../shared/model/annotation.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';
import {
  addBookmark,
  type Outcome,
  removeAnnotation,
  removeBookmark,
  saveAnnotation,
} from './marks.ts';
import type { Notes } from './notes.ts';
import { relinkMoved } from './relink.ts';
import { openTables } from './tables.ts';
import { createTransactions } from './transaction.ts';
import { redoOldest, undoNewest } from './undo.ts';

type Listener = (briefingIds: readonly string[]) => void;

interface Notices {
  readonly subscribe: (listener: Listener) => () => void;
  readonly tell: Listener;
}

function createNotices(): Notices {
  const listeners = new Set<Listener>();
  return {
    subscribe: (listener) => {
      const entry: Listener = (briefingIds) => listener(briefingIds);
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    tell: (briefingIds) => {
      for (const listener of listeners) {
        try {
          listener(briefingIds);
        } catch (error) {
          // The change is stored; a listener's fault must not make it look failed.
          console.error('A listener to changes of the notes failed.', error);
        }
      }
    },
  };
}

function withChanged(step: HistoryStep): Outcome<HistoryStep> {
  return { value: step, changed: step.kind === 'changed' ? [step.briefingId] : [] };
}

/**
 * The notes in an open database, whose schema is the newest. Nothing is kept in memory, so that the
 * changes of other processes are seen.
 *
 * @param options `file` is where `database` was opened; `now` gives milliseconds since the Unix epoch.
 * @throws SQLite's error if a table is not there.
 */
export function createNotes(
  database: DatabaseSync,
  options: { readonly file: string; readonly now: () => number },
): Notes {
  const tables = openTables(database);
  const transact = createTransactions(database, options.file);
  const notices = createNotices();
  const now = (): number => Math.trunc(options.now());
  const change = <Value>(work: () => Outcome<Value>): Result<Value, Problem> => {
    const outcome = transact(work);
    if (!outcome.ok) return outcome;
    const { value, changed } = outcome.value;
    if (changed.length > 0) notices.tell([...new Set(changed)]);
    return { ok: true, value };
  };
  return {
    marksOf: (briefingId) => ({
      annotations: tables.annotations.of(briefingId),
      bookmarks: tables.bookmarks.of(briefingId),
    }),
    countMarks: () => tables.briefings.countMarks(),
    references: () => tables.briefings.marked(),
    saveAnnotation: (draft, reference) =>
      change(() => saveAnnotation(tables, draft, reference, now())),
    removeAnnotation: (id) => change(() => removeAnnotation(tables, id, now())),
    addBookmark: (draft, reference) => change(() => addBookmark(tables, draft, reference, now())),
    removeBookmark: (id) => change(() => removeBookmark(tables, id, now())),
    undo: () => change(() => withChanged(undoNewest(tables))),
    redo: () => change(() => withChanged(redoOldest(tables))),
    relink: (listings) =>
      change(() => ({ value: null, changed: relinkMoved(tables, listings, now()) })),
    onChanged: notices.subscribe,
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
