import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { briefingDateSchema, briefingSchema } from './briefing.ts';
import { partPathSchema } from './part.ts';

/** The id of a briefing: 32 hexadecimal digits, derived from where its file stands. */
export const briefingIdSchema = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** SHA-256 of a file's bytes, in hexadecimal: two files with the same one are the same story. */
export const fingerprintSchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The formats that are read, by their usual file name endings. */
export const formatSchema = z.enum(['txt', 'md', 'html', 'json', 'eml', 'docx', 'pdf']);

export type Format = z.infer<typeof formatSchema>;

/** What a briefing's file says of it. */
export const listingSchema = z.object({
  id: briefingIdSchema,
  /** The headline; for an unreadable file its file name. */
  headline: z.string(),
  source: z.nullable(z.string()),
  date: z.nullable(briefingDateSchema),
  /** Words in the briefing, for the reading time. */
  wordCount: z.number(),
  fileName: z.string(),
  /**
   * The absolute path, to be shown; requests never carry it. A file inside of a zip has the path of
   * the zip, a slash and its name in it.
   */
  path: z.string(),
  /** `null` for a file that could not be read or is of no format that is. */
  format: z.nullable(formatSchema),
  fingerprint: z.nullable(fingerprintSchema),
  /** Why the file could not be read, as one sentence; `null` for a readable one. */
  problem: z.nullable(z.string()),
});

export type Listing = Immutable<z.infer<typeof listingSchema>>;

/** How far the reader is: never opened, opened, or seen to its end (or marked so). */
export const readingSchema = z.enum(['unread', 'reading', 'read']);

export type Reading = z.infer<typeof readingSchema>;

/** A stretch of a text, in UTF-16 code units: `start` inclusive, `end` exclusive. */
export const stretchSchema = z.object({ start: z.int(), end: z.int() });

/** A hit of a search with the text around it. */
export const excerptSchema = z.object({
  /** The part it stands in; `null` for words of the reader's notes. */
  part: z.nullable(partPathSchema),
  /** Verbatim, with an ellipsis where it was cut. */
  text: z.string(),
  /** Where the words of the query stand in `text`, in order. */
  hits: z.array(stretchSchema),
});

export type Excerpt = Immutable<z.infer<typeof excerptSchema>>;

/** A briefing's row in the list: what its file says, and what the reader did with it. */
export const libraryRowSchema = z.extend(listingSchema, {
  reading: readingSchema,
  isPinned: z.boolean(),
  /** The file has changed since the reader read it. */
  isChanged: z.boolean(),
  /** How many other files hold the same story. They have no rows of their own. */
  copyCount: z.number(),
  /** At most two, the best first; empty where the query has no words, or only the headline has them. */
  excerpts: z.array(excerptSchema),
});

export type LibraryRow = Immutable<z.infer<typeof libraryRowSchema>>;

/** Which briefings a list shows, and how they are ordered. */
export const libraryFilterSchema = z.object({
  /** The chosen view, as a query (electron/shared/search/query.ts); empty for all briefings. */
  view: z.string().check(z.maxLength(1000)),
  /** The query as it was typed. Faults in it are left out: they never empty the list. */
  text: z.string().check(z.maxLength(1000)),
  /** `relevance` is `newest` where the query has no words. */
  order: z.enum(['newest', 'relevance']),
});

export type LibraryFilter = Immutable<z.infer<typeof libraryFilterSchema>>;

/** How a filtered list is laid out, without its rows: enough to size and group a virtual list. */
export const libraryOutlineSchema = z.object({
  /** How many rows the list has. */
  total: z.number(),
  /** There are more, which the list leaves out: a query with fewer hits reaches them. */
  isCapped: z.boolean(),
  /**
   * Days in list order (newest first, undated last) with their number of rows; together `total`.
   * Empty where the list is ordered by relevance.
   */
  days: z.array(z.object({ day: z.nullable(z.string()), count: z.number() })),
});

export type LibraryOutline = Immutable<z.infer<typeof libraryOutlineSchema>>;

