import type { DatabaseSync } from 'node:sqlite';
import type { Reading } from '../../shared/model/listing.ts';

/** A version of a briefing that the reader read. */
export interface KeptVersion {
  readonly fingerprint: string;
  /** The briefing as JSON, deflated (raw deflate). */
  readonly briefing: Uint8Array;
  /** Milliseconds since the Unix epoch. */
  readonly readAt: number;
}

/** What the reader did with a briefing. */
export interface ReadingState {
  readonly reading: Reading;
  readonly isPinned: boolean;
  /** Of the version that was read last; `null` where none is kept. */
  readonly fingerprint: string | null;
}

const untouched: ReadingState = { reading: 'unread', isPinned: false, fingerprint: null };

function readingOf(value: unknown): Reading {
  return value === 'reading' || value === 'read' ? value : 'unread';
}

/** How far the reader is, over a connection that has the file attached as `reading`. */
export class ReadingStates {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  of(id: string): ReadingState {
    const row = this.#database
      .prepare('SELECT reading, is_pinned, fingerprint FROM reading.state WHERE briefing_id = ?')
      .get(id);
    if (row === undefined) return untouched;
    const { fingerprint } = row;
    return {
      reading: readingOf(row['reading']),
      isPinned: row['is_pinned'] === 1,
      fingerprint: typeof fingerprint === 'string' ? fingerprint : null,
    };
  }

  set(ids: readonly string[], reading: Reading): void {
    this.#each(
      ids,
      `INSERT INTO reading.state VALUES (?1, ?2, 0, NULL)
      ON CONFLICT DO UPDATE SET reading = excluded.reading`,
      reading,
    );
  }

  setPinned(ids: readonly string[], isPinned: boolean): void {
    this.#each(
      ids,
      `INSERT INTO reading.state VALUES (?1, 'unread', ?2, NULL)
      ON CONFLICT DO UPDATE SET is_pinned = excluded.is_pinned`,
      Number(isPinned),
    );
  }

  /** Keeps a version as the one that was read. */
  keepVersion(id: string, { fingerprint, briefing, readAt }: KeptVersion): void {
    this.#atOnce(() => {
      this.#database
        .prepare(
          `INSERT INTO reading.state VALUES (?, 'unread', 0, ?)
          ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint`,
        )
        .run(id, fingerprint);
      this.#database
        .prepare(
          `INSERT INTO reading.version VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET read_at = excluded.read_at, briefing = excluded.briefing`,
        )
        .run(id, readAt, briefing);
    });
  }

  /** Notes that a briefing was opened; its version is kept if none is yet. */
  opened(id: string, version: KeptVersion): void {
    this.#atOnce(() => {
      const state = this.of(id);
      if (state.reading === 'unread') this.set([id], 'reading');
      if (state.fingerprint === null) this.keepVersion(id, version);
    });
  }

  /** The version that was read last. */
  lastRead(id: string): KeptVersion | null {
    const row = this.#database
      .prepare(
        `SELECT fingerprint, read_at, briefing FROM reading.state
        JOIN reading.version USING (briefing_id) WHERE briefing_id = ?`,
      )
      .get(id);
    if (row === undefined) return null;
    const { fingerprint, read_at: readAt, briefing } = row;
    if (typeof fingerprint !== 'string' || !(briefing instanceof Uint8Array)) return null;
    return { fingerprint, briefing, readAt: Number(readAt) };
  }

  /** Moves what is known of a briefing along with its file; what is known at the new place stays. */
  move(from: string, to: string): void {
    this.#atOnce(() => {
      if (this.#isKnown(to)) return;
      for (const table of ['state', 'version']) {
        this.#database
          .prepare(`UPDATE reading.${table} SET briefing_id = ? WHERE briefing_id = ?`)
          .run(to, from);
      }
    });
  }

  #isKnown(id: string): boolean {
    const found = this.#database.prepare('SELECT 1 FROM reading.state WHERE briefing_id = ?');
    return found.get(id) !== undefined;
  }

  #each(ids: readonly string[], sql: string, value: string | number): void {
    const statement = this.#database.prepare(sql);
    this.#atOnce(() => {
      for (const id of ids) statement.run(id, value);
    });
  }

  /** Does all of it or nothing. One inside of another is part of it. */
  #atOnce(work: () => void): void {
    if (this.#isAtIt()) {
      work();
      return;
    }
    // IMMEDIATE would wait for the lock of the catalog too, which a scan holds for long. A statement
    // that finds nothing takes the lock of this file alone.
    this.#database.exec('BEGIN');
    try {
      this.#database.exec('DELETE FROM reading.state WHERE FALSE');
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#isAtIt()) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #isAtIt(): boolean {
    return this.#database.isTransaction;
  }
}
