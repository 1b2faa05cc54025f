import { DatabaseSync } from 'node:sqlite';
import { isDamage } from './problems.ts';
import { setAside } from './set-aside.ts';

/** How long another process may take to open the same notes, in milliseconds. */
const patience = 10_000;

function lock(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: patience });
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function lockDespiteDamage(file: string): DatabaseSync {
  try {
    return lock(file);
  } catch (error) {
    if (!isDamage(error)) throw error;
    setAside(file, Date.now());
    return lock(file);
  }
}

/**
 * Runs `work` while no other process runs it for the same notes. Creating and setting aside need
 * this: a process could otherwise take the half-made file of another for a damaged one. The lock is
 * SQLite's own on an empty database beside the notes, because the system drops it when a process is
 * killed, on every platform. The empty file stays: removing a lock's file is a race.
 *
 * @param file the path of the notes file.
 * @throws SQLite's error if the lock is not to be had.
 */
export function withOpeningLock<Value>(file: string, work: () => Value): Value {
  const database = lockDespiteDamage(`${file}-opening`);
  try {
    return work();
  } finally {
    database.close();
  }
}