/** How many rows each view has. */
export const viewCountsSchema = z.object({
  all: z.number(),
  unread: z.number(),
  pinned: z.number(),
  changed: z.number(),
  bookmarked: z.number(),
  annotated: z.number(),
  problems: z.number(),
  /** The most frequent first, at most 200. */
  sources: z.array(z.object({ source: z.string(), count: z.number() })),
  /** By name. */
  tags: z.array(z.object({ tag: z.string(), count: z.number() })),
});

export type ViewCounts = Immutable<z.infer<typeof viewCountsSchema>>;

/** The id of a root: the first 16 hexadecimal digits of the SHA-256 of its absolute path. */
export const rootIdSchema = z.string().check(z.regex(/^[0-9a-f]{16}$/));

/** A folder of the library. */
export const rootSchema = z.object({
  id: rootIdSchema,
  /** Absolute; to be shown. */
  path: z.string(),
  /** Files are read whose path below the root fits one of these globs; empty for all. */
  include: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(50)),
  /** Files and folders are left out whose path below the root fits one of these globs. */
  exclude: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(50)),
});

export type Root = Immutable<z.infer<typeof rootSchema>>;

/** A root as it is at the moment. */
export const rootStatusSchema = z.extend(rootSchema, {
  /** `gone`: its disk is not there; the catalog still shows its briefings. */
  state: z.enum(['present', 'gone', 'unreadable']),
  /** Why it is not `present`, as one sentence; `null` where it is. */
  message: z.nullable(z.string()),
  briefingCount: z.number(),
});

export type RootStatus = Immutable<z.infer<typeof rootStatusSchema>>;

/** What the library is and does at the moment. */
export const libraryStatusSchema = z.object({
  roots: z.array(rootStatusSchema),
  /** Rows of the list of all briefings. */
  briefingCount: z.number(),
  /** Files and folders that could not be read; they are listed with the reason. */
  problemCount: z.number(),
  activity: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('idle') }),
    z.object({
      kind: z.literal('scanning'),
      /** Files dealt with, of those found so far. */
      done: z.number(),
      total: z.number(),
      /** An estimate of the time that is left, in milliseconds; `null` while there is none. */
      remaining: z.nullable(z.number()),
    }),
    /** The reader stopped a scan; the next one goes on from there. */
    z.object({ kind: z.literal('stopped'), done: z.number(), total: z.number() }),
    z.object({ kind: z.literal('failed'), message: z.string() }),
  ]),
});

export type LibraryStatus = Immutable<z.infer<typeof libraryStatusSchema>>;

/** What became of briefings that were in the library already. */
export const briefingChangesSchema = z.object({
  /** Their files' contents are other ones, or their files are gone or back. */
  changed: z.array(briefingIdSchema),
  /** Their files stand elsewhere now, which gives them another id. */
  moved: z.array(z.object({ from: briefingIdSchema, to: briefingIdSchema })),
});

export type BriefingChanges = Immutable<z.infer<typeof briefingChangesSchema>>;

/** A version of a briefing that the reader has read. */
export const readVersionSchema = z.object({
  briefing: briefingSchema,
  /** Milliseconds since the Unix epoch. */
  readAt: z.number(),
});

export type ReadVersion = Immutable<z.infer<typeof readVersionSchema>>;

/** A briefing as the reading view gets it. */
export const openedBriefingSchema = z.object({
  listing: listingSchema,
  briefing: briefingSchema,
  reading: readingSchema,
  isPinned: z.boolean(),
  /** Why this is what the catalog kept of the file, and not the file itself; `null` where it is. */
  kept: z.nullable(z.string()),
  /** The version that was read last, where the file has changed since then; else `null`. */
  lastRead: z.nullable(readVersionSchema),
  /** The other files with the same story. */
  copies: z.array(z.object({ id: briefingIdSchema, path: z.string() })),
});

export type OpenedBriefing = Immutable<z.infer<typeof openedBriefingSchema>>;

/** A local picture of a figure. */
export const pictureSchema = z.object({
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
  bytes: z.instanceof(Uint8Array),
});

export type Picture = z.infer<typeof pictureSchema>;
