import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';

/** A failure as the reader sees it. */
export const problemSchema = z.object({
  /**
   * `missing`: the thing is not there (any more) · `unreadable`: it is there and cannot be read ·
   * `unwritable`: it could not be written, nothing was changed · `stopped`: a process ended early.
   */
  kind: z.enum(['missing', 'unreadable', 'unwritable', 'stopped']),
  /** One sentence: what happened and what to do about it. */
  message: z.string(),
});

export type Problem = Immutable<z.infer<typeof problemSchema>>;
