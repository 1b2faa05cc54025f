import type { Query, Words } from '../../shared/search/query.ts';

/** Tokens hold no quotation marks, but a quotation keeps `AND` and the like from being operators. */
function phrase({ field, tokens, isPrefix }: Words): string {
  const quoted = `"${tokens.join(' ').replaceAll('"', '""')}"`;
  return `${field === null ? '' : `${field} : `}${quoted}${isPrefix ? ' *' : ''}`;
}

function join(expressions: readonly string[], operator: 'AND' | 'OR'): string {
  return expressions.length === 1 ? expressions.join('') : `(${expressions.join(` ${operator} `)})`;
}

/** Queries that all have to hold, by what the index of words can answer. */
export interface Conjunction {
  /**
   * What the index answers; `null` where it has nothing to begin with, as it cannot tell which
   * briefings lack a word.
   */
  readonly expression: string | null;
  /** Where there is no expression: what must not match, if anything. */
  readonly excluded: string | null;
  /** What the index cannot answer. */
  readonly rest: readonly Query[];
}

/** Takes what all has to hold apart. */
export function splitConjunction(queries: readonly Query[]): Conjunction {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const rest: Query[] = [];
  for (const query of queries) {
    const expression = wordsExpression(query.kind === 'not' ? query.query : query);
    if (expression === null) rest.push(query);
    else (query.kind === 'not' ? unwanted : wanted).push(expression);
  }
  const excluded = unwanted.length === 0 ? null : join(unwanted, 'OR');
  if (wanted.length === 0) return { expression: null, excluded, rest };
  const all = join(wanted, 'AND');
  const expression = excluded === null ? all : `(${all} NOT ${excluded})`;
  return { expression, excluded: null, rest };
}

/**
 * A query as an expression of SQLite's FTS5 over the table `words`, see
 * https://sqlite.org/fts5.html#full_text_query_syntax; `null` where it is not only about words, or
 * only about words that are not there.
 */
export function wordsExpression(query: Query): string | null {
  switch (query.kind) {
    case 'words':
      return phrase(query);
    case 'and': {
      const { expression, rest } = splitConjunction(query.queries);
      return rest.length === 0 ? expression : null;
    }
    case 'or': {
      const expressions = query.queries.map(wordsExpression);
      const all = expressions.filter((expression) => expression !== null);
      return all.length === 0 || all.length < expressions.length ? null : join(all, 'OR');
    }
    default:
      return null;
  }
}
