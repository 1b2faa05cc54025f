import type { Briefing } from '../model/briefing.ts';
import { type Part, type PartPath, partsOf } from '../model/part.ts';
import { foldWithOffsets, type Stretch } from './folded-text.ts';
import { findHits, positiveWords } from './hits.ts';
import type { Query, TextField, Words } from './query.ts';

/** A hit in a part's text, in its UTF-16 code units. */
export interface PartHit extends Stretch {
  readonly part: PartPath;
}

/** The field that a part's text belongs to. */
export function fieldOf(part: PartPath): TextField {
  if (part === 'headline') return 'headline';
  return part.startsWith('figures/') ? 'caption' : 'text';
}

/** Those of several words that are looked for in a field. */
export function wordsIn(field: TextField, words: readonly Words[]): readonly Words[] {
  return words.filter((term) => term.field === null || term.field === field);
}

/**
 * Where the words of a query stand in the parts of a briefing, in reading order. Words that only
 * credits or notes may have are not looked for.
 */
export function hitsInBriefing(briefing: Briefing, query: Query): readonly PartHit[] {
  const words = positiveWords(query);
  if (words.length === 0) return [];
  return partsOf(briefing).flatMap(({ path, text }) =>
    findHits(text, wordsIn(fieldOf(path), words)).map((hit) => ({ part: path, ...hit })),
  );
}

/** Signs that keyboards have instead of those of print, each one character for one. */
const printed: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201b\u2032\u02bc]/gu, "'"],
  [/[\u201c-\u201f\u2033]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/\s/gu, ' '],
];

function asTyped(folded: string): string {
  return printed.reduce((text, [signs, sign]) => text.replace(signs, sign), folded);
}

/** Where a needle stands in one text, without overlaps. */
function findIn(text: string, needle: string): readonly Stretch[] {
  const folded = foldWithOffsets(text);
  const haystack = asTyped(folded.text);
  const found: Stretch[] = [];
  let at = haystack.indexOf(needle);
  while (at !== -1) {
    const end = at + needle.length;
    const hit = folded.toOriginal({ start: at, end });
    if (hit.start >= (found.at(-1)?.end ?? 0)) found.push(hit);
    at = haystack.indexOf(needle, end);
  }
  return found;
}

/**
 * Where a text stands in the parts of a briefing, in reading order and without overlaps. Letters are
 * compared folded; straight quotes, hyphens and spaces stand for those of print. None for white space.
 */
export function findText(
  parts: readonly Pick<Part, 'path' | 'text'>[],
  needle: string,
): readonly PartHit[] {
  const wanted = asTyped(foldWithOffsets(needle).text);
  if (wanted.trim() === '') return [];
  return parts.flatMap(({ path, text }) =>
    findIn(text, wanted).map((hit) => ({ part: path, ...hit })),
  );
}
