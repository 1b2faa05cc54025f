import { writingProblem } from '../notes/problems.ts';
import type { Problem } from '../shared/model/problem.ts';

/**
 * What a failure at making, reading or restoring a backup means for the reader.
 *
 * @param what what did not happen, as a clause: `No backup was made, and the others are whole`.
 * @throws the error again if it is a fault of the program.
 */
export function backupProblem(error: unknown, what: string): Problem {
  const known = writingProblem(error);
  if (known === null) throw error;
  const reason = known.message.slice(known.message.indexOf(': ') + 2);
  return { kind: 'unwritable', message: `${what}: ${reason}` };
}
