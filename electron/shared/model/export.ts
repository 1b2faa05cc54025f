import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { briefingIdSchema } from './listing.ts';

/** What an export holds: the marks of one briefing, or those of all briefings that have any. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('briefing'), briefingId: briefingIdSchema }),
  z.object({ kind: z.literal('all') }),
]);

export const exportRequestSchema = z.object({
  scope: exportScopeSchema,
  format: z.enum(['markdown']),
});

/** The very text that would be written, and the file name that would be proposed. */
export const exportPreviewSchema = z.object({
  text: z.string(),
  fileName: z.string(),
  briefingCount: z.number(),
});

export const exportOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({ kind: z.literal('saved'), path: z.string(), byteLength: z.number() }),
]);

export type ExportScope = Immutable<z.infer<typeof exportScopeSchema>>;
export type ExportRequest = Immutable<z.infer<typeof exportRequestSchema>>;
export type ExportPreview = Immutable<z.infer<typeof exportPreviewSchema>>;
export type ExportOutcome = Immutable<z.infer<typeof exportOutcomeSchema>>;
