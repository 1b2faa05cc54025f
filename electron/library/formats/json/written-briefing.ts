/**
 * A briefing as people and programs write it in JSON. Everything but the headline can be left out,
 * and what `readout parse --json` prints is one too. Published as docs/briefing.schema.json.
 */
import * as z from 'zod/mini';
import type { Immutable } from '../../../shared/immutable.ts';
import {
  briefingDateSchema,
  cellSchema,
  creditSchema,
  isoDaySchema,
  itemSchema,
  linkSchema,
  warningSchema,
} from '../../../shared/model/briefing.ts';

function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  return schema.check(z.describe(description));
}

const day = described(isoDaySchema, 'A calendar day as YYYY-MM-DD.');

/** A picture slot. */
export const writtenFigureSchema = z.object({
  caption: described(z.nullish(z.string()), 'What the picture shows.'),
  credit: described(
    z.nullish(z.union([z.string(), creditSchema])),
    'Who made it, as a credit line ("REUTERS/Susana Vera") or taken apart. Where it is left out, it is looked for at the end of the caption; null means uncredited.',
  ),
  date: described(
    z.nullish(day),
    'The day the picture was taken. Where it is left out, it is looked for in the caption.',
  ),
  filePhoto: described(z.optional(z.boolean()), 'Whether the picture is from an archive.'),
  picture: described(
    z.nullish(z.string()),
    'The name of a file in the folder "<name of this file>.media", or "./" and a path below the folder of this file. Addresses on the network are left out.',
  ),
});

/** An item that is more than a paragraph. */
export const writtenItemSchema = z.object({
  kind: described(
    z.optional(itemSchema.shape.kind),
    'Where it is left out: bullet for an item with a marker, row for one with cells, else paragraph.',
  ),
  text: described(z.string(), 'The words. Those of a row are its cells with tabs between.'),
  marker: described(z.nullish(z.string()), 'The glyph or the number of a bullet.'),
  level: described(z.optional(z.int().check(z.gte(1), z.lte(100))), 'How deep it stands, from 1.'),
  links: described(
    z.optional(z.array(linkSchema)),
    'Words that lead somewhere, from "start" to before "end" in UTF-16 code units of the text, in order.',
  ),
  cells: described(
    z.optional(z.array(cellSchema)),
    'The cells of a row, from "start" to before "end" in UTF-16 code units of the text, in order.',
  ),
});

/** A body unit. */
export const writtenSectionSchema = z.object({
  heading: z.nullish(z.string()),
  level: described(
    z.optional(z.int().check(z.gte(2), z.lte(6))),
    'The rank of the heading; 2 where it is left out.',
  ),
  page: described(z.optional(z.int().check(z.gte(1))), 'The page that it stands on.'),
  items: described(
    z.optional(z.array(z.union([z.string(), writtenItemSchema]))),
    'Paragraphs as texts, anything else as objects.',
  ),
});

export const writtenBriefingSchema = z.object({
  headline: described(z.string().check(z.regex(/\S/)), 'The title. Not empty.'),
  dek: described(z.nullish(z.string()), 'The line under the headline.'),
  source: described(z.nullish(z.string()), 'The publication.'),
  date: described(
    z.nullish(z.union([day, briefingDateSchema])),
    'The day that the briefing is of. Where it is left out, it is looked for in the file name, the text and the captions; null means undated.',
  ),
  language: described(
    z.nullish(z.string()),
    'The BCP 47 tag of the language. Where it is left out, the script of the text tells it where it can.',
  ),
  figures: z.optional(z.array(writtenFigureSchema)),
  sections: z.optional(z.array(writtenSectionSchema)),
  furniture: described(
    z.optional(z.array(z.string())),
    'Lines of the page around the story, which are not shown.',
  ),
  warnings: described(
    z.optional(z.array(warningSchema)),
    'What the reader should know of how it was made.',
  ),
});

export type WrittenBriefing = Immutable<z.infer<typeof writtenBriefingSchema>>;
export type WrittenFigure = Immutable<z.infer<typeof writtenFigureSchema>>;
export type WrittenItem = Immutable<z.infer<typeof writtenItemSchema>>;

/** The schema for other programs, as JSON Schema 2020-12. */
export function briefingJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(writtenBriefingSchema, { io: 'input' });
  return { $schema, title: 'A briefing for Readout', ...rest };
}
