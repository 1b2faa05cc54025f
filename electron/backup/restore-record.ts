import { randomUUID } from 'node:crypto';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type AnnotationChange, removingChange, savingChange } from '../notes/change.ts';
import type { Row } from '../notes/rows.ts';
import type { Annotation, Bookmark } from '../shared/model/annotation.ts';
import type { MarkDifference } from './mark-difference.ts';

/** Writes into the history of the notes what a restore does. Every method throws SQLite's error. */
export interface RestoreRecord {
  /** A part of the restore, which is one step of undo. */
  add(difference: MarkDifference): void;
  /** An annotation that is only in the backup's trash, so that it is in the trash here, too. */
  addTrashed(annotation: Annotation): void;
  /** The states that the annotation had, as far as the backup knows of more than is known here. */
  addPast(markId: string, briefingId: string): void;
}

/** What undo and redo call the step. */
const stepDescription = 'backup restored';

const insertChange = `
  INSERT INTO change
    (time, briefing_id, kind, mark_id, description, before, after, state, step, step_description)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** A state of the past is out of reach of undo: what undo would take back is not in force. */
const insertPast = `
  INSERT INTO change (time, briefing_id, kind, mark_id, description, before, after, state)
    SELECT ?1, ?2, 'annotation', ?3, ?4, ?5, ?6, 'superseded'
    WHERE NOT EXISTS (
      SELECT 1 FROM change
      WHERE mark_id = ?3 AND kind = 'annotation' AND time = ?1 AND description = ?4 AND after IS ?6
    )`;

const selectPast = `
  SELECT time, description, before, after FROM change
  WHERE mark_id = ? AND kind = 'annotation' ORDER BY sequence`;

function valuesOf(past: Row, markId: string, briefingId: string): SQLInputValue[] {
  const { time = 0, description = '', before = null, after = null } = past;
  return [time, briefingId, markId, description, before, after];
}

/** A change with what the history keeps of it. */
interface Recorded extends Pick<AnnotationChange, 'briefingId' | 'markId' | 'description'> {
  readonly kind: 'annotation' | 'bookmark';
  readonly before: Annotation | Bookmark | null;
  readonly after: Annotation | Bookmark | null;
}

function changeOf({ kind, markId, before, after }: MarkDifference): Recorded {
  const { briefingId = '' } = after ?? before ?? {};
  return { kind, markId, briefingId, description: stepDescription, before, after };
}

/**
 * @param time of the restore, in milliseconds since the Unix epoch.
 * @throws SQLite's error if a table is not there.
 */
export function openRestoreRecord(
  database: DatabaseSync,
  backup: DatabaseSync,
  time: number,
): RestoreRecord {
  const insert = database.prepare(insertChange);
  const insertState = database.prepare(insertPast);
  const past = backup.prepare(selectPast);
  const step = randomUUID();
  const record = ({ briefingId, kind, markId, description, before, after }: Recorded): void => {
    const states = [before, after].map((state) => (state === null ? null : JSON.stringify(state)));
    insert.run(
      time,
      briefingId,
      kind,
      markId,
      description,
      ...states,
      'done',
      step,
      stepDescription,
    );
  };
  return {
    add: (difference) => record(changeOf(difference)),
    addTrashed: (annotation) => {
      record(savingChange(null, annotation));
      record(removingChange(annotation));
    },
    addPast: (markId, briefingId) => {
      for (const row of past.all(markId)) insertState.run(...valuesOf(row, markId, briefingId));
    },
  };
}
