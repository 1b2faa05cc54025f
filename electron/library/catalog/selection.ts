import type { SQLInputValue } from 'node:sqlite';
import type { LibraryFilter } from '../../shared/model/listing.ts';
import { positiveWords } from '../../shared/search/hits.ts';
import { parseQuery } from '../../shared/search/parse-query.ts';
import type { Query, Standing } from '../../shared/search/query.ts';
import { compileQuery } from '../search/compile-query.ts';
import { placesOf } from './place.ts';

/** How many rows a list of what words are in has at most, by its order. */
export interface ListCaps {
  readonly newest: number;
  /** So many of the newest are ranked. */
  readonly relevance: number;
}

/** Places, both inclusive. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A filter, ready to be asked of the catalog. */
export interface Selection {
  /** What the FTS table has to match, to drive the statement; `null` where nothing does. */
  readonly match: string | null;
  /** The places that the days asked for lie in; `null` where it is all of them. */
  readonly span: Span | null;
  /** Which index of `briefing` has all that the condition asks for; `null` where none does. */
  readonly index: 'briefing_day' | 'briefing_known' | null;
  /** A boolean over the columns of `briefing`. */
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
  readonly isRanked: boolean;
  /** Most rows of the list; `null` for no limit. */
  readonly cap: number | null;
  /** For excerpts; `null` where nothing has words. */
  readonly words: Query | null;
}

/** Whether copies of a story count: the reader's marks may be on any of them. */
function asksForCopies(query: Query): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.queries.some(asksForCopies);
    case 'not':
      return asksForCopies(query.query);
    case 'words':
      return query.field === 'note';
    case 'is':
      return query.standing === 'copy' || query.standing === 'bookmarked';
    case 'has':
      return query.possession !== 'image';
    default:
      return query.kind === 'tag' || query.kind === 'color' || query.kind === 'path';
  }
}

/**
 * The days that all parts of a query agree on, as places: with them the FTS table is read from the
 * middle, where the days alone would be looked up for each of its rows.
 */
function spanOf(parts: readonly Query[]): Span | null {
  let first = placesOf('0001-01-01').first;
  let last = Number.MAX_SAFE_INTEGER;
  const dates = parts.filter((part) => part.kind === 'date');
  for (const { from, to } of dates) {
    if (from !== null) first = Math.max(first, placesOf(from).first);
    if (to !== null) last = Math.min(last, placesOf(to).last);
  }
  return dates.some(({ from, to }) => from !== null || to !== null) ? { first, last } : null;
}

const comparedStandings: ReadonlySet<Standing> = new Set(['unread', 'reading', 'read', 'changed']);

function indexFor(parts: readonly Query[]): Selection['index'] {
  if (parts.every(({ kind }) => kind === 'date')) return 'briefing_day';
  const isCompared = (part: Query): boolean =>
    part.kind === 'is' && comparedStandings.has(part.standing);
  return parts.every(isCompared) ? 'briefing_known' : null;
}

/**
 * SQLite uses no index for a column with a sign before it: where few are pinned, their ids lead to
 * them faster than the list does.
 */
function withoutCopies(parts: readonly Query[], condition: string): string {
  const isOfFew = parts.some((part) => part.kind === 'is' && part.standing === 'pinned');
  return `${isOfFew ? '+' : ''}briefing.is_copy = 0 AND (${condition})`;
}

function toConjunction(query: Query): readonly Query[] {
  return query.kind === 'and' ? query.queries : [query];
}

/** @param today the reader's day, `YYYY-MM-DD`. */
export function select(filter: LibraryFilter, today: string, caps: ListCaps): Selection {
  const parts = [filter.view, filter.text].flatMap((text) =>
    toConjunction(parseQuery(text, today).query),
  );
  const query: Query = { kind: 'and', queries: parts };
  const { match, condition } = compileQuery(query);
  const isRanked = filter.order === 'relevance' && match !== null;
  return {
    match,
    span: spanOf(parts),
    index: indexFor(parts),
    sql: asksForCopies(query) ? `(${condition.sql})` : withoutCopies(parts, condition.sql),
    values: condition.values,
    isRanked,
    cap: match === null ? null : isRanked ? caps.relevance : caps.newest,
    words: positiveWords(query).length === 0 ? null : query,
  };
}
