/**
 * The outcome of something that can fail in an expected way. Expected failures travel as values,
 * over IPC too; exceptions are left for faults of the program.
 */
export type Result<Value, Problem> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** A successful outcome. */
export function success<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** A failed outcome. */
export function failure<Problem>(problem: Problem): Result<never, Problem> {
  return { ok: false, problem };
}
