/**
 * The document that Readout shows, whatever the format of its file. This is also the JSON that
 * `readout parse --json` prints, so every field says what it holds.
 *
 * Text fields hold the text as it stands in the file (quotes, hyphens and spaces unchanged; only
 * the white space around a line is dropped). Offsets into them are UTF-16 code units.
 */
import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';

/** A calendar day, `YYYY-MM-DD` (ISO 8601). */
export const isoDaySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What a credit line says about how a picture came to be or to be distributed. */
export const creditFlagSchema = z.enum(['pool', 'file photo', 'handout', 'illustration']);

/** Who made a picture. A field that the file does not state is `null`, never a guess. */
export const creditSchema = z.object({
  /** The agency that distributes the picture: `Reuters`, `AP`, `Getty Images`. */
  agency: z.nullable(z.string()),
  photographer: z.nullable(z.string()),
  /** The person or organisation that supplied the picture, where an agency only distributes it. */
  source: z.nullable(z.string()),
  /** The partner that the agency distributes for: `AFP`, `Bloomberg`, `Anadolu`, `NurPhoto`. */
  via: z.nullable(z.string()),
  flags: z.array(creditFlagSchema),
  /** The credit as it stands in the file, such as `REUTERS/Maxim Shemetov/Pool`. */
  verbatim: z.string(),
});

/** A picture slot. Two figures may have the same caption: a figure's identity is its index. */
export const figureSchema = z.object({
  /** What the picture shows, without `FILE PHOTO:` and without the credit; `null` for a bare slot. */
  caption: z.nullable(z.string()),
  /** `null` means uncredited. */
  credit: z.nullable(creditSchema),
  /** The day the picture was taken, as the caption states it. */
  date: z.nullable(isoDaySchema),
  /** The caption or the credit says that the picture comes from an archive. */
  filePhoto: z.boolean(),
  /**
   * Where a local picture is: the name of a file in the folder `<briefing's file name>.media`,
   * `./` and a path relative to the briefing's folder, or `embedded:` and the number of a picture
   * inside of the file, from 0; `null` where there is none. Never a remote address.
   */
  picture: z.nullable(z.string()),
});

/** A stretch of an item's text, in UTF-16 code units: `start` inclusive, `end` exclusive. */
const stretch = { start: z.int().check(z.gte(0)), end: z.int().check(z.gte(0)) };

/** Words of an item that lead somewhere. Links do not overlap and stand in the order of the text. */
export const linkSchema = z.object({
  ...stretch,
  /** The address as the file states it, whatever its scheme: it is shown, and data. */
  target: z.string(),
});

/** A cell of a table's row. Cells stand in the order of the text, a tab between two. */
export const cellSchema = z.object({ ...stretch, isHeading: z.boolean() });

/**
 * One bullet, paragraph, quotation, preformatted text or table row of a section. Rows that follow
 * each other are one table.
 */
export const itemSchema = z.object({
  kind: z.enum(['bullet', 'paragraph', 'quote', 'code', 'row']),
  /** Only the text of `code` holds line feeds; that of a `row` is its cells with tabs between. */
  text: z.string(),
  /** The bullet's glyph or number as it stands in the file; `null` where there is none. */
  marker: z.nullable(z.string()),
  /** How deep a bullet or quotation stands inside of others; absent at the outermost level. */
  level: z.optional(z.int().check(z.gte(1))),
  /** Absent where nothing is linked. */
  links: z.optional(z.array(linkSchema)),
  /** The cells of a `row`; absent for other items. */
  cells: z.optional(z.array(cellSchema)),
});

/** A body unit. */
export const sectionSchema = z.object({
  /** The heading as it stands in the file; `null` for text before any heading. */
  heading: z.nullable(z.string()),
  items: z.array(itemSchema),
  /** The rank of the heading below the headline, from 2 to 6; absent for 2. */
  level: z.optional(z.int().check(z.gte(2), z.lte(6))),
  /** The page of a PDF that the section stands on, from 1; absent in other formats. */
  page: z.optional(z.int().check(z.gte(1))),
});

/**
 * Where a briefing's date comes from, the most reliable first. `inferred`: from a date in the
 * running text that names no year, placed next to the newest caption.
 */
export const dateProvenanceSchema = z.enum([
  'front matter',
  'file name',
  'inferred',
  'caption',
  'file time',
]);

/** The day a briefing is of. */
export const briefingDateSchema = z.object({
  value: isoDaySchema,
  provenance: dateProvenanceSchema,
  /** What was read, verbatim: `Nov. 19`. */
  evidence: z.nullable(z.string()),
});

/** Something the reader should know about how the file was read. */
export const warningSchema = z.object({
  kind: z.enum([
    'no story',
    'no headline',
    'empty',
    'encoding guessed',
    'front matter',
    'truncated',
    'left out',
  ]),
  /** One sentence for the reader. */
  message: z.string(),
});

/** A briefing. Nothing of the file's text is missing from it. */
export const briefingSchema = z.object({
  headline: z.string(),
  /** The line under the headline. */
  dek: z.nullable(z.string()),
  figures: z.array(figureSchema),
  sections: z.array(sectionSchema),
  /** The publication: `Particle.news`, or what the front matter says. */
  source: z.nullable(z.string()),
  date: z.nullable(briefingDateSchema),
  /** BCP 47 tag of the text's language where the file or its script tells it, else `null`. */
  language: z.nullable(z.string()),
  /** Lines of the page around the story (`Download on the App Store`, `Hero image`), in order. */
  furniture: z.array(z.string()),
  warnings: z.array(warningSchema),
});

export type Briefing = Immutable<z.infer<typeof briefingSchema>>;
export type BriefingDate = Immutable<z.infer<typeof briefingDateSchema>>;
export type Credit = Immutable<z.infer<typeof creditSchema>>;
export type CreditFlag = z.infer<typeof creditFlagSchema>;
export type DateProvenance = z.infer<typeof dateProvenanceSchema>;
export type Figure = Immutable<z.infer<typeof figureSchema>>;
export type Cell = Immutable<z.infer<typeof cellSchema>>;
export type Link = Immutable<z.infer<typeof linkSchema>>;
export type Item = Immutable<z.infer<typeof itemSchema>>;
export type Section = Immutable<z.infer<typeof sectionSchema>>;
export type Warning = Immutable<z.infer<typeof warningSchema>>;
