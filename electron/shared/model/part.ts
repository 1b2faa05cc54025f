/**
 * The parts of a briefing that a reader can bookmark, annotate and move between: the headline, the
 * dek, each figure, each section's heading and each item.
 */
import * as z from 'zod/mini';
import type { Briefing, Credit } from './briefing.ts';

const pathPattern =
  /^(?:headline|dek|figures\/\d+|sections\/\d+\/heading|sections\/\d+\/items\/\d+)$/;

/**
 * The path of a part inside its briefing; numbers are zero-based indexes: `headline`, `dek`,
 * `figures/0`, `sections/0/heading`, `sections/0/items/2`.
 */
export const partPathSchema = z.string().check(z.regex(pathPattern), z.maxLength(64));

export type PartPath = z.infer<typeof partPathSchema>;

/** A part with the text that passages are selected from. */
export interface Part {
  readonly path: PartPath;
  /** The text as the reading view shows it. Offsets of passages count its UTF-16 code units. */
  readonly text: string;
  /** Where it stands, for a person: `Overview, bullet 2`. */
  readonly place: string;
}

/** A credit as the reading view shows it: `Reuters / Susana Vera`; `uncredited` for none. */
export function formatCredit(credit: Credit | null): string {
  if (credit === null) return 'uncredited';
  const names = [
    credit.agency,
    credit.via && `via ${credit.via}`,
    credit.photographer,
    credit.source,
  ];
  const flags = credit.flags.length > 0 ? ` (${credit.flags.join(', ')})` : '';
  return (names.filter(Boolean).join(' / ') || credit.verbatim) + flags;
}

/** Every part of the briefing, in reading order. A figure without a caption has an empty text. */
export function partsOf(briefing: Briefing): readonly Part[] {
  const parts: Part[] = [{ path: 'headline', text: briefing.headline, place: 'Headline' }];
  if (briefing.dek !== null) parts.push({ path: 'dek', text: briefing.dek, place: 'Dek' });
  briefing.figures.forEach((figure, index) => {
    parts.push({
      path: `figures/${index}`,
      text: figure.caption ?? '',
      place: `Figure ${index + 1}`,
    });
  });
  briefing.sections.forEach((section, index) => {
    const name = section.heading ?? 'Text';
    if (section.heading !== null) {
      parts.push({
        path: `sections/${index}/heading`,
        text: section.heading,
        place: `${name}, heading`,
      });
    }
    section.items.forEach((item, itemIndex) => {
      const place = `${name}, ${item.kind} ${itemIndex + 1}`;
      parts.push({ path: `sections/${index}/items/${itemIndex}`, text: item.text, place });
    });
  });
  return parts;
}

/** The part at `path`, or `null` where the briefing has none (its file may have changed). */
export function findPart(briefing: Briefing, path: PartPath): Part | null {
  return partsOf(briefing).find((part) => part.path === path) ?? null;
}
