import search, { type Match } from 'approx-string-match';
import type { Passage } from './passage.ts';
import { thresholds } from './thresholds.ts';

/** How much of the text on either side of a passage is kept, in code units of the running text. */
export const contextLength = 32;

/** Stands for what is beyond the ends of a text, so that an end is a context, too. */
const beyond = '\u0000';

/** How many characters of context an end of the text is worth. */
const endLength = 8;

const end = beyond.repeat(endLength);

/** What was before a passage, given the text that was: less than is kept means that it began there. */
export function withStart(prefix: string): string {
  return prefix.length < contextLength ? end + prefix : prefix;
}

/** What was after a passage, given the text that was: less than is kept means that it ended there. */
export function withEnd(suffix: string): string {
  return suffix.length < contextLength ? suffix + end : suffix;
}

/** What stood before and after a passage, normalised; empty for a side that is not known. */
export interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/** A stretch of a text, with {@link beyond} where it reaches past an end. */
function sliceBeyond(text: string, from: number, to: number): string {
  const before = beyond.repeat(Math.min(Math.max(-from, 0), endLength));
  const after = beyond.repeat(Math.min(Math.max(to - text.length, 0), endLength));
  return before + text.slice(Math.max(0, from), Math.max(0, to)) + after;
}

/**
 * Where a context stands verbatim between two offsets, which may lie past the text's ends.
 *
 * @returns the offset of the first or the last such place; `null` for none, or for a context that is
 *   too short to be sure of.
 */
export function findBeyond(
  text: string,
  context: string,
  from: number,
  to: number,
  which: 'first' | 'last',
): number | null {
  if (context.length < endLength) return null;
  const around = sliceBeyond(text, from, to);
  const at = which === 'first' ? around.indexOf(context) : around.lastIndexOf(context);
  return at === -1 ? null : Math.max(from, -endLength) + at;
}

/**
 * How well `expected` is found in `around`, from 0 (not at all) to 1 (verbatim and in place).
 *
 * @param driftOf how far, in code units, a match is from where it should be.
 */
function agreement(expected: string, around: string, driftOf: (match: Match) => number): number {
  const matches = search(around, expected, Math.floor(expected.length * thresholds.contextErrors));
  const scores = matches.map(
    (match) => 1 - (match.errors + driftOf(match) * thresholds.driftPenalty) / expected.length,
  );
  return Math.max(0, ...scores);
}

function reachOf(expected: string): number {
  return expected.length + thresholds.contextDrift;
}

function prefixAgreement(text: string, start: number, prefix: string): number {
  if (sliceBeyond(text, start - prefix.length, start) === prefix) return 1;
  const around = sliceBeyond(text, start - reachOf(prefix), start);
  return agreement(prefix, around, ({ end }) => around.length - end);
}

function suffixAgreement(text: string, from: number, suffix: string): number {
  if (sliceBeyond(text, from, from + suffix.length) === suffix) return 1;
  const around = sliceBeyond(text, from, from + reachOf(suffix));
  return agreement(suffix, around, (match) => match.start);
}

/** How the surroundings of a place agree with a context. */
export interface Agreement {
  /** The mean of the known sides, from 0 to 1: an end of the text says as much as a long context. */
  readonly share: number;
  /** How much agrees on both sides together, in code units. */
  readonly length: number;
}

/**
 * How well the surroundings of a place agree with a context: both sides, as far as they are known,
 * each found verbatim or with errors, close to the place. `null` where no side is known.
 */
export function contextAgreement(text: string, place: Passage, context: Context): Agreement | null {
  const { prefix, suffix } = context;
  const before = prefix === '' ? null : prefixAgreement(text, place.start, prefix);
  const after = suffix === '' ? null : suffixAgreement(text, place.end, suffix);
  if (before === null && after === null) return null;
  return {
    share: ((before ?? after ?? 0) + (after ?? before ?? 0)) / 2,
    length: (before ?? 0) * prefix.length + (after ?? 0) * suffix.length,
  };
}
