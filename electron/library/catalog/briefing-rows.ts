import { inflateRawSync } from 'node:zlib';
import type { DatabaseSync } from 'node:sqlite';
import { briefingSchema } from '../../shared/model/briefing.ts';
import { type Listing, listingSchema } from '../../shared/model/listing.ts';
import { fold } from '../../shared/search/fold.ts';
import { indexWords } from '../../shared/search/tokens.ts';
import { toKeptContents } from '../parsing/kept-contents.ts';
import type { IndexedWords, KeptContents } from '../parsing/parsed-file.ts';
import { dayNumberOf, placesOf } from './place.ts';
import { StoryCopies } from './story-copies.ts';

/** What is looked at before a briefing is stored again or removed. */
export interface StoredBriefing {
  readonly place: number;
  readonly id: string;
  readonly day: string | null;
  readonly fingerprint: string | null;
  readonly storyKey: string | null;
}

/** What a scan knows of a briefing's file. */
export interface RowStamp {
  readonly root: string;
  readonly file: string;
  readonly foldedPath: string;
  readonly byteLength: number;
  readonly modifiedAt: number;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Words of a briefing on their way to the index. */
interface WaitingWords {
  readonly id: string;
  readonly words: IndexedWords;
}

/** The contents of a briefing, or what stands for those of a file that cannot be read. */
type Kept = Omit<KeptContents, 'briefing'> & { readonly briefing: Uint8Array | null };

/** A file that cannot be read is found by its name, which is its headline. */
function nothingKept({ headline }: Pick<Listing, 'headline'>): Kept {
  return {
    briefing: null,
    words: { headline: indexWords(headline), text: '', caption: '', credit: '' },
    agencies: [],
    language: null,
    hasImage: false,
    storyKey: null,
  };
}

/** What is no day counts as undated. */
function dayOf({ date }: Listing): string | null {
  return date !== null && dayNumberOf(date.value) > 0 ? date.value : null;
}

/** The rows of briefings in all tables of the catalog that are about one. */
export class BriefingRows {
  readonly #database: DatabaseSync;
  readonly #noteWordsOf: (id: string) => string;
  readonly #copies: StoryCopies;
  readonly #statements;
  /** What is not in the index yet, by place. */
  readonly #waiting = new Map<number, WaitingWords>();
  /** The places last given in this batch, by day. */
  readonly #lastPlaces = new Map<string | null, number>();

  /** @param noteWordsOf the indexed words of the notes on a briefing. */
  constructor(database: DatabaseSync, noteWordsOf: (id: string) => string) {
    this.#database = database;
    this.#noteWordsOf = noteWordsOf;
    this.#copies = new StoryCopies(database);
    // No REPLACE: it needs a savepoint, at which FTS5 writes out what it has gathered, and storing a
    // briefing takes twice as long.
    const stored = 'SELECT place, id, day, fingerprint, story_key FROM briefing';
    this.#statements = {
      id: database.prepare(`${stored} WHERE id = ?`),
      file: database.prepare(`${stored} WHERE file = ? ORDER BY place`),
      root: database.prepare(`${stored} WHERE root = ? ORDER BY place`),
      lastPlace: database.prepare(
        'SELECT max(place) AS last FROM briefing WHERE place BETWEEN ? AND ?',
      ),
      put: database.prepare(
        'INSERT INTO briefing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)',
      ),
      putContent: database.prepare('INSERT INTO briefing_content VALUES (?, ?, ?)'),
      putAgency: database.prepare('INSERT OR IGNORE INTO briefing_agency VALUES (?, ?)'),
      putWords: database.prepare(
        'INSERT INTO words (rowid, headline, text, caption, credit, note) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      remove: database.prepare('DELETE FROM briefing WHERE place = ?'),
      removeContent: database.prepare('DELETE FROM briefing_content WHERE place = ?'),
      removeAgencies: database.prepare('DELETE FROM briefing_agency WHERE place = ?'),
      removeWords: database.prepare('DELETE FROM words WHERE rowid = ?'),
    };
  }

