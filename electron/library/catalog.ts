import path from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type LibraryOutline, type Listing, listingSchema } from '../shared/model/listing.ts';
import { fold, foldedWords } from '../shared/search/fold.ts';
import { openCatalogDatabase } from './catalog-schema.ts';
import type { CatalogFilter, CatalogQuery } from './library.ts';

/** What a scan compares a file with. */
export interface CatalogStamp {
  readonly byteLength: number;
  readonly modifiedAt: number;
}

/** Whether a row of `listed` stands before `this` in that order. */
const isBefore = `(listed.day IS NULL) < (this.day IS NULL) OR listed.day > this.day OR (
  listed.day IS this.day AND (listed.folded_headline, listed.id) < (this.folded_headline, this.id)
)`;

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

const listOrder = 'ORDER BY day IS NULL, day DESC, folded_headline, id';

function conditionFor({ text, ids }: CatalogFilter): Condition {
  const words = foldedWords(text);
  const parts = words.map(() => 'instr(folded_headline, ?) > 0');
  const values: SQLInputValue[] = [...words];
  if (ids !== null) {
    parts.push('id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(ids));
  }
  return { sql: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}

/** The listings of the library in SQLite. Can be deleted at any time and is then built anew. */
export class Catalog {
  readonly #database: DatabaseSync;

  constructor(file: string) {
    this.#database = openCatalogDatabase(file);
  }

  outline(filter: CatalogFilter): LibraryOutline {
    const { sql, values } = conditionFor(filter);
    const rows = this.#database
      .prepare(
        `SELECT day, count(*) AS count FROM briefing ${sql} GROUP BY day ORDER BY day IS NULL, day DESC`,
      )
      .all(...values);
    const days = rows.map(({ day, count }) => ({
      day: typeof day === 'string' ? day : null,
      count: Number(count),
    }));
    return { total: days.reduce((total, { count }) => total + count, 0), days };
  }

  query({ filter, offset, limit }: CatalogQuery): readonly Listing[] {
    const { sql, values } = conditionFor(filter);
    return this.#listings(`${sql} ${listOrder} LIMIT ? OFFSET ?`, [...values, limit, offset]);
  }

  /** How many of the filtered rows stand before the one with that id; `null` if it is not one. */
  positionOf(filter: CatalogFilter, id: string): number | null {
    const { sql, values } = conditionFor(filter);
    const row = this.#database
      .prepare(
        `WITH listed AS (SELECT * FROM briefing ${sql})
        SELECT (SELECT count(*) FROM listed WHERE ${isBefore}) AS position
        FROM listed AS this WHERE this.id = ?`,
      )
      .get(...values, id);
    return row === undefined ? null : Number(row['position']);
  }

  find(ids: readonly string[]): readonly Listing[] {
    const { sql, values } = conditionFor({ text: '', ids });
    return this.#listings(`${sql} ${listOrder}`, values);
  }

  /** How many briefings there are, and how many of them cannot be read. */
  counts(): { readonly briefings: number; readonly problems: number } {
    const row = this.#database
      .prepare('SELECT count(*) AS briefings, count(problem) AS problems FROM briefing')
      .get();
    return { briefings: Number(row?.['briefings']), problems: Number(row?.['problems']) };
  }

  /** What the catalog knows of the file with that id. A file that could not be read is read again. */
  stampOf(id: string): CatalogStamp | null {
    const row = this.#database
      .prepare('SELECT byte_length, modified_at FROM briefing WHERE id = ? AND problem IS NULL')
      .get(id);
    if (row === undefined) return null;
    return { byteLength: Number(row['byte_length']), modifiedAt: Number(row['modified_at']) };
  }

  /** Stores a listing as it was seen in a scan. */
  put(listing: Listing, stamp: CatalogStamp, scan: number): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO briefing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        listing.id,
        listing.path,
        stamp.byteLength,
        stamp.modifiedAt,
        listing.date?.value ?? null,
        listing.headline,
        fold(listing.headline),
        listing.problem,
        JSON.stringify(listing),
        scan,
      );
  }

  /** Notes that a file is there and has not changed. */
  touch(id: string, scan: number): void {
    this.#database.prepare('UPDATE briefing SET seen_in = ? WHERE id = ?').run(scan, id);
  }

  /** The number of the next scan: one that no row was seen in. */
  nextScan(): number {
    const row = this.#database.prepare('SELECT max(seen_in) AS last FROM briefing').get();
    return Number(row?.['last'] ?? 0) + 1;
  }

  /** Removes what a completed scan has not seen; answers how many. */
  removeUnseen(scan: number): number {
    const { changes } = this.#database.prepare('DELETE FROM briefing WHERE seen_in <> ?').run(scan);
    return Number(changes);
  }

  /** Like {@link removeUnseen}, but only below a folder, given by its absolute path without links. */
  removeUnseenIn(folder: string, scan: number): number {
    const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
    const { changes } = this.#database
      .prepare('DELETE FROM briefing WHERE seen_in <> ? AND substr(path, 1, length(?)) = ?')
      .run(scan, start, start);
    return Number(changes);
  }

  /** Does several changes as one. */
  batch(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }

  #listings(rest: string, values: readonly SQLInputValue[]): readonly Listing[] {
    const rows = this.#database.prepare(`SELECT listing FROM briefing ${rest}`).all(...values);
    return rows.flatMap(({ listing }) => {
      const parsed = listingSchema.safeParse(JSON.parse(String(listing)));
      return parsed.success ? [parsed.data] : [];
    });
  }
}
