import type { SQLOutputValue } from 'node:sqlite';
import type * as z from 'zod/mini';

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

const reported = new Set<string>();

function report(what: string, row: Row): void {
  const key = `${what} ${String(row['id'] ?? row['sequence'])}`;
  if (reported.has(key)) return;
  reported.add(key);
  console.error(`In the notes file, ${key} cannot be read; it is left as it is.`);
}

/** The value of a column with JSON; `undefined`, which no schema accepts, for anything else. */
export function readJson(value: SQLOutputValue | undefined): unknown {
  if (value === null) return null;
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** A row in the shape of the model; `null` for one that does not have it, which is logged once. */
export function readRow<Schema extends z.ZodMiniType>(
  schema: Schema,
  what: string,
  row: Row,
  shape: (row: Row) => unknown,
): z.output<Schema> | null {
  const outcome = schema.safeParse(shape(row));
  if (outcome.success) return outcome.data;
  report(what, row);
  return null;
}

/** Every row that has the shape of the model. A broken row does not take the others down. */
export function readRows<Schema extends z.ZodMiniType>(
  schema: Schema,
  what: string,
  rows: readonly Row[],
  shape: (row: Row) => unknown,
): z.output<Schema>[] {
  return rows.map((row) => readRow(schema, what, row, shape)).filter((value) => value !== null);
}
