import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { briefingDateSchema, briefingSchema } from './briefing.ts';

/** The id of a briefing: 32 hexadecimal digits, derived from where its file stands. */
export const briefingIdSchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** SHA-256 of a file's bytes, in hexadecimal: two files with the same one are the same story. */
export const fingerprintSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A briefing's row in the library. */
export const listingSchema = z.object({
  id: briefingIdSchema,
  /** The headline; for an unreadable file its file name. */
  headline: z.string(),
  source: z.nullable(z.string()),
  date: z.nullable(briefingDateSchema),
  /** Words in the briefing, for the reading time. */
  wordCount: z.number(),
  fileName: z.string(),
  /** The absolute path, to be shown; requests never carry it. */
  path: z.string(),
  fingerprint: z.nullable(fingerprintSchema),
  /** Why the file could not be read, as one sentence; `null` for a readable one. */
  problem: z.nullable(z.string()),
});

export type Listing = Immutable<z.infer<typeof listingSchema>>;

/** Which briefings a list shows, newest day first. */
export const libraryFilterSchema = z.object({
  /** Words that the headline must contain, in any order, without regard to case and diacritics. */
  text: z.string().check(z.maxLength(1000)),
  view: z.enum(['all', 'bookmarked', 'annotated']),
});

export type LibraryFilter = Immutable<z.infer<typeof libraryFilterSchema>>;

/** How a filtered list is laid out, without its rows: enough to size and group a virtual list. */
export const libraryOutlineSchema = z.object({
  total: z.number(),
  /** Days in list order (newest first, undated last) with their number of briefings. */
  days: z.array(z.object({ day: z.nullable(z.string()), count: z.number() })),
});

export type LibraryOutline = Immutable<z.infer<typeof libraryOutlineSchema>>;

/** What the library is and does at the moment. */
export const libraryStatusSchema = z.object({
  /** Absolute paths of the folders that are shown. */
  roots: z.array(z.string()),
  briefingCount: z.number(),
  /** Files that could not be read; they are listed with the reason. */
  problemCount: z.number(),
  activity: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('idle') }),
    z.object({ kind: z.literal('scanning'), done: z.number(), total: z.number() }),
    z.object({ kind: z.literal('failed'), message: z.string() }),
  ]),
});

export type LibraryStatus = Immutable<z.infer<typeof libraryStatusSchema>>;

/** A briefing with its row, as the reading view gets it. */
export const openedBriefingSchema = z.object({ listing: listingSchema, briefing: briefingSchema });

export type OpenedBriefing = Immutable<z.infer<typeof openedBriefingSchema>>;

/** A local picture of a figure. */
export const pictureSchema = z.object({
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
  bytes: z.instanceof(Uint8Array),
});

export type Picture = z.infer<typeof pictureSchema>;
