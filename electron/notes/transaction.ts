import { type BigIntStats, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { FileReplacedError, writingProblem } from './problems.ts';

/** Runs a change as one transaction: on the disk as a whole when it succeeds, else not at all. */
export type Transact = <Value>(work: () => Value) => Result<Value, Problem>;

function rollBack(database: DatabaseSync): void {
  // SQLite has rolled back by itself after some errors, such as a full disk.
  if (!database.isTransaction) return;
  try {
    database.exec('ROLLBACK');
  } catch (error) {
    console.error(`A change of the notes was not rolled back: ${String(error)}`);
  }
}

/**
 * @param file the path that `database` was opened at.
 * @returns transactions of `database` that fail when the file at `file` is another one by now.
 * @throws the system's error if the file is not there.
 */
export function createTransactions(database: DatabaseSync, file: string): Transact {
  const identify = (): BigIntStats | undefined =>
    statSync(file, { bigint: true, throwIfNoEntry: false });
  const opened = identify();
  const checkFile = (): void => {
    const current = identify();
    if (current?.ino !== opened?.ino || current?.dev !== opened?.dev) throw new FileReplacedError();
  };
  return (work) => {
    try {
      database.exec('BEGIN IMMEDIATE');
      const value = work();
      checkFile();
      database.exec('COMMIT');
      return success(value);
    } catch (error) {
      rollBack(database);
      const problem = writingProblem(error);
      if (problem === null) throw error;
      return failure(problem);
    }
  };
}
