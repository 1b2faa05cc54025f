import type { SQLInputValue } from 'node:sqlite';

/** A boolean of SQL with the values of its parameters; it is never `NULL`, so it can be negated. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

export function condition(sql: string, ...values: readonly SQLInputValue[]): Condition {
  return { sql, values };
}

/** The opposite. */
export function not({ sql, values }: Condition): Condition {
  return { sql: `NOT (${sql})`, values };
}

/**
 * All or any of the conditions. They are paired like a tree, as SQLite refuses expressions that are
 * deeper than 1,000.
 */
export function joinConditions(
  operator: 'AND' | 'OR',
  conditions: readonly Condition[],
): Condition {
  const [only] = conditions;
  if (only === undefined) return condition(operator === 'AND' ? 'TRUE' : 'FALSE');
  if (conditions.length === 1) return only;
  const middle = conditions.length >>> 1;
  const one = joinConditions(operator, conditions.slice(0, middle));
  const other = joinConditions(operator, conditions.slice(middle));
  return {
    sql: `(${one.sql}) ${operator} (${other.sql})`,
    values: [...one.values, ...other.values],
  };
}
