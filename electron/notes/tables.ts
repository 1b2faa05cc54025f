import type { DatabaseSync } from 'node:sqlite';
import { type AnnotationTable, openAnnotationTable } from './annotation-table.ts';
import { type BookmarkTable, openBookmarkTable } from './bookmark-table.ts';
import { type BriefingTable, openBriefingTable } from './briefing-table.ts';
import { type History, openHistory } from './history.ts';
import { type IndexSource, openIndexSource } from './index-source.ts';
import { openTrash, type Trash } from './trash.ts';

/** All that the notes file holds. */
export interface Tables {
  readonly annotations: AnnotationTable;
  readonly bookmarks: BookmarkTable;
  readonly briefings: BriefingTable;
  readonly history: History;
  readonly trash: Trash;
  readonly index: IndexSource;
}

/** Prepares the statements. @throws SQLite's error if a table is not there. */
export function openTables(database: DatabaseSync): Tables {
  return {
    annotations: openAnnotationTable(database),
    bookmarks: openBookmarkTable(database),
    briefings: openBriefingTable(database),
    history: openHistory(database),
    trash: openTrash(database),
    index: openIndexSource(database),
  };
}
