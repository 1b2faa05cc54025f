import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';
import { importMarks, previewImport } from './import-marks.ts';
import type { IndexSource } from './index-source.ts';
import {
  addBookmark,
  type Outcome,
  removeAnnotation,
  removeAnnotations,
  removeBookmark,
  saveAnnotation,
  saveAnnotations,
} from './marks.ts';
import { openNoteList } from './note-list.ts';
import type { Notes } from './notes.ts';
import { relinkMoved } from './relink.ts';
import { restoreAnnotations, restoreVersion, versionsOf } from './restoring.ts';
import { openTables, type Tables } from './tables.ts';
import { listTags, removeTag, renameTag } from './tags.ts';
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

type Reading =
  | 'marksOf'
  | 'countMarks'
  | 'references'
  | 'knownBriefings'
  | 'annotatedBriefings'
  | keyof IndexSource
  | 'listTags'
  | 'outline'
  | 'query'
  | 'historyOf'
  | 'trash'
  | 'previewImport';

function reading(database: DatabaseSync, tables: Tables, now: () => number): Pick<Notes, Reading> {
  const list = openNoteList(database);
  return {
    marksOf: (briefingId) => ({
      annotations: tables.annotations.of(briefingId),
      bookmarks: tables.bookmarks.of(briefingId),
    }),
    countMarks: () => tables.briefings.countMarks(),
    references: () => tables.briefings.marked(),
    knownBriefings: () => tables.briefings.all(),
    annotatedBriefings: () => tables.annotations.briefingIds(),
    listTags: () => listTags(tables),
    outline: (query, missing) => list.outline(query, missing),
    query: (query, missing, page) => list.query(query, missing, page),
    historyOf: (id) => versionsOf(tables, id),
    trash: (page) => tables.trash.list(page, now()),
    previewImport: (imports) => previewImport(tables, imports),
    ...tables.index,
  };
}

/** Runs a change, and tells the listeners what it changed. */
type Change = <Value>(work: () => Outcome<Value>) => Result<Value, Problem>;

type Changing = Exclude<keyof Notes, Reading | 'onChanged' | 'close'>;

function changing(tables: Tables, change: Change, now: () => number): Pick<Notes, Changing> {
  /** A change that can be refused; it has then changed nothing. */
  const attempt = <Value>(work: () => Outcome<Result<Value, Problem>>): Result<Value, Problem> => {
    const outcome = change(work);
    return outcome.ok ? outcome.value : outcome;
  };
  return {
    saveAnnotation: (draft, reference) =>
      change(() => saveAnnotation(tables, { draft, reference }, now())),
    removeAnnotation: (id) => change(() => removeAnnotation(tables, id, now())),
    saveAnnotations: (saves) => change(() => saveAnnotations(tables, saves, now())),
    removeAnnotations: (ids) => change(() => removeAnnotations(tables, ids, now())),
    renameTag: (from, to) => attempt(() => renameTag(tables, from, to, now())),
    removeTag: (tag) => attempt(() => removeTag(tables, tag, now())),
    restoreVersion: (id, sequence) =>
      attempt(() => restoreVersion(tables, { id, sequence }, now())),
    restoreAnnotations: (ids) => change(() => restoreAnnotations(tables, ids, now())),
    addBookmark: (draft, reference) => change(() => addBookmark(tables, draft, reference, now())),
    removeBookmark: (id) => change(() => removeBookmark(tables, id, now())),
    importMarks: (imports) => change(() => importMarks(tables, imports, now())),
    undo: () => change(() => undoNewest(tables)),
    redo: () => change(() => redoOldest(tables)),
    relink: (listings) =>
      change(() => ({ value: null, changed: relinkMoved(tables, listings, now()) })),
  };
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
  const change: Change = (work) => {
    const outcome = transact(work);
    if (!outcome.ok) return outcome;
    const { value, changed } = outcome.value;
    if (changed.length > 0) notices.tell([...new Set(changed)]);
    return { ok: true, value };
  };
  return {
    ...reading(database, tables, now),
    ...changing(tables, change, now),
    onChanged: notices.subscribe,
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}
