import type { DatabaseSync } from 'node:sqlite';
import { type Bookmark, bookmarkSchema, type Place } from '../shared/model/annotation.ts';
import { readJson, readRow, readRows, type Row } from './rows.ts';

/** The bookmarks as they are now. Every method throws SQLite's error. */
export interface BookmarkTable {
  find(id: string): Bookmark | null;
  /** The bookmark of the whole briefing, or of the part that `place` names, whatever its text. */
  findAt(briefingId: string, place: Place): Bookmark | null;
  /** By creation time. */
  of(briefingId: string): readonly Bookmark[];
  put(bookmark: Bookmark): void;
  remove(id: string): void;
  /** Gives all bookmarks of one briefing to another. */
  move(fromBriefing: string, toBriefing: string): void;
}

function shape(row: Row): unknown {
  return {
    id: row['id'],
    briefingId: row['briefing_id'],
    place: readJson(row['place']),
    createdAt: row['created_at'],
  };
}

function readBookmark(row: Row | undefined): Bookmark | null {
  return row === undefined ? null : readRow(bookmarkSchema, 'bookmark', row, shape);
}

function partOf(place: Place): string {
  return place.kind === 'part' ? place.part : '';
}

/** Prepares the statements. @throws SQLite's error if the table is not there. */
export function openBookmarkTable(database: DatabaseSync): BookmarkTable {
  const find = database.prepare('SELECT * FROM bookmark WHERE id = ?');
  const findAt = database.prepare(
    'SELECT * FROM bookmark WHERE briefing_id = ? AND part = ? ORDER BY created_at, id',
  );
  const list = database.prepare(
    'SELECT * FROM bookmark WHERE briefing_id = ? ORDER BY created_at, id',
  );
  const put = database.prepare(`
    INSERT INTO bookmark (id, briefing_id, part, place, created_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
      briefing_id = excluded.briefing_id, part = excluded.part, place = excluded.place,
      created_at = excluded.created_at`);
  const remove = database.prepare('DELETE FROM bookmark WHERE id = ?');
  const move = database.prepare('UPDATE bookmark SET briefing_id = ? WHERE briefing_id = ?');
  return {
    find: (id) => readBookmark(find.get(id)),
    findAt: (briefingId, place) => {
      const rows = findAt.all(briefingId, partOf(place));
      return readRows(bookmarkSchema, 'bookmark', rows, shape)[0] ?? null;
    },
    of: (briefingId) => readRows(bookmarkSchema, 'bookmark', list.all(briefingId), shape),
    put: (bookmark) => {
      // What the schema refuses could not be read again.
      const { id, briefingId, place, createdAt } = bookmarkSchema.parse(bookmark);
      put.run(id, briefingId, partOf(place), JSON.stringify(place), createdAt);
    },
    remove: (id) => {
      remove.run(id);
    },
    move: (fromBriefing, toBriefing) => {
      move.run(toBriefing, fromBriefing);
    },
  };
}
