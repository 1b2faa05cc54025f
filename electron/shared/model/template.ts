import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { templateIdSchema } from './export.ts';

/** The longest template, in UTF-16 code units. */
export const longestTemplate = 100_000;

/** A template of the reader's own: Liquid that makes Markdown of one briefing with its marks. */
export const templateSchema = z.object({
  id: templateIdSchema,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  source: z.string().check(z.maxLength(longestTemplate)),
});

/** What a template makes of a briefing, or what is wrong with it. Lines and columns count from 1. */
export const templatePreviewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), text: z.string() }),
  z.object({
    kind: z.literal('faulty'),
    message: z.string(),
    line: z.nullable(z.number()),
    column: z.nullable(z.number()),
  }),
]);

export type Template = Immutable<z.infer<typeof templateSchema>>;
export type TemplatePreview = Immutable<z.infer<typeof templatePreviewSchema>>;
