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
  /** The name of the picture's file in the folder `<briefing's file name>.media`, if there is one. */
  picture: z.nullable(z.string()),
});

/** One bullet or paragraph of a section. */
export const itemSchema = z.object({
  kind: z.enum(['bullet', 'paragraph']),
  text: z.string(),
  /** The bullet's glyph or number as it stands in the file; `null` where there is none. */
  marker: z.nullable(z.string()),
});

/** A body unit. */
export const sectionSchema = z.object({
  /** The heading as it stands in the file; `null` for text before any heading. */
  heading: z.nullable(z.string()),
  items: z.array(itemSchema),
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
export type Item = Immutable<z.infer<typeof itemSchema>>;
export type Section = Immutable<z.infer<typeof sectionSchema>>;
export type Warning = Immutable<z.infer<typeof warningSchema>>;
