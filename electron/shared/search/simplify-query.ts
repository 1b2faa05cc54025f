import type { Query } from './query.ts';

/** All or one of several queries; a single one is itself, and one of the same kind is taken apart. */
export function joinQueries(kind: 'and' | 'or', queries: readonly Query[]): Query {
  const flat = queries.flatMap((query) => (query.kind === kind ? query.queries : [query]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind, queries: flat };
}

/** The opposite of a query. */
export function negate(query: Query): Query {
  return query.kind === 'not' ? query.query : { kind: 'not', query };
}
