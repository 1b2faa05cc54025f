import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  type AnnotationChange,
  type BookmarkChange,
  type BriefingChange,
  describeAnnotationChange,
  isSameContent,
  type MarkChange,
} from './change.ts';
import { readChange, type RecordedAnnotation, type RecordedStep } from './recorded-change.ts';
import type { Row } from './rows.ts';

/**
 * The record of every change. Only the trash takes anything out of it: a change that can be neither
 * undone nor done again any more stays as `superseded`. Every method throws SQLite's error.
 */
export interface History {
  /** Records a change of the reader's; what was undone before can then not be done again. */
  record(change: MarkChange, time: number): void;
  /** Records changes of marks, together one step of undo of that name; none are no step. */
  recordStep(changes: readonly MarkChange[], description: string, time: number): void;
  /** Records a change that is no step of undo. */
  recordPermanent(change: BriefingChange | BookmarkChange, time: number): void;
  /** The step that undo takes back next. */
  nextUndo(): RecordedStep | null;
  /** The step that redo does next. */
  nextRedo(): RecordedStep | null;
  markUndone(step: RecordedStep): void;
  markDone(step: RecordedStep): void;
  /** Every change of an annotation, the newest first, whether it is in force or not. */
  changesOf(markId: string): readonly RecordedAnnotation[];
  /** Gives all changes of one briefing to another, so that undo finds the marks there. */
  move(fromBriefing: string, toBriefing: string): void;
}

type State = 'done' | 'undone' | 'superseded' | 'permanent';

interface Statements {
  readonly insert: StatementSync;
  readonly extend: StatementSync;
  readonly supersedeUndone: StatementSync;
  readonly setState: StatementSync;
  readonly newestDone: StatementSync;
  readonly oldestUndone: StatementSync;
  readonly wholeStep: StatementSync;
  readonly ofMark: StatementSync;
  readonly move: StatementSync;
}

function prepareStatements(database: DatabaseSync): Statements {
  return {
    insert: database.prepare(`
      INSERT INTO change
        (time, briefing_id, kind, mark_id, description, before, after, editing, state, step,
          step_description)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
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
    wholeStep: database.prepare(
      'SELECT * FROM change WHERE step = ? AND state = ? ORDER BY sequence',
    ),
    ofMark: database.prepare(
      "SELECT * FROM change WHERE mark_id = ? AND kind = 'annotation' ORDER BY sequence DESC",
    ),
    move: database.prepare('UPDATE change SET briefing_id = ? WHERE briefing_id = ?'),
  };
}

function writeState(state: object | null): string | null {
  return state === null ? null : JSON.stringify(state);
}

function readStep(head: Row, { wholeStep, setState }: Statements): RecordedStep | null {
  const { step = null, state = null } = head;
  const rows = step === null ? [head] : wholeStep.all(step, state);
  const changes = rows.flatMap((row) => {
    const change = readChange(row);
    // What cannot be read must not block what lies beyond it.
    if (change === null) setState.run('superseded', row['sequence'] ?? null);
    return change ?? [];
  });
  const [first] = changes;
  if (first === undefined) return null;
  return { description: first.stepDescription ?? first.description, changes };
}

function next(statement: StatementSync, statements: Statements): RecordedStep | null {
  for (;;) {
    const row = statement.get();
    if (row === undefined) return null;
    const step = readStep(row, statements);
    if (step !== null) return step;
  }
}

/** The change that `change` goes on with: the newest step, if it is of the same stretch of typing. */
function findOpenStep(change: AnnotationChange, statements: Statements): RecordedAnnotation | null {
  if (change.editing === null || statements.oldestUndone.get() !== undefined) return null;
  const [newest, ...others] = next(statements.newestDone, statements)?.changes ?? [];
  if (newest?.kind !== 'annotation' || others.length > 0) return null;
  if (newest.editing !== change.editing || newest.after === null) return null;
  return newest.markId === change.markId ? newest : null;
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

interface Part {
  /** The id of the step. */
  readonly step: string;
  readonly description: string;
}

function add(
  { insert }: Statements,
  change: MarkChange | BriefingChange,
  time: number,
  state: State,
  part: Part | null = null,
): void {
  const { briefingId, kind, markId, description } = change;
  const [before, after] = [writeState(change.before), writeState(change.after)];
  const editing = change.kind === 'annotation' ? change.editing : null;
  const values = [time, briefingId, kind, markId, description, before, after, editing, state];
  insert.run(...values, part?.step ?? null, part?.description ?? null);
}

function mark({ changes }: RecordedStep, state: State, { setState }: Statements): void {
  for (const { sequence } of changes) setState.run(state, sequence);
}

/** Prepares the statements. @throws SQLite's error if the table is not there. */
export function openHistory(database: DatabaseSync): History {
  const statements = prepareStatements(database);
  const { supersedeUndone, newestDone, oldestUndone, ofMark, move } = statements;
  return {
    record: (change, time) => {
      if (merge(change, time, statements)) return;
      supersedeUndone.run();
      add(statements, change, time, 'done');
    },
    recordStep: (changes, description, time) => {
      const [first, ...others] = changes;
      if (first === undefined) return;
      supersedeUndone.run();
      const isPlain = others.length === 0 && first.description === description;
      const part = isPlain ? null : { step: randomUUID(), description };
      for (const change of changes) add(statements, change, time, 'done', part);
    },
    recordPermanent: (change, time) => add(statements, change, time, 'permanent'),
    nextUndo: () => next(newestDone, statements),
    nextRedo: () => next(oldestUndone, statements),
    markUndone: (step) => mark(step, 'undone', statements),
    markDone: (step) => mark(step, 'done', statements),
    changesOf: (markId) =>
      ofMark.all(markId).flatMap((row) => {
        const change = readChange(row);
        return change?.kind === 'annotation' ? change : [];
      }),
    move: (fromBriefing, toBriefing) => {
      move.run(toBriefing, fromBriefing);
    },
  };
}
