import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { MarkUpdate } from '../library.ts';
import type { FileReading, ParsedFile } from '../parsing/parsed-file.ts';
import { fold } from '../../shared/search/fold.ts';
import { BriefingRows, type StoredBriefing } from './briefing-rows.ts';
import { MarkIndex } from './mark-index.ts';

/** What a scan compares a file with. */
export interface FileStamp {
  /** Its absolute path. */
  readonly file: string;
  readonly byteLength: number;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
  /** It could not be read, so it is read again. */
  readonly hasProblem: boolean;
}

/** A briefing by its id and what its file held; `null` where it could not be read. */
export interface CatalogEntry {
  readonly id: string;
  readonly fingerprint: string | null;
}

/** What storing a file did to its briefings. */
export interface PutOutcome {
  readonly added: readonly CatalogEntry[];
  /** Their contents are other ones than before. */
  readonly changed: readonly CatalogEntry[];
  readonly removed: readonly CatalogEntry[];
}

/** Where a file belongs. */
export interface FilePlace {
  /** The root's id. */
  readonly root: string;
  /** The absolute path of the file on disk. */
  readonly file: string;
}

function toEntries(rows: readonly StoredBriefing[]): readonly CatalogEntry[] {
  return rows.map(({ id, fingerprint }) => ({ id, fingerprint }));
}

/** What follows every path below a folder, and comes after it in the order of bytes. */
function rangeBelow(folder: string): readonly [string, string] {
  const start = folder.endsWith(path.sep) ? folder : folder + path.sep;
  return [start, start.slice(0, -1) + String.fromCharCode(path.sep.charCodeAt(0) + 1)];
}

/** How many files are asked for at once. */
const stampsAtOnce = 500;

/** A file that holds several briefings is there once. */
function stampsStatement(condition: string): string {
  return `SELECT file, byte_length, modified_at, max(problem) AS problem
    FROM briefing INDEXED BY briefing_stamp
    WHERE ${condition} GROUP BY file ORDER BY file DESC LIMIT ${stampsAtOnce}`;
}

/** Changes the catalog, over the only connection that writes to it. */
export class CatalogWriter {
  readonly #database: DatabaseSync;
  readonly #rows: BriefingRows;
  readonly #marks: MarkIndex;
  readonly #stamp;
  readonly #lastStamps;
  readonly #stampsBefore;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#marks = new MarkIndex(database);
    this.#rows = new BriefingRows(database, (id) => this.#marks.noteWordsOf(id));
    this.#stamp = database.prepare(
      `SELECT byte_length, modified_at, max(problem) AS problem FROM briefing WHERE file = ?`,
    );
    this.#lastStamps = database.prepare(stampsStatement('root = ?'));
    this.#stampsBefore = database.prepare(stampsStatement('root = ? AND file < ?'));
  }

  /** Stores the briefings of a file in place of those that it held before. */
  put(reading: FileReading, place: FilePlace): PutOutcome {
    const before = new Map(this.#rows.of('file', place.file).map((row) => [row.id, row]));
    const added: CatalogEntry[] = [];
    const changed: CatalogEntry[] = [];
    for (const parsed of reading.files) {
      const { id, fingerprint } = parsed.listing;
      const old = before.get(id) ?? this.#rows.of('id', id)[0];
      before.delete(id);
      this.#store(parsed, old, reading, place);
      if (old === undefined) added.push({ id, fingerprint });
      else if (old.fingerprint !== fingerprint) changed.push({ id, fingerprint });
    }
    const removed = [...before.values()];
    this.#rows.remove(removed);
    return { added, changed, removed: toEntries(removed) };
  }

  #store(
    { listing, contents }: ParsedFile,
    old: StoredBriefing | undefined,
    { byteLength, modifiedAt }: FileReading,
    { root, file }: FilePlace,
  ): void {
    const foldedPath = fold(listing.path.replaceAll('\\', '/'));
    const stamp = { byteLength, modifiedAt, root, file, foldedPath };
    this.#rows.store(listing, contents, stamp, old);
  }

  /** What is known of the file on disk; `null` where it has no briefings. */
  stampOf(file: string): FileStamp | null {
    const row = this.#stamp.get(file);
    if (row?.['byte_length'] == null) return null;
    return {
      file,
      byteLength: Number(row['byte_length']),
      modifiedAt: Number(row['modified_at']),
      hasProblem: row['problem'] === 1,
    };
  }

  /**
   * What is known of the files of a root whose paths come before one, the last of them first; of its
   * last files for `null`. Paths are compared by their UTF-8.
   */
  stampsBefore(root: string, before: string | null): readonly FileStamp[] {
    const rows =
      before === null ? this.#lastStamps.all(root) : this.#stampsBefore.all(root, before);
    return rows.map((row) => ({
      file: String(row['file']),
      byteLength: Number(row['byte_length']),
      modifiedAt: Number(row['modified_at']),
      hasProblem: row['problem'] === 1,
    }));
  }

  /** Gives memory back that only a scan needs. */
  rest(): void {
    this.#database.exec('PRAGMA shrink_memory');
  }

  removeFile(file: string): readonly CatalogEntry[] {
    return this.#removeAll(this.#rows.of('file', file));
  }

  removeRoot(root: string): readonly CatalogEntry[] {
    return this.#removeAll(this.#rows.of('root', root));
  }

  #removeAll(rows: readonly StoredBriefing[]): readonly CatalogEntry[] {
    this.#rows.remove(rows);
    return toEntries(rows);
  }

  /** The paths of the files below a folder, those in its subfolders included. */
  filesIn(folder: string): readonly string[] {
    const rows = this.#database
      .prepare('SELECT DISTINCT file FROM briefing WHERE file >= ? AND file < ?')
      .all(...rangeBelow(folder));
    return rows.map(({ file }) => String(file));
  }

  /** The id of the briefing of a file; of a zip the first one's; `null` where it has none. */
  idAt(file: string): string | null {
    const [first] = this.#rows.of('file', file);
    return first?.id ?? null;
  }

  /** Whether there are briefings of a root. */
  hasRoot(root: string): boolean {
    const found = this.#database.prepare('SELECT 1 FROM briefing WHERE root = ? LIMIT 1').get(root);
    return found !== undefined;
  }

  /** The ids of the roots that there are briefings of. */
  rootsWithRows(): readonly string[] {
    const rows = this.#database.prepare('SELECT DISTINCT root FROM briefing').all();
    return rows.map(({ root }) => String(root));
  }

  /** Takes marks into the index. */
  putMarks(update: MarkUpdate): void {
    for (const id of this.#marks.put(update)) this.#rows.indexAnew(id);
  }

  /** The revision of the last update of marks; `null` where there was none. */
  marksRevision(): string | null {
    return this.#marks.revision();
  }

  /** A fact that is kept beside the briefings. */
  factOf(name: string): string | null {
    const row = this.#database.prepare('SELECT value FROM fact WHERE name = ?').get(name);
    return row === undefined ? null : String(row['value']);
  }

  keepFact(name: string, value: string): void {
    this.#database
      .prepare('INSERT INTO fact VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
      .run(name, value);
  }

  /** Does several changes as one. All that changes anything has to be done in here. */
  batch<Value>(work: () => Value): Value {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.#rows.indexWaiting();
      this.#database.exec('COMMIT');
      return value;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      this.#rows.forgetWaiting();
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}
