import type { BriefingDate } from '../../shared/model/briefing.ts';
import { daysBetween, isoDay, resolveDay, type StatedDay, statedDays } from './calendar.ts';

/** Where a briefing's date may come from. */
export interface DateSources {
  /** The front matter's date as written, or `null`. */
  readonly frontMatter: string | null;
  readonly fileName: string;
  /** The newest day that a caption of a fresh photo states, ISO 8601, or `null`. */
  readonly newestCaption: { readonly day: string; readonly evidence: string } | null;
  /** The dek and the items of the first section. */
  readonly texts: readonly string[];
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
}

/**
 * How far a day in the running text may lie from the newest photo to be the story's own: stories
 * come out with or shortly after their photos, and announce what is days ahead.
 */
const window = { before: 3, after: 7 } as const;

/** Dates are looked for in this many code units of a text. */
const searched = 20_000;

/** The day that an ISO date or date-time begins with, or that stands there in words with a year. */
function leadingDay(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (match !== null) return isoDay(Number(match[1]), Number(match[2]), Number(match[3]));
  const [stated] = statedDays(text.slice(0, searched));
  return stated === undefined ? null : resolveDay(stated, null);
}

/**
 * Days as they stand in a file name. Without separators a day may be part of a hexadecimal hash
 * (`000_5558820240312f06.txt`), so no other such digit may stand beside it.
 */
const daysInFileName = [
  /(?<!\d)((?:19|20)\d{2})([-_.])(\d{2})\2(\d{2})(?!\d)/g,
  /(?<![\da-f])((?:19|20)\d{2})()(\d{2})(\d{2})(?![\da-f])/gi,
] as const;

/** The day in a file name such as `2025-11-19 talks.txt` or `story_20251119.txt`. */
function dayInFileName(
  fileName: string,
): { readonly day: string; readonly evidence: string } | null {
  for (const match of daysInFileName.flatMap((pattern) => [...fileName.matchAll(pattern)])) {
    const day = isoDay(Number(match[1]), Number(match[3]), Number(match[4]));
    if (day !== null) return { day, evidence: match[0] };
  }
  return null;
}

/** The day in the texts that lies nearest to `newest`, inside the window; of two the later one. */
function inferDay(
  texts: readonly string[],
  newest: string,
): { readonly day: string; readonly stated: StatedDay } | null {
  let best: { readonly day: string; readonly stated: StatedDay } | null = null;
  for (const text of texts) {
    for (const stated of statedDays(text.slice(0, searched))) {
      const day = resolveDay(stated, newest);
      if (day === null) continue;
      const distance = daysBetween(newest, day);
      if (distance < -window.before || distance > window.after) continue;
      const bestDistance = best === null ? Infinity : Math.abs(daysBetween(newest, best.day));
      const isNearer = Math.abs(distance) < bestDistance;
      const isLater = Math.abs(distance) === bestDistance && best !== null && day > best.day;
      if (isNearer || isLater) best = { day, stated };
    }
  }
  return best;
}

/**
 * A briefing's date with its provenance, by the most reliable source there is: the front matter, the
 * file's name, a day in the text next to the newest photo, that photo's day, the file's time.
 */
export function dateOf(sources: DateSources): BriefingDate | null {
  const { frontMatter, fileName, newestCaption, texts, modifiedAt } = sources;
  const stated = frontMatter === null ? null : leadingDay(frontMatter);
  if (stated !== null) return { value: stated, provenance: 'front matter', evidence: frontMatter };
  const named = dayInFileName(fileName);
  if (named !== null)
    return { value: named.day, provenance: 'file name', evidence: named.evidence };
  if (newestCaption !== null) {
    const inferred = inferDay(texts, newestCaption.day);
    if (inferred !== null) {
      return { value: inferred.day, provenance: 'inferred', evidence: inferred.stated.evidence };
    }
    return { value: newestCaption.day, provenance: 'caption', evidence: newestCaption.evidence };
  }
  const time = new Date(modifiedAt);
  if (Number.isNaN(time.getTime())) return null;
  const value = isoDay(time.getFullYear(), time.getMonth() + 1, time.getDate());
  return value === null ? null : { value, provenance: 'file time', evidence: null };
}
