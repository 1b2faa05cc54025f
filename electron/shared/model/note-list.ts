/** The reader's annotations on all briefings: as a list, by tag, over time, and in the trash. */
import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { annotationSchema, briefingReferenceSchema, colorSchema } from './annotation.ts';
import { tagSchema } from './tag.ts';

/** Which annotations a list shows, and what stands together in it. */
export const noteQuerySchema = z.object({
  /** Words that note, quote, tags or headline must contain, folded, in any order; empty for all. */
  words: z.string().check(z.maxLength(1000)),
  /** One of these colours; empty for all, those without a colour included. */
  colors: z.array(colorSchema),
  /** Every one of these tags, or a tag inside of it (`a/b` is inside of `a`); empty for all. */
  tags: z.array(tagSchema).check(z.maxLength(100)),
  group: z.enum(['briefing', 'tag', 'day']),
});

export type NoteQuery = Immutable<z.infer<typeof noteQuerySchema>>;

/**
 * A group of a list: a briefing (`key` is its id), a tag (`key` is the tag, empty for annotations
 * without one) or a day of the last change (`key` is `YYYY-MM-DD` in the reader's time zone).
 * Briefings that are not in the library any more share one group, whose `key` is `missing`.
 */
export const noteGroupSchema = z.object({
  key: z.string(),
  /** The headline, the tag or the day. */
  label: z.string(),
  /** Rows in the group. */
  count: z.number(),
});

export type NoteGroup = Immutable<z.infer<typeof noteGroupSchema>>;

/** How a list is laid out, without its rows. An annotation with two tags is two rows under tags. */
export const noteOutlineSchema = z.object({
  total: z.number(),
  /** In list order: briefings by headline, those without a file last; tags by name; newest day first. */
  groups: z.array(noteGroupSchema),
});

export type NoteOutline = Immutable<z.infer<typeof noteOutlineSchema>>;

/** A row of the list of all annotations. */
export const noteRowSchema = z.object({
  annotation: annotationSchema,
  /** What is known of the briefing, even if its file is gone. */
  briefing: briefingReferenceSchema,
  /** The briefing is not in the library. */
  isMissing: z.boolean(),
});

export type NoteRow = Immutable<z.infer<typeof noteRowSchema>>;

/** A tag with the number of annotations that have it (those of inner tags not counted). */
export const tagCountSchema = z.object({ tag: tagSchema, count: z.number() });

export type TagCount = Immutable<z.infer<typeof tagCountSchema>>;

/** One state that an annotation had. */
export const noteVersionSchema = z.object({
  /** Grows with every change. */
  sequence: z.int(),
  /** When it came to be, in milliseconds since the Unix epoch. */
  time: z.number(),
  /** What the change was, in words for the reader: `note edited`. */
  description: z.string(),
  /** The annotation as the change left it; `null` where it was deleted. */
  annotation: z.nullable(annotationSchema),
});

export type NoteVersion = Immutable<z.infer<typeof noteVersionSchema>>;

/** An annotation in the trash. */
export const trashedSchema = z.object({
  annotation: annotationSchema,
  briefing: briefingReferenceSchema,
  /** In milliseconds since the Unix epoch. */
  deletedAt: z.number(),
});

export type Trashed = Immutable<z.infer<typeof trashedSchema>>;

/** How long a deleted annotation stays in the trash, in days. */
export const trashDays = 90;
