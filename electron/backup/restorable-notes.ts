import type { DatabaseSync } from 'node:sqlite';
import type { Notes } from '../notes/notes.ts';
import { openTables } from '../notes/tables.ts';
import { createTransactions } from '../notes/transaction.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';
import { bringBack, type BroughtBack } from './bring-back.ts';

/** Notes that can be brought to the state of a backup while they are open. */
export interface RestorableNotes extends Notes {
  /**
   * Brings the marks to the state that they have in a backup, as one step of undo.
   *
   * @param backup an open database with the newest schema.
   * @param revision the notes' name for the marks as they must be; with any others nothing is done,
   *   and the answer is `null`.
   */
  bringBack(backup: DatabaseSync, revision: string): Result<BroughtBack | null, Problem>;
}

type Listener = Parameters<Notes['onChanged']>[0];

function tell(listeners: ReadonlySet<Listener>, briefingIds: readonly string[]): void {
  for (const listener of listeners) {
    try {
      listener(briefingIds);
    } catch (error) {
      // The change is stored; a listener's fault must not make it look failed.
      console.error('A listener to a restore of the notes failed.', error);
    }
  }
}

/**
 * Adds restoring to notes.
 *
 * @param database the open database of `notes`; `file` is where it was opened.
 * @throws SQLite's error if a table is not there.
 */
export function makeRestorable(
  notes: Notes,
  database: DatabaseSync,
  { file, now }: { readonly file: string; readonly now: () => number },
): RestorableNotes {
  const tables = openTables(database);
  const transact = createTransactions(database, file);
  const listeners = new Set<Listener>();
  return {
    ...notes,
    onChanged: (listener) => {
      const entry: Listener = (briefingIds) => listener(briefingIds);
      const unsubscribe = notes.onChanged(listener);
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
        unsubscribe();
      };
    },
    bringBack: (backup, revision) => {
      const source = { database: backup, tables: openTables(backup) };
      const outcome = transact(() => {
        if (notes.revision() !== revision) return { value: null, changed: [] };
        return bringBack({ database, tables }, source, Math.trunc(now()));
      });
      if (!outcome.ok) return outcome;
      const { value, changed } = outcome.value;
      if (changed.length > 0) tell(listeners, changed);
      return { ok: true, value };
    },
  };
}
