import { InvalidArgumentError } from 'commander';
import type { LibraryFilter } from '../shared/model/listing.ts';
import { parseQuery } from '../shared/search/parse-query.ts';
import type { Streams } from './streams.ts';

/** The filter for a query that was given as arguments; a space after it: its last word is whole. */
export function filterOf(words: readonly string[], order: LibraryFilter['order']): LibraryFilter {
  return { view: '', text: `${words.join(' ')} `, order };
}

/** Says what is wrong in a query. The rest of it counts, as in the app. */
export function reportFaults({ text }: LibraryFilter, streams: Streams): void {
  const today = new Date().toISOString().slice(0, 10);
  for (const { start, end, message } of parseQuery(text, today).faults) {
    streams.errors.write(`readout: “${text.slice(start, end).trim()}” is left out: ${message}\n`);
  }
}

/** Reads the value of `--limit`. */
export function readLimit(value: string): number {
  const limit = Number(value);
  if (Number.isSafeInteger(limit) && limit > 0) return limit;
  throw new InvalidArgumentError('It is a number from 1.');
}
