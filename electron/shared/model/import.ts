import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';

/** What became, or would become, of one item of a file that is imported. */
export const importedItemSchema = z.object({
  /**
   * `new`: it comes in, its passage stands as it was; `moved`: its passage was edited or stands
   * elsewhere; `orphan`: it comes in, but its passage is not found; `changed`: it takes the place of
   * an older state of the same item; `known`: it is there already; `refused`: see `reason`.
   */
  outcome: z.enum(['new', 'moved', 'orphan', 'changed', 'known', 'refused']),
  /** The headline of the briefing that it goes to, or what the file says of it. */
  briefing: z.string(),
  /** Its quote or its note, cut to a line. */
  excerpt: z.string(),
  /** Why it was refused, or what the reader should know; `null` where there is nothing to say. */
  reason: z.nullable(z.string()),
});

/** What an import does, or would do. */
export const importReportSchema = z.object({
  /** A problem is a sentence that names its file. */
  files: z.array(z.object({ name: z.string(), problem: z.nullable(z.string()) })),
  /** How many items have each outcome. */
  counts: z.record(importedItemSchema.shape.outcome, z.number()),
  /** At most 1,000 of them, those that were refused or lost first. */
  items: z.array(importedItemSchema),
});

export type ImportedItem = Immutable<z.infer<typeof importedItemSchema>>;
export type ImportOutcome = ImportedItem['outcome'];
export type ImportReport = Immutable<z.infer<typeof importReportSchema>>;
