import type { LibraryFilter } from '../../electron/shared/model/listing.ts';
import { positiveWords } from '../../electron/shared/search/hits.ts';
import { parseQuery } from '../../electron/shared/search/parse-query.ts';
import type { Possession, Query, Standing } from '../../electron/shared/search/query.ts';

/** The local day `YYYY-MM-DD`, which dates such as “yesterday” count from. */
export function today(now = new Date()): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) =>
    String(number).padStart(2, '0'),
  );
  return `${now.getFullYear()}-${month}-${day}`;
}

function leavesOf(query: Query): readonly Query[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.queries.flatMap(leavesOf);
    case 'not':
      return leavesOf(query.query);
    default:
      return [query];
  }
}

/** Kinds of queries, and what is asked after `is:` and `has:`, that are about the reader's marks. */
const ofMarks: ReadonlySet<Query['kind'] | Possession | Standing> = new Set([
  'tag',
  'color',
  'note',
  'highlight',
  'bookmark',
  'bookmarked',
]);

/** Whether the results of a filter can change with the reader's notes and bookmarks. */
export function isAboutMarks({ view, text }: LibraryFilter): boolean {
  return [view, text]
    .flatMap((typed) => leavesOf(parseQuery(typed, today()).query))
    .some((leaf) => {
      if (leaf.kind === 'words') return leaf.field === null || leaf.field === 'note';
      if (leaf.kind === 'has') return ofMarks.has(leaf.possession);
      return leaf.kind === 'is' ? ofMarks.has(leaf.standing) : ofMarks.has(leaf.kind);
    });
}

/** Whether a filter looks for words, so that results have excerpts and an order of relevance. */
export function hasWords({ view, text }: LibraryFilter): boolean {
  return [view, text].some((typed) => positiveWords(parseQuery(typed, today()).query).length > 0);
}
