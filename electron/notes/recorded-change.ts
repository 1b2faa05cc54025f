import * as z from 'zod/mini';
import type { Immutable } from '../shared/immutable.ts';
import { annotationSchema, bookmarkSchema } from '../shared/model/annotation.ts';
import { readJson, readRow, type Row } from './rows.ts';

const base = {
  sequence: z.number(),
  briefingId: z.string(),
  markId: z.string(),
  description: z.string(),
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

/** A step of undo as it was recorded; `sequence` grows with every change. */
export type RecordedChange = Immutable<z.infer<typeof recordedSchema>>;

/** A mark's state names its briefing only by the column, which follows the briefing's file. */
function readState(row: Row, column: 'before' | 'after'): unknown {
  const state = readJson(row[column]);
  if (typeof state !== 'object' || state === null) return state;
  return { ...state, briefingId: row['briefing_id'] };
}

function shape(row: Row): unknown {
  return {
    sequence: row['sequence'],
    kind: row['kind'],
    briefingId: row['briefing_id'],
    markId: row['mark_id'],
    description: row['description'],
    before: readState(row, 'before'),
    after: readState(row, 'after'),
    editing: row['editing'],
  };
}

/** `null` for a row that does not hold a step of undo, which is logged. */
export function readChange(row: Row): RecordedChange | null {
  return readRow(recordedSchema, 'change', row, shape);
}
