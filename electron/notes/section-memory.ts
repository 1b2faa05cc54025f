import type { DatabaseSync } from 'node:sqlite';
import type { NoteQuery } from '../shared/model/note-list.ts';
import { countSections, type Section } from './note-sections.ts';

/**
 * Counts the sections of lists, and remembers those of the last one: a reader who scrolls asks for
 * one page after another of the same list, and counting takes longer than reading a page. Every
 * method throws SQLite's error.
 */
export interface SectionMemory {
  /** Counts anew. */
  count(query: NoteQuery, missing: readonly string[]): readonly Section[];
  /** As it was counted last, if that was the same list, and nothing was changed since. */
  recall(query: NoteQuery, missing: readonly string[]): readonly Section[];
}

interface Counted {
  readonly key: string;
  readonly sections: readonly Section[];
}

/** The memory over an open database, whose schema is the newest. */
export function createSectionMemory(database: DatabaseSync): SectionMemory {
  const own = database.prepare('SELECT total_changes() AS version');
  const others = database.prepare('PRAGMA data_version');
  let last: Counted | null = null;
  /** Changes with every change of the database, by whichever process. */
  const keyOf = (query: NoteQuery, missing: readonly string[]): string =>
    JSON.stringify([own.get(), others.get(), query, missing]);
  const count = (query: NoteQuery, missing: readonly string[]): readonly Section[] => {
    const key = keyOf(query, missing);
    const sections = countSections(database, query, missing);
    last = { key, sections };
    return sections;
  };
  return {
    count,
    recall: (query, missing) =>
      last?.key === keyOf(query, missing) ? last.sections : count(query, missing),
  };
}
