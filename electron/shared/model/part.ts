/**
 * The parts of a briefing that a reader can bookmark, annotate and move between: the headline, the
 * dek, each figure, each section's heading and each item.
 */
import * as z from 'zod/mini';
import type { Briefing, Credit, Item, Section } from './briefing.ts';

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

const kindNames: Readonly<Record<Item['kind'], string>> = {
  bullet: 'bullet',
  paragraph: 'paragraph',
  quote: 'quote',
  code: 'code',
  row: 'table row',
};

/**
 * What each item of a section is called, in order: `bullet 1`, `quote 1`, `bullet 2`. Items of one
 * kind are counted.
 */
export function itemNames(items: readonly Item[]): readonly string[] {
  const counts = new Map<Item['kind'], number>();
  return items.map(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return `${kindNames[kind]} ${count}`;
  });
}

/** What a section is called: by its heading, or by its page. */
export function sectionName({ heading, page }: Section): string {
  return heading ?? (page === undefined ? 'Text' : `Page ${page}`);
}

function partsOfSection(section: Section, index: number): readonly Part[] {
  const { heading, items } = section;
  const name = sectionName(section);
  const names = itemNames(items);
  const path = `sections/${index}/heading`;
  return [
    ...(heading === null ? [] : [{ path, text: heading, place: `${name}, heading` }]),
    ...items.map(({ text }, item) => ({
      path: `sections/${index}/items/${item}`,
      text,
      place: `${name}, ${names[item] ?? ''}`,
    })),
  ];
}

function listParts({ headline, dek, figures, sections }: Briefing): readonly Part[] {
  return [
    { path: 'headline', text: headline, place: 'Headline' },
    ...(dek === null ? [] : [{ path: 'dek', text: dek, place: 'Dek' }]),
    ...figures.map(({ caption }, index) => ({
      path: `figures/${index}`,
      text: caption ?? '',
      place: `Figure ${index + 1}`,
    })),
    ...sections.flatMap(partsOfSection),
  ];
}

interface Listed {
  readonly parts: readonly Part[];
  readonly byPath: ReadonlyMap<PartPath, Part>;
}

/** A briefing never changes, and its parts are asked for at every step of the reader. */
const listed = new WeakMap<Briefing, Listed>();

function listedOf(briefing: Briefing): Listed {
  const known = listed.get(briefing);
  if (known !== undefined) return known;
  const parts = listParts(briefing);
  const made = { parts, byPath: new Map(parts.map((part) => [part.path, part])) };
  listed.set(briefing, made);
  return made;
}

/** Every part of the briefing, in reading order. A figure without a caption has an empty text. */
export function partsOf(briefing: Briefing): readonly Part[] {
  return listedOf(briefing).parts;
}

/** The part at `path`, or `null` where the briefing has none (its file may have changed). */
export function findPart(briefing: Briefing, path: PartPath): Part | null {
  return listedOf(briefing).byPath.get(path) ?? null;
}

/** The item at `path`, or `null` where that is none of an item, or the briefing has none there. */
export function findItem(briefing: Briefing, path: PartPath): Item | null {
  const match = /^sections\/(\d+)\/items\/(\d+)$/.exec(path);
  return briefing.sections[Number(match?.[1])]?.items[Number(match?.[2])] ?? null;
}
