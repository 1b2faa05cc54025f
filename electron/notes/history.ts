import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type AnnotationChange,
  type BookmarkChange,
  type BriefingChange,
  describeAnnotationChange,
  isSameContent,
  type MarkChange,
} from './change.ts';
import { readChange, type RecordedChange } from './recorded-change.ts';

/**
 * The record of every change. Nothing is ever taken out of it: a change that can be neither undone
 * nor done again any more stays as `superseded`. Every method throws SQLite's error.
 */
export interface History {
  /** Records a change of the reader's; what was undone before can then not be done again. */
  record(change: MarkChange, time: number): void;
  /** Records a change that is no step of undo. */
  recordPermanent(change: BriefingChange | BookmarkChange, time: number): void;
  /** The change that undo takes back next. */
  nextUndo(): RecordedChange | null;
  /** The change that redo does next. */
  nextRedo(): RecordedChange | null;
  markUndone(sequence: number): void;
  markDone(sequence: number): void;
  /** Gives all changes of one briefing to another, so that undo finds the marks there. */
  move(fromBriefing: string, toBriefing: string): void;
}

type State = 'done' | 'undone' | 'superseded' | 'permanent';

type AnnotationStep = Extract<RecordedChange, { readonly kind: 'annotation' }>;

interface Statements {
  readonly insert: StatementSync;
  readonly extend: StatementSync;
  readonly supersedeUndone: StatementSync;
  readonly setState: StatementSync;
  readonly newestDone: StatementSync;
  readonly oldestUndone: StatementSync;
  readonly move: StatementSync;
}

function prepareStatements(database: DatabaseSync): Statements {
  return {
    insert: database.prepare(`
      INSERT INTO change
        (time, briefing_id, kind, mark_id, description, before, after, editing, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    extend: database.prepare(
      'UPDATE change SET time = ?, description = ?, after = ?, state = ? WHERE sequence = ?',
    ),
    supersedeUndone: database.prepare(
      "UPDATE change SET state = 'superseded' WHERE state = 'undone'",
    ),
    setState: database.prepare('UPDATE change SET state = ? WHERE sequence = ?'),
    newestDone: database.prepare(
      "SELECT * FROM change WHERE state = 'done' ORDER BY sequence DESC LIMIT 1",
    ),
    oldestUndone: database.prepare(
      "SELECT * FROM change WHERE state = 'undone' ORDER BY sequence LIMIT 1",
    ),
    move: database.prepare('UPDATE change SET briefing_id = ? WHERE briefing_id = ?'),
  };
}

function writeState(state: object | null): string | null {
  return state === null ? null : JSON.stringify(state);
}

/** A step that cannot be read must not block those beyond it: it becomes `superseded`. */
function next(statement: StatementSync, { setState }: Statements): RecordedChange | null {
  for (;;) {
    const row = statement.get();
    if (row === undefined) return null;
    const change = readChange(row);
    if (change !== null) return change;
    setState.run('superseded', row['sequence'] ?? null);
  }
}

/** The step that `change` belongs to: the newest one, if it is of the same stretch of typing. */
function findOpenStep(change: AnnotationChange, statements: Statements): AnnotationStep | null {
  if (change.editing === null || statements.oldestUndone.get() !== undefined) return null;
  const newest = next(statements.newestDone, statements);
  if (newest?.kind !== 'annotation' || newest.editing !== change.editing) return null;
  return newest.markId === change.markId && newest.after !== null ? newest : null;
}

/** `false` if the change is a step of its own. */
function merge(change: MarkChange, time: number, statements: Statements): boolean {
  if (change.kind !== 'annotation' || change.after === null) return false;
  const step = findOpenStep(change, statements);
  if (step === null) return false;
  const { before, sequence } = step;
  const { after } = change;
  // What was typed and taken out again is no step.
  const isNothing = before !== null && isSameContent(before, after);
  const description = isNothing ? step.description : describeAnnotationChange(before, after);
  const state: State = isNothing ? 'superseded' : 'done';
  statements.extend.run(time, description, writeState(after), state, sequence);
  return true;
}

/** Prepares the statements. @throws SQLite's error if the table is not there. */
export function openHistory(database: DatabaseSync): History {
  const statements = prepareStatements(database);
  const { insert, supersedeUndone, setState, newestDone, oldestUndone, move } = statements;
  const add = (change: MarkChange | BriefingChange, time: number, state: State): void => {
    const { briefingId, kind, markId, description } = change;
    const [before, after] = [writeState(change.before), writeState(change.after)];
    const editing = change.kind === 'annotation' ? change.editing : null;
    insert.run(time, briefingId, kind, markId, description, before, after, editing, state);
  };
  return {
    record: (change, time) => {
      if (merge(change, time, statements)) return;
      supersedeUndone.run();
      add(change, time, 'done');
    },
    recordPermanent: (change, time) => add(change, time, 'permanent'),
    nextUndo: () => next(newestDone, statements),
    nextRedo: () => next(oldestUndone, statements),
    markUndone: (sequence) => {
      setState.run('undone', sequence);
    },
    markDone: (sequence) => {
      setState.run('done', sequence);
    },
    move: (fromBriefing, toBriefing) => {
      move.run(toBriefing, fromBriefing);
    },
  };
}
