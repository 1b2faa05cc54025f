import { findHits } from './hits.ts';
import type { Stretch } from './folded-text.ts';
import type { Words } from './query.ts';

/** A text cut to its hits. */
export interface TextExcerpt {
  /** Verbatim, with an ellipsis where it was cut. */
  readonly text: string;
  /** Where the hits stand in it. */
  readonly hits: readonly Stretch[];
}

const ellipsis = '…';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The hits that stand closest together: those of the window that holds most, the first of them. */
function densest(hits: readonly Stretch[], length: number): Stretch {
  let best = { start: 0, end: 0 };
  let most = 0;
  let first = 0;
  hits.forEach((hit, last) => {
    while (first < last && hit.end - (hits[first]?.start ?? 0) > length) first += 1;
    if (last - first + 1 <= most) return;
    most = last - first + 1;
    best = { start: hits[first]?.start ?? 0, end: hit.end };
  });
  return best;
}

/** The first place at or after `at` where a character that is seen begins. */
function boundaryAfter(text: string, at: number): number {
  const segment = graphemes.segment(text).containing(at);
  if (segment === undefined || segment.index === at) return at;
  return segment.index + segment.segment.length;
}

/** The last place at or before `at` where a character that is seen begins. */
function boundaryBefore(text: string, at: number): number {
  return graphemes.segment(text).containing(at)?.index ?? at;
}

/** Where to begin, at `from` or later: with a word if there is space, never inside of a hit. */
function startOfWord(text: string, from: number, hit: number): number {
  if (from <= 0) return 0;
  const space = /\s+/gu;
  space.lastIndex = from - 1;
  const found = space.exec(text.slice(0, hit));
  if (found !== null) return found.index + found[0].length;
  return Math.min(boundaryAfter(text, from), hit);
}

/** Where to end, at `to` or earlier: after a word if there is space, never inside of a hit. */
function endOfWord(text: string, to: number, hit: number): number {
  if (to >= text.length) return text.length;
  const after = /^(.*\S)\s/su.exec(text.slice(hit, to + 1));
  if (after?.[1] !== undefined) return hit + after[1].length;
  if (/\s/u.test(text.charAt(hit))) return hit;
  return Math.max(boundaryBefore(text, to), hit);
}

/** The stretch around hits that fits into `length`, a third of what is left before them. */
function around(text: string, hits: Stretch, length: number): Stretch {
  const spare = Math.max(0, length - (hits.end - hits.start));
  const latest = Math.max(0, text.length - length);
  const from = Math.min(Math.max(0, hits.start - Math.floor(spare / 3)), latest);
  const start = startOfWord(text, from, hits.start);
  const to = start + length;
  if (to < hits.end) return { start, end: Math.max(boundaryBefore(text, to), start) };
  return { start, end: endOfWord(text, to, hits.end) };
}

/** The hits that are not cut; where there is none, what is there of the one that is. */
function visibleHits(hits: readonly Stretch[], { start, end }: Stretch): readonly Stretch[] {
  const begun = hits.filter((hit) => hit.start >= start && hit.start < end);
  const whole = begun.filter((hit) => hit.end <= end);
  return whole.length > 0 ? whole : begun.map((hit) => ({ start: hit.start, end }));
}

/**
 * A text cut to at most `maxLength` UTF-16 code units around the place where most of the words stand
 * close together; `null` where none does. It is cut between words, in texts without spaces between
 * characters, and only a hit that is longer than all of it is cut.
 */
export function excerptOf(
  text: string,
  words: readonly Words[],
  maxLength: number,
): TextExcerpt | null {
  const hits = findHits(text, words);
  if (hits.length === 0) return null;
  if (text.length <= maxLength) return { text, hits };
  const length = Math.max(0, maxLength - 2 * ellipsis.length);
  const { start, end } = around(text, densest(hits, length), length);
  const lead = start > 0 ? ellipsis : '';
  const moved = start - lead.length;
  return {
    text: lead + text.slice(start, end) + (end < text.length ? ellipsis : ''),
    hits: visibleHits(hits, { start, end }).map((hit) => ({
      start: hit.start - moved,
      end: hit.end - moved,
    })),
  };
}
