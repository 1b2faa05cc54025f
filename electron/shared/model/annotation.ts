/**
 * The reader's marks: annotations (a colour, tags and a note on a target) and bookmarks.
 * Passages are stored by the selectors of the W3C Web Annotation Data Model, section 4.2.
 */
import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { briefingDateSchema } from './briefing.ts';
import { briefingIdSchema, fingerprintSchema } from './listing.ts';
import { partPathSchema } from './part.ts';
import { tagSchema } from './tag.ts';

/** The five colours of highlights, in the order of the keys 1 to 5. */
export const colorSchema = z.enum(['yellow', 'green', 'blue', 'pink', 'purple']);

/**
 * W3C TextQuoteSelector: the passage verbatim, with the text before and after it (32 UTF-16 code
 * units of the normalised text, or what there is). A line feed stands between two parts.
 */
export const textQuoteSelectorSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

/**
 * W3C TextPositionSelector: `start` inclusive, `end` exclusive, in UTF-16 code units of the
 * normalised text, counted from the beginning of the part. Behind the part's end counting goes on
 * through the parts that follow, with one for each boundary.
 */
export const textPositionSelectorSchema = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.int().check(z.gte(0)),
  end: z.int().check(z.gte(0)),
});

const wholeBriefingSchema = z.object({ kind: z.literal('briefing') });

const partTargetSchema = z.object({
  kind: z.literal('part'),
  part: partPathSchema,
  /** The part's text when it was marked, so that the mark means something without its file. */
  quote: z.string(),
});

/** A passage: a stretch of one part's text, or from one part to a later one. */
export const passageTargetSchema = z.object({
  kind: z.literal('passage'),
  /** The part it begins in. */
  part: partPathSchema,
  quote: textQuoteSelectorSchema,
  position: textPositionSelectorSchema,
  /** Of the briefing's file when the passage was marked: the same one now means the same text. */
  fingerprint: z.nullable(fingerprintSchema),
  /** The quote stood in the briefing more than once when it was marked. */
  repeated: z.boolean(),
});

/** What an annotation is about: the whole briefing, one part, or a passage of one part. */
export const targetSchema = z.discriminatedUnion('kind', [
  wholeBriefingSchema,
  partTargetSchema,
  passageTargetSchema,
]);

/** What a bookmark points at. */
export const placeSchema = z.discriminatedUnion('kind', [wholeBriefingSchema, partTargetSchema]);

const idSchema = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

/** An annotation as the renderer sends it. */
export const annotationDraftSchema = z.object({
  /** A UUID chosen by the renderer, so that repeating a save after a failure makes no second one. */
  id: idSchema,
  briefingId: briefingIdSchema,
  target: targetSchema,
  color: z.nullable(colorSchema),
  tags: z.array(tagSchema).check(z.maxLength(100)),
  /** Markdown (CommonMark); empty for a highlight without a note. */
  note: z.string().check(z.maxLength(1_000_000)),
  /**
   * Saves of one annotation that carry the same value are one step of undo: the id of a stretch of
   * typing (a UUID).
   */
  editing: idSchema,
});

/** An annotation as it is stored. Times are milliseconds since the Unix epoch. */
export const annotationSchema = z.object({
  id: idSchema,
  briefingId: briefingIdSchema,
  target: targetSchema,
  color: z.nullable(colorSchema),
  tags: z.array(z.string()),
  note: z.string(),
  createdAt: z.number(),
  modifiedAt: z.number(),
});

/** A bookmark as the renderer sends it. */
export const bookmarkDraftSchema = z.object({
  id: idSchema,
  briefingId: briefingIdSchema,
  place: placeSchema,
});

/** A bookmark as it is stored. `createdAt` is milliseconds since the Unix epoch. */
export const bookmarkSchema = z.object({
  id: idSchema,
  briefingId: briefingIdSchema,
  place: placeSchema,
  createdAt: z.number(),
});

/** The reader's marks on one briefing, each list by creation time. */
export const marksSchema = z.object({
  annotations: z.array(annotationSchema),
  bookmarks: z.array(bookmarkSchema),
});

/** How many marks a briefing has; briefings without any are not counted. */
export const markCountSchema = z.object({
  briefingId: briefingIdSchema,
  annotations: z.number(),
  bookmarks: z.number(),
});

/** What is kept of a briefing beside its marks, so that they can be read and found without its file. */
export const briefingReferenceSchema = z.object({
  id: briefingIdSchema,
  fingerprint: z.nullable(fingerprintSchema),
  path: z.string(),
  fileName: z.string(),
  headline: z.string(),
  source: z.nullable(z.string()),
  date: z.nullable(briefingDateSchema),
});

/** The result of undo or redo: what was changed, in words for the reader, or that there was nothing. */
export const historyStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({
    kind: z.literal('changed'),
    briefingId: briefingIdSchema,
    /** What the step did, such as `note deleted` (undo then says `Undone: note deleted`). */
    description: z.string(),
  }),
]);

export type Annotation = Immutable<z.infer<typeof annotationSchema>>;
export type AnnotationDraft = Immutable<z.infer<typeof annotationDraftSchema>>;
export type Bookmark = Immutable<z.infer<typeof bookmarkSchema>>;
export type BookmarkDraft = Immutable<z.infer<typeof bookmarkDraftSchema>>;
export type BriefingReference = Immutable<z.infer<typeof briefingReferenceSchema>>;
export type Color = z.infer<typeof colorSchema>;
export type HistoryStep = Immutable<z.infer<typeof historyStepSchema>>;
export type MarkCount = Immutable<z.infer<typeof markCountSchema>>;
export type Marks = Immutable<z.infer<typeof marksSchema>>;
export type PassageTarget = Immutable<z.infer<typeof passageTargetSchema>>;
export type Place = Immutable<z.infer<typeof placeSchema>>;
export type Target = Immutable<z.infer<typeof targetSchema>>;