  /** The briefings that have this value, in the order of places. */
  of(column: 'id' | 'file' | 'root', value: string): readonly StoredBriefing[] {
    return this.#statements[column].all(value).map((row) => ({
      place: Number(row['place']),
      id: String(row['id']),
      day: textOrNull(row['day']),
      fingerprint: textOrNull(row['fingerprint']),
      storyKey: textOrNull(row['story_key']),
    }));
  }

  /** Stores a briefing in place of what was stored of it. It stays in its place within its day. */
  store(
    listing: Listing,
    contents: KeptContents | null,
    stamp: RowStamp,
    old: StoredBriefing | undefined,
  ): void {
    const day = dayOf(listing);
    const place = old?.day === day ? old.place : this.#nextPlace(day);
    if (old !== undefined) this.#removeFrom(old.place);
    this.#put(place, day, listing, contents ?? nothingKept(listing), stamp);
    this.#copies.settle(old?.storyKey ?? null);
    this.#copies.settle(contents?.storyKey ?? null);
  }

  #put(
    place: number,
    day: string | null,
    listing: Listing,
    contents: Kept,
    { root, foldedPath, file, byteLength, modifiedAt }: RowStamp,
  ): void {
    const { id, path, source, problem, fingerprint } = listing;
    const { put, putContent, putAgency } = this.#statements;
    put.run(
      ...[place, id, root, path, foldedPath, file, byteLength, modifiedAt, day],
      ...[source === null ? null : fold(source), contents.language, Number(problem !== null)],
      ...[Number(contents.hasImage), contents.storyKey, fingerprint],
    );
    putContent.run(place, JSON.stringify(listing), contents.briefing);
    for (const agency of contents.agencies) putAgency.run(agency, place);
    this.#waiting.set(place, { id, words: contents.words });
  }

  /**
   * Puts what was stored into the index. In the order of places, because FTS5 writes out what it has
   * gathered at each step back, which takes twice as long; so the more is stored before, the better.
   */
  indexWaiting(): void {
    const { putWords } = this.#statements;
    const places = [...this.#waiting].toSorted(([one], [other]) => one - other);
    for (const [place, { id, words }] of places) {
      const { headline, text, caption, credit } = words;
      putWords.run(place, headline, text, caption, credit, this.#noteWordsOf(id));
    }
    this.forgetWaiting();
  }

  /** Forgets what was gathered for a batch. Another process may write before the next one. */
  forgetWaiting(): void {
    this.#waiting.clear();
    this.#lastPlaces.clear();
  }

  remove(rows: readonly StoredBriefing[]): void {
    for (const { place } of rows) this.#removeFrom(place);
    for (const key of new Set(rows.map(({ storyKey }) => storyKey))) this.#copies.settle(key);
  }

  #removeFrom(place: number): void {
    this.#waiting.delete(place);
    const { remove, removeContent, removeAgencies, removeWords } = this.#statements;
    for (const statement of [remove, removeContent, removeAgencies, removeWords]) {
      statement.run(place);
    }
  }

  /** Puts a briefing's words into the index anew, after the notes on it changed. */
  indexAnew(id: string): void {
    const row = this.#database
      .prepare(
        `SELECT place, listing, briefing_content.briefing AS kept FROM briefing
        JOIN briefing_content USING (place) WHERE id = ?`,
      )
      .get(id);
    if (row === undefined) return;
    const place = Number(row['place']);
    const kept = row['kept'];
    this.#statements.removeWords.run(place);
    if (!(kept instanceof Uint8Array)) {
      const listing = listingSchema.parse(JSON.parse(String(row['listing'])));
      this.#waiting.set(place, { id, words: nothingKept(listing).words });
      return;
    }
    const json = inflateRawSync(kept).toString();
    const { words } = toKeptContents(briefingSchema.parse(JSON.parse(json)), json);
    this.#waiting.set(place, { id, words });
  }

  #nextPlace(day: string | null): number {
    const { first, last } = placesOf(day);
    let previous = this.#lastPlaces.get(day);
    if (previous === undefined) {
      const row = this.#statements.lastPlace.get(first, last);
      previous = Number(row?.['last'] ?? first - 1);
    }
    if (previous >= last) throw new Error(`There are too many briefings of ${day ?? 'no day'}.`);
    this.#lastPlaces.set(day, previous + 1);
    return previous + 1;
  }
}
