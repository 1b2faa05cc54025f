import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { colorSchema } from './annotation.ts';
import { isoDaySchema } from './briefing.ts';
import { briefingIdSchema, libraryFilterSchema } from './listing.ts';
import { noteQuerySchema } from './note-list.ts';
import { tagSchema } from './tag.ts';

/** The forms in which notes leave the app; `export-formats.ts` says what each is for. */
export const exportFormatSchema = z.enum([
  'markdown',
  'obsidian',
  'logseq',
  'html',
  'pdf',
  'docx',
  'csv',
  'readwise',
  'json',
  'bibtex',
  'csl',
  'txt',
  'zip',
]);

/** Whose marks are exported. For `all` those of every briefing that has any. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('briefing'), briefingId: briefingIdSchema }),
  /** The annotations that the list of all notes shows. */
  z.object({ kind: z.literal('notes'), query: noteQuerySchema }),
  /** The briefings of a list, as a view or a search shows them. */
  z.object({ kind: z.literal('list'), filter: libraryFilterSchema }),
  z.object({ kind: z.literal('all') }),
]);

/** Which of the marks are exported. Empty lists and `null` leave nothing out. */
export const markFilterSchema = z.object({
  colors: z.array(colorSchema),
  /** A tag stands for the tags inside of it, too. */
  tags: z.array(tagSchema).check(z.maxLength(100)),
  /** Days on which marks were made or changed last, in UTC, both inclusive. */
  from: z.nullable(isoDaySchema),
  to: z.nullable(isoDaySchema),
  withBookmarks: z.boolean(),
});

export const templateIdSchema = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** How an export is made, apart from whose marks it has. Presets keep this. */
export const exportFormSchema = z.object({
  format: exportFormatSchema,
  filter: markFilterSchema,
  /** Whether the text of the briefings is in it. */
  withText: z.boolean(),
  /** One file, or one for each briefing in a folder. */
  layout: z.enum(['file', 'folder']),
  /** With a title page, contents and an index of tags. */
  isBook: z.boolean(),
  /** One of the reader's templates instead of the format's own; only for Markdown. */
  templateId: z.nullable(templateIdSchema),
});

export const exportRequestSchema = z.extend(exportFormSchema, { scope: exportScopeSchema });

/** What would be written, or its beginning, and the file name that would be proposed. */
export const exportPreviewSchema = z.object({
  /** `page` is a whole HTML document without scripts. */
  kind: z.enum(['text', 'page']),
  content: z.string(),
  fileName: z.string(),
  briefingCount: z.number(),
  markCount: z.number(),
  /** Only the beginning is shown. */
  isCut: z.boolean(),
});

/** What became of one file of a folder that was exported to again. */
export const fileOutcomeSchema = z.object({
  /** The name of the file in the folder. */
  name: z.string(),
  /**
   * `new`: written; `updated`: it has what changed, and what the reader wrote into it; `kept`: as it
   * was; `conflict`: both texts are in it, as the same lines were changed in both.
   */
  outcome: z.enum(['new', 'updated', 'kept', 'conflict']),
});

export const exportOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('saved'),
    /** The file or the folder. */
    path: z.string(),
    byteLength: z.number(),
    briefingCount: z.number(),
    /** For a folder; empty for a file. */
    files: z.array(fileOutcomeSchema),
  }),
]);

/** How many briefings of an export are done; `total` is what it has altogether. */
export const exportProgressSchema = z.object({ done: z.number(), total: z.number() });

/** A form that the reader gave a name. */
export const exportPresetSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  form: exportFormSchema,
});

export type ExportFormat = z.infer<typeof exportFormatSchema>;
export type ExportScope = Immutable<z.infer<typeof exportScopeSchema>>;
export type MarkFilter = Immutable<z.infer<typeof markFilterSchema>>;
export type ExportForm = Immutable<z.infer<typeof exportFormSchema>>;
export type ExportRequest = Immutable<z.infer<typeof exportRequestSchema>>;
export type ExportPreview = Immutable<z.infer<typeof exportPreviewSchema>>;
export type FileOutcome = Immutable<z.infer<typeof fileOutcomeSchema>>;
export type ExportOutcome = Immutable<z.infer<typeof exportOutcomeSchema>>;
export type ExportProgress = Immutable<z.infer<typeof exportProgressSchema>>;
export type ExportPreset = Immutable<z.infer<typeof exportPresetSchema>>;
