import * as z from 'zod/mini';
import type { Immutable } from '../shared/immutable.ts';
import { annotationSchema, bookmarkSchema } from '../shared/model/annotation.ts';
import { readJson, readRow, type Row } from './rows.ts';

const base = {
  sequence: z.number(),
  /** Milliseconds since the Unix epoch. */
  time: z.number(),
  briefingId: z.string(),
  markId: z.string(),
  description: z.string(),
  /** What the step is called that the change is only a part of; `null` where it is the step. */
  stepDescription: z.nullable(z.string()),
};

const recordedSchema = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('annotation'),
    before: z.nullable(annotationSchema),
    after: z.nullable(annotationSchema),
    editing: z.nullable(z.string()),
  }),
  z.object({
    ...base,
    kind: z.literal('bookmark'),
    before: z.nullable(bookmarkSchema),
    after: z.nullable(bookmarkSchema),
  }),
]);

/** A change of a mark as it was recorded; `sequence` grows with every change. */
export type RecordedChange = Immutable<z.infer<typeof recordedSchema>>;

/** A recorded change of an annotation. */
export type RecordedAnnotation = Extract<RecordedChange, { readonly kind: 'annotation' }>;

/** What undo takes back at once. */
export interface RecordedStep {
  /** In words for the reader. */
  readonly description: string;
  /** At least one, in the order in which they were made. */
  readonly changes: readonly RecordedChange[];
}

/** A mark's state names its briefing only by the column, which follows the briefing's file. */
function readState(row: Row, column: 'before' | 'after'): unknown {
  const state = readJson(row[column]);
  if (typeof state !== 'object' || state === null) return state;
  return { ...state, briefingId: row['briefing_id'] };
}

function shape(row: Row): unknown {
  return {
    sequence: row['sequence'],
    time: row['time'],
    kind: row['kind'],
    briefingId: row['briefing_id'],
    markId: row['mark_id'],
    description: row['description'],
    stepDescription: row['step_description'],
    before: readState(row, 'before'),
    after: readState(row, 'after'),
    editing: row['editing'],
  };
}

/** `null` for a row that does not hold a change of a mark, which is logged. */
export function readChange(row: Row): RecordedChange | null {
  return readRow(recordedSchema, 'change', row, shape);
}
