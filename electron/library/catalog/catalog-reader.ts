import { inflateRawSync } from 'node:zlib';
import type { DatabaseSync } from 'node:sqlite';
import type { Briefing } from '../../shared/model/briefing.ts';
import { briefingSchema } from '../../shared/model/briefing.ts';
import {
  type LibraryFilter,
  type LibraryOutline,
  type LibraryRow,
  type Listing,
  listingSchema,
  type ViewCounts,
} from '../../shared/model/listing.ts';
import type { CatalogQuery } from '../library.ts';
import { outlineOf } from './catalog-outline.ts';
import { readRows } from './library-rows.ts';
import { countBeforeStatement, hasStatement, pageStatement, placesStatement } from './row-order.ts';
import { type ListCaps, select, type Selection } from './selection.ts';
import { StatementCache } from './statement-cache.ts';
import { countViews } from './view-counts.ts';

const usualCaps: ListCaps = { newest: 10_000, relevance: 2000 };

/** What may be other than usual. */
export interface CatalogReaderOptions {
  readonly caps?: ListCaps;
  /** The reader's day, `YYYY-MM-DD`: what `after:yesterday` counts from. */
  readonly today?: () => string;
}

/** How many briefings there are, and how many of them cannot be read. */
export interface CatalogCounts {
  readonly briefings: number;
  readonly problems: number;
}

/** The day by the clock and the zone of the machine. */
function localDay(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Answers what the list shows, over a connection made by `openCatalogForReading`. */
export class CatalogReader {
  readonly #database: DatabaseSync;
  readonly #statements: StatementCache;
  readonly #caps: ListCaps;
  readonly #today: () => string;

  constructor(database: DatabaseSync, { caps, today }: CatalogReaderOptions = {}) {
    this.#database = database;
    this.#statements = new StatementCache(database);
    this.#caps = caps ?? usualCaps;
    this.#today = today ?? localDay;
  }

  #select(filter: LibraryFilter): Selection {
    return select(filter, this.#today(), this.#caps);
  }

  outline(filter: LibraryFilter): LibraryOutline {
    return this.#statements.remember(`outline ${this.#today()} ${JSON.stringify(filter)}`, () =>
      outlineOf(this.#statements, this.#select(filter)),
    );
  }

  query({ filter, offset, limit }: CatalogQuery): readonly LibraryRow[] {
    const selection = this.#select(filter);
    const { sql, values } = pageStatement(selection, offset, limit);
    const places = this.#statements.all(sql, values).map(({ place }) => Number(place));
    return readRows(this.#statements, places, selection.words);
  }

  /** The zero-based position of a briefing among the filtered rows; `null` where it is not. */
  locate(filter: LibraryFilter, id: string): number | null {
    const selection = this.#select(filter);
    const place = this.#placeOf(id);
    if (place === null) return null;
    if (selection.isRanked) {
      const { sql, values } = placesStatement(selection);
      const position = this.#statements
        .all(sql, values)
        .findIndex((row) => Number(row['place']) === place);
      return position === -1 ? null : position;
    }
    const has = hasStatement(selection, place);
    if (this.#statements.get(has.sql, has.values) === undefined) return null;
    const before = countBeforeStatement(selection, place);
    const position = Number(this.#statements.get(before.sql, before.values)?.['position']);
    return selection.cap !== null && position >= selection.cap ? null : position;
  }

  #placeOf(id: string): number | null {
    const row = this.#statements.get('SELECT place FROM briefing WHERE id = ?', [id]);
    return row === undefined ? null : Number(row['place']);
  }

  /** The listings of those ids that are in the catalog, in no order. */
  find(ids: readonly string[]): readonly Listing[] {
    return this.#listings(
      'WHERE briefing.id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    );
  }

  /** The listings after `after` in the order of ids, at most `limit`; copies are among them. */
  page(after: string | null, limit: number): readonly Listing[] {
    return this.#listings('WHERE briefing.id > ? ORDER BY briefing.id LIMIT ?', after ?? '', limit);
  }

  listingOf(id: string): Listing | null {
    return this.#listings('WHERE briefing.id = ?', id)[0] ?? null;
  }

  #listings(rest: string, ...values: readonly (string | number)[]): readonly Listing[] {
    const sql = `SELECT listing FROM briefing JOIN briefing_content USING (place) ${rest}`;
    return this.#statements
      .all(sql, values)
      .map(({ listing }) => listingSchema.parse(JSON.parse(String(listing))));
  }

  /** The briefing as it was stored; `null` where there is none. */
  briefingOf(id: string): Briefing | null {
    const row = this.#statements.get(
      `SELECT briefing_content.briefing AS kept FROM briefing
      JOIN briefing_content USING (place) WHERE id = ?`,
      [id],
    );
    const kept = row?.['kept'];
    if (!(kept instanceof Uint8Array)) return null;
    return briefingSchema.parse(JSON.parse(inflateRawSync(kept).toString()));
  }

  /** The other files with the same story, by their paths. */
  copiesOf(id: string): readonly { readonly id: string; readonly path: string }[] {
    return this.#statements
      .all(
        `SELECT id, path FROM briefing
        WHERE story_key = (SELECT story_key FROM briefing WHERE id = ?1) AND id <> ?1
        ORDER BY path`,
        [id],
      )
      .map((row) => ({ id: String(row['id']), path: String(row['path']) }));
  }

  /** The id of the root that a briefing is from. */
  rootOf(id: string): string | null {
    const row = this.#statements.get('SELECT root FROM briefing WHERE id = ?', [id]);
    return row === undefined ? null : String(row['root']);
  }

  counts(): CatalogCounts {
    return this.#statements.remember('counts', () => {
      const row = this.#statements.get(
        `SELECT (SELECT count(*) FROM briefing WHERE is_copy = 0) AS briefings,
          (SELECT count(*) FROM briefing WHERE problem = 1) AS problems`,
        [],
      );
      return { briefings: Number(row?.['briefings']), problems: Number(row?.['problems']) };
    });
  }

  /** How many rows the view of each root has, by its id. */
  countsByRoot(): ReadonlyMap<string, number> {
    return this.#statements.remember('roots', () => {
      const rows = this.#statements.all(
        `SELECT root, count(*) AS count FROM briefing INDEXED BY briefing_root
        WHERE is_copy = 0 GROUP BY root`,
        [],
      );
      return new Map(rows.map((row) => [String(row['root']), Number(row['count'])]));
    });
  }

  countViews(): ViewCounts {
    return this.#statements.remember('views', () => countViews(this.#statements));
  }

  close(): void {
    this.#database.close();
  }
}
