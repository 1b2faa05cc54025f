import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result } from '../../shared/result.ts';

/** The failure to read a file that is there. `reason` is one sentence or more. */
export function unreadable(file: string, reason: string): Result<never, Problem> {
  return failure({ kind: 'unreadable', message: `${file} cannot be read. ${reason}` });
}
