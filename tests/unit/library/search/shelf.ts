import { DatabaseSync } from 'node:sqlite';
import { compileQuery } from '../../../../electron/library/search/compile-query.ts';
import type { Color } from '../../../../electron/shared/model/annotation.ts';
import type { Reading } from '../../../../electron/shared/model/listing.ts';
import { fold } from '../../../../electron/shared/search/fold.ts';
import type { Query, TextField } from '../../../../electron/shared/search/query.ts';
import { indexWords } from '../../../../electron/shared/search/tokens.ts';

/** What the catalog and the reading state hold of a briefing. */
export interface Shelved {
  readonly texts: Readonly<Record<TextField, string>>;
  readonly root: string;
  readonly path: string;
  readonly day: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly agencies: readonly string[];
  readonly hasProblem: boolean;
  readonly hasImage: boolean;
  readonly isCopy: boolean;
  readonly fingerprint: string | null;
  readonly tags: readonly string[];
  readonly colors: readonly Color[];
  readonly noteCount: number;
  readonly bookmarkCount: number;
  readonly highlightCount: number;
  readonly state: {
    readonly reading: Reading;
    readonly isPinned: boolean;
    readonly fingerprint: string | null;
  } | null;
}

const tables = `
  ATTACH ':memory:' AS reading;
  CREATE TABLE reading.state (
    briefing_id TEXT PRIMARY KEY, reading TEXT, is_pinned INTEGER, fingerprint TEXT
  );
  CREATE TABLE briefing (
    place INTEGER PRIMARY KEY, id TEXT UNIQUE, root TEXT, folded_path TEXT, day TEXT, source TEXT,
    language TEXT, problem INTEGER, has_image INTEGER, is_copy INTEGER, fingerprint TEXT
  );
  CREATE TABLE briefing_agency (agency TEXT, place INTEGER);
  CREATE TABLE mark_count (
    briefing_id TEXT PRIMARY KEY, annotations INTEGER, notes INTEGER, bookmarks INTEGER,
    highlights INTEGER
  );
  CREATE TABLE mark_tag (briefing_id TEXT, tag TEXT, folded_tag TEXT);
  CREATE TABLE mark_color (briefing_id TEXT, color TEXT);
  CREATE VIRTUAL TABLE words USING fts5(
    headline, text, caption, credit, note, content='', contentless_delete=1, prefix='2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
`;

/** A database with the tables of the catalog that queries look into, and nothing else of it. */
export class Shelf {
  readonly #database = new DatabaseSync(':memory:');

  constructor(briefings: readonly Shelved[]) {
    this.#database.exec(tables);
    briefings.forEach((briefing, index) => this.#add(briefing, index + 1));
  }

  /** The indexes of the briefings that a query is compiled to find, in order. */
  find(query: Query): readonly number[] {
    const { match, condition } = compileQuery(query);
    const from =
      match === null
        ? 'briefing WHERE'
        : 'words JOIN briefing ON briefing.place = words.rowid WHERE words MATCH ? AND';
    return this.#database
      .prepare(`SELECT briefing.place AS place FROM ${from} (${condition.sql}) ORDER BY place`)
      .all(...(match === null ? [] : [match]), ...condition.values)
      .map(({ place }) => Number(place) - 1);
  }

  close(): void {
    this.#database.close();
  }

  #insert(table: string, ...values: readonly (string | number | null)[]): void {
    const marks = values.map(() => '?').join();
    this.#database.prepare(`INSERT INTO ${table} VALUES (${marks})`).run(...values);
  }

  #add(briefing: Shelved, place: number): void {
    const id = `id ${String(place)}`;
    const { texts, state } = briefing;
    this.#insert(
      'briefing',
      place,
      id,
      briefing.root,
      fold(briefing.path),
      briefing.day,
      briefing.source === null ? null : fold(briefing.source),
      briefing.language,
      Number(briefing.hasProblem),
      Number(briefing.hasImage),
      Number(briefing.isCopy),
      briefing.fingerprint,
    );
    const columns = [texts.headline, texts.text, texts.caption, texts.credit, texts.note];
    this.#insert(
      'words (rowid, headline, text, caption, credit, note)',
      place,
      ...columns.map(indexWords),
    );
    for (const agency of briefing.agencies) this.#insert('briefing_agency', fold(agency), place);
    this.#addMarks(briefing, id);
    if (state !== null) {
      this.#insert('reading.state', id, state.reading, Number(state.isPinned), state.fingerprint);
    }
  }

  #addMarks(briefing: Shelved, id: string): void {
    const { noteCount, bookmarkCount, highlightCount, tags, colors } = briefing;
    if (noteCount + bookmarkCount + highlightCount > 0) {
      const annotationCount = noteCount + highlightCount;
      this.#insert('mark_count', id, annotationCount, noteCount, bookmarkCount, highlightCount);
    }
    for (const tag of tags) this.#insert('mark_tag', id, tag, fold(tag));
    for (const color of colors) this.#insert('mark_color', id, color);
  }
}
