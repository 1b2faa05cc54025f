import type { SQLInputValue } from 'node:sqlite';
import type { Query } from '../../shared/search/query.ts';
import { condition, type Condition, joinConditions, not } from './condition.ts';
import { filterCondition } from './filter-condition.ts';
import { splitConjunction, wordsExpression } from './words-expression.ts';

/** A query for SQLite: what satisfies both `match` and `condition` is just what satisfies it. */
export interface CompiledQuery {
  /** What the table `words` (FTS5) has to match, to drive the statement; `null` where it cannot. */
  readonly match: string | null;
  /**
   * A boolean over the columns of a table that is called `briefing`, with its parameters in order.
   * It is `TRUE` where nothing is left to be asked.
   */
  readonly condition: { readonly sql: string; readonly values: SQLInputValue[] };
}

function matching(expression: string): Condition {
  return condition('briefing.place IN (SELECT rowid FROM words WHERE words MATCH ?)', expression);
}

function conjunctionCondition(queries: readonly Query[]): Condition {
  const { expression, excluded, rest } = splitConjunction(queries);
  return joinConditions('AND', [
    ...(expression === null ? [] : [matching(expression)]),
    ...(excluded === null ? [] : [not(matching(excluded))]),
    ...rest.map(conditionOf),
  ]);
}

/** What is only about words is asked of the index at once. */
function alternativesCondition(queries: readonly Query[]): Condition {
  const words = wordsExpression({
    kind: 'or',
    queries: queries.filter((query) => wordsExpression(query) !== null),
  });
  const rest = queries.filter((query) => wordsExpression(query) === null);
  return joinConditions('OR', [
    ...rest.map(conditionOf),
    ...(words === null ? [] : [matching(words)]),
  ]);
}

function conditionOf(query: Query): Condition {
  switch (query.kind) {
    case 'words':
      return conjunctionCondition([query]);
    case 'and':
      return conjunctionCondition(query.queries);
    case 'or':
      return alternativesCondition(query.queries);
    case 'not':
      return not(conditionOf(query.query));
    default:
      return filterCondition(query);
  }
}

/** Compiles a query for the tables of the catalog. */
export function compileQuery(query: Query): CompiledQuery {
  const queries = query.kind === 'and' ? query.queries : [query];
  const { expression, excluded, rest } = splitConjunction(queries);
  const { sql, values } = joinConditions('AND', [
    ...rest.map(conditionOf),
    ...(excluded === null ? [] : [not(matching(excluded))]),
  ]);
  return { match: expression, condition: { sql, values: [...values] } };
}
