import { monthNames } from '../../shared/model/months.ts';

/** A day of a month, with its year where the text names one. Months count from 1. */
export interface StatedDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** The words it was read from. */
  readonly evidence: string;
}

const monthNumbers: ReadonlyMap<string, number> = new Map(
  monthNames.flatMap((name, index) =>
    [name, name.slice(0, 3), ...(name === 'September' ? ['Sept'] : [])].flatMap((word) => [
      [word, index + 1] as const,
      [word.toUpperCase(), index + 1] as const,
    ]),
  ),
);

/** Longer names first. Small letters do not count: "may 5" and "march 3" are words. */
const month = `(${[...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`;
const before = '(?<![\\p{L}\\p{N}])';
const year = '((?:18|19|20)\\d\\d)(?![\\p{L}\\p{N}])';
/** A day or the days of a range, of which the last counts; no part of a number as `5,000`. */
const day = '(?:\\d{1,2} ?[–-] ?)?(\\d{1,2})(?:st|nd|rd|th)?(?!\\p{L}|\\p{N}|,\\d{3}(?!\\d))';

const monthFirst = `${before}${month} ${day}(?:,? ${year})?`;
const dayFirst = `${before}(\\d{1,2}) ${month},? ${year}`;
const statedDay = new RegExp(`${monthFirst}|${dayFirst}`, 'gu');

/**
 * The days that a text states as `Month D, YYYY`, `Month D` or `D Month YYYY`, with English month
 * names or their usual abbreviations, in order. Days that no calendar has are left out.
 */
export function* statedDays(text: string): Generator<StatedDay> {
  for (const match of text.matchAll(statedDay)) {
    const [evidence, monthA, dayA, yearA, dayB, monthB, yearB] = match;
    const yearText = yearA ?? yearB;
    const stated = {
      year: yearText === undefined ? null : Number(yearText),
      month: monthNumbers.get(monthA ?? monthB ?? '') ?? 0,
      day: Number(dayA ?? dayB),
      evidence,
    };
    // 2024 has a 29 February.
    if (isoDay(stated.year ?? 2024, stated.month, stated.day) !== null) yield stated;
  }
}

/** `YYYY-MM-DD`, or `null` where the calendar has no such day. */
export function isoDay(yearNumber: number, monthNumber: number, dayNumber: number): string | null {
  const date = new Date(Date.UTC(yearNumber, monthNumber - 1, dayNumber));
  const valid =
    yearNumber >= 1000 &&
    yearNumber <= 9999 &&
    date.getUTCMonth() === monthNumber - 1 &&
    date.getUTCDate() === dayNumber;
  return valid ? date.toISOString().slice(0, 10) : null;
}

/** How many days `later` is after `earlier`; negative where it is before. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);
}

/**
 * The ISO day of a stated one. Where it names no year, the year is the one that brings it nearest to
 * the day `reference`; `null` without a reference.
 */
export function resolveDay(stated: StatedDay, reference: string | null): string | null {
  if (stated.year !== null) return isoDay(stated.year, stated.month, stated.day);
  if (reference === null) return null;
  const around = Number(reference.slice(0, 4));
  let nearest: string | null = null;
  for (const candidateYear of [around - 1, around, around + 1]) {
    const candidate = isoDay(candidateYear, stated.month, stated.day);
    if (candidate === null) continue;
    const distance = Math.abs(daysBetween(reference, candidate));
    if (nearest === null || distance < Math.abs(daysBetween(reference, nearest))) {
      nearest = candidate;
    }
  }
  return nearest;
}
