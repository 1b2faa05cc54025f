import search from 'approx-string-match';
import type { Passage } from './passage.ts';
import type { RunningText } from './running-text.ts';
import { thresholds } from './thresholds.ts';

/** A place whose text is like a quote. */
export interface SimilarPassage extends Passage {
  /** Characters to insert, delete or replace to make one of the other. */
  readonly errors: number;
}

/** Quotes have no white space at their ends, so a match that has some took it for a letter. */
function trimmed(text: string, { start, end }: Passage): Passage {
  const stretch = text.slice(start, end);
  const from = start + stretch.length - stretch.trimStart().length;
  return { start: from, end: from + stretch.trim().length };
}

/** The best match in a range, and those beside it: the best one must not hide a second. */
function matchesIn(
  text: string,
  range: Passage,
  quote: string,
  errors: number,
): readonly SimilarPassage[] {
  if (range.end - range.start < quote.length - errors) return [];
  const [best] = search(text.slice(range.start, range.end), quote, errors);
  if (best === undefined) return [];
  const place = { start: range.start + best.start, end: range.start + best.end };
  const match = { ...trimmed(text, place), errors: best.errors };
  return [
    ...matchesIn(text, { start: range.start, end: match.start }, quote, errors),
    match,
    ...matchesIn(text, { start: match.end, end: range.end }, quote, errors),
  ];
}

/**
 * Every place of the running text that is like a quote, verbatim ones included, in order.
 *
 * @param share how much of the quote may differ.
 */
export function similarPassages(
  running: RunningText,
  quote: string,
  share: number,
): readonly SimilarPassage[] {
  if (quote.length < thresholds.shortestSimilar) return [];
  const errors = Math.floor(quote.length * share);
  return running.grams
    .rangesFor(quote, errors)
    .flatMap((range) => matchesIn(running.text, range, quote, errors));
}
