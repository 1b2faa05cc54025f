import type { DatabaseSync } from 'node:sqlite';
import { type Trashed, trashDays, trashedSchema } from '../shared/model/note-list.ts';
import { shapeBriefing } from './briefing-table.ts';
import type { Page } from './page.ts';
import { readChange } from './recorded-change.ts';
import { readRows, type Row } from './rows.ts';

/** What the trash holds, and how much there is of it. */
export interface TrashPage {
  readonly total: number;
  readonly items: readonly Trashed[];
}

/**
 * The annotations that were deleted, and whose deletion is in force: it was not undone, and nothing
 * has brought them back. Every method throws SQLite's error.
 */
export interface Trash {
  /** What was deleted at most {@link trashDays} before `now`, the newest first. */
  list(page: Page, now: number): TrashPage;
  /** The annotation as it was when it was deleted, however long ago. */
  find(markId: string): Trashed | null;
  /** Takes what was deleted earlier than that, with all its states, out of the history. */
  purge(now: number): void;
}

/** How long what was deleted is kept, in milliseconds. */
const keepingTime = trashDays * 24 * 60 * 60 * 1000;

/** Undone and superseded changes say nothing about what there is. */
const inForce = `
  change.kind = 'annotation' AND change.state = 'done' AND change.after IS NULL
  AND NOT EXISTS (SELECT 1 FROM annotation WHERE annotation.id = change.mark_id)
  AND NOT EXISTS (
    SELECT 1 FROM change AS later
    WHERE later.mark_id = change.mark_id AND later.sequence > change.sequence
      AND later.kind = 'annotation' AND later.state = 'done'
  )`;

/** Few changes are deletions: without their index, SQLite would read every change. */
const deletions = 'change INDEXED BY change_by_deletion';

const selectDeletions = (from: string): string => `
  SELECT change.*, fingerprint, path, file_name, headline, source, date
  FROM ${from} JOIN briefing ON briefing.id = change.briefing_id
  WHERE ${inForce}`;

function shape(row: Row): unknown {
  const change = readChange(row);
  return {
    annotation: change?.before,
    briefing: shapeBriefing({ ...row, id: row['briefing_id'] ?? null }),
    deletedAt: row['time'],
  };
}

/** Prepares the statements. @throws SQLite's error if a table is not there. */
export function openTrash(database: DatabaseSync): Trash {
  const read = (rows: readonly Row[]): readonly Trashed[] =>
    readRows(trashedSchema, 'deletion', rows, shape);
  const list = database.prepare(
    `${selectDeletions(deletions)} AND time >= ? ORDER BY time DESC, sequence DESC LIMIT ? OFFSET ?`,
  );
  const count = database.prepare(
    `SELECT count(*) AS total FROM ${deletions} WHERE ${inForce} AND time >= ?`,
  );
  const find = database.prepare(`${selectDeletions('change')} AND mark_id = ?`);
  const isFull = database.prepare(
    `SELECT 1 FROM ${deletions} WHERE ${inForce} AND time < ? LIMIT 1`,
  );
  const purge = database.prepare(`
    DELETE FROM change WHERE kind = 'annotation'
    AND mark_id IN (SELECT mark_id FROM ${deletions} WHERE ${inForce} AND time < ?)`);
  return {
    list: ({ offset, limit }, now) => ({
      total: Number(count.get(now - keepingTime)?.['total']),
      items: read(list.all(now - keepingTime, limit, offset)),
    }),
    find: (markId) => read(find.all(markId))[0] ?? null,
    purge: (now) => {
      // Nearly always there is nothing to do, and then nothing is locked.
      if (isFull.get(now - keepingTime) !== undefined) purge.run(now - keepingTime);
    },
  };
}
