import * as z from 'zod/mini';
import type { Immutable } from '../immutable.ts';
import { type Color, colorSchema } from './annotation.ts';
import { exportFormSchema, exportPresetSchema } from './export.ts';
import { briefingIdSchema } from './listing.ts';
import { partPathSchema } from './part.ts';

/** The longest name of a colour, in UTF-16 code units. */
export const longestColorName = 40;

/** What the reader calls a colour. */
const colorNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestColorName));

/** A query that is a view. Names are told apart by their letters, without regard to case. */
export const savedSearchSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  query: z.string().check(z.minLength(1), z.maxLength(1000)),
});

export type SavedSearch = Immutable<z.infer<typeof savedSearchSchema>>;

/** What the reader chose and where they were. Small and replaceable: notes are never in here. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** The size of the text in the reading view, in per cent of its normal size. */
  textSize: z.number().check(z.gte(80), z.lte(250)),
  /** The width of the reading column, in characters. */
  columnWidth: z.number().check(z.gte(45), z.lte(110)),
  /** Widths of the side panes, in CSS pixels. */
  libraryWidth: z.number().check(z.gte(200), z.lte(900)),
  notesWidth: z.number().check(z.gte(240), z.lte(900)),
  /** What each colour of highlights stands for. */
  colorNames: z.record(colorSchema, colorNameSchema),
  /** Queries that the reader saved, as views of the library. */
  savedSearches: z.array(savedSearchSchema).check(z.maxLength(200)),
  /** How notes were exported last; `null` before the first export. */
  exportForm: z.nullable(exportFormSchema),
  /** Ways to export that the reader gave names. Names are told apart without regard to case. */
  exportPresets: z.array(exportPresetSchema).check(z.maxLength(50)),
  libraryOpen: z.boolean(),
  notesOpen: z.boolean(),
  /** The briefing that was open last. */
  lastBriefing: z.nullable(briefingIdSchema),
  /** The part at the top of the reading view, for the briefings read last; the newest is the last. */
  places: z.array(z.object({ briefingId: briefingIdSchema, part: partPathSchema })),
});

export type Settings = Immutable<z.infer<typeof settingsSchema>>;

/** How many briefings' last places are kept. */
export const keptPlaces = 500;

export const defaultSettings: Settings = {
  theme: 'system',
  textSize: 100,
  columnWidth: 68,
  libraryWidth: 300,
  notesWidth: 340,
  colorNames: {
    yellow: 'Yellow',
    green: 'Green',
    blue: 'Blue',
    pink: 'Pink',
    purple: 'Purple',
  },
  savedSearches: [],
  exportForm: null,
  exportPresets: [],
  libraryOpen: true,
  notesOpen: true,
  lastBriefing: null,
  places: [],
};

/** A colour with what it stands for, as in `yellow: claim`; `yellow` where its name says no more. */
export function labelOfColor(color: Color, { colorNames }: Pick<Settings, 'colorNames'>): string {
  const name = colorNames[color];
  return name.toLowerCase() === color ? color : `${color}: ${name}`;
}
