import type { FileStamp } from '../catalog/catalog-writer.ts';

/** The files of a root before a path, the last paths first; of all of them for `null`. Empty at the end. */
export type KnownFilesPage = (before: string | null) => readonly FileStamp[];

const surrogate = /[\ud800-\udfff]/;

/**
 * Compares paths as SQLite does, by their UTF-8: negative where `one` comes first. JavaScript compares
 * UTF-16 code units, which is the same but for what lies beyond the basic plane.
 */
export function comparePaths(one: string, other: string): number {
  if (surrogate.test(one) || surrogate.test(other)) {
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * What the catalog knows of a root's files, for a walk that comes by them in the same order, the last
 * paths first: so 100,000 of them are never in memory at once.
 */
export class KnownFiles {
  readonly #pageBefore: KnownFilesPage;
  readonly #passed = new Map<string, FileStamp>();
  #page: readonly FileStamp[];
  #at = 0;

  constructor(pageBefore: KnownFilesPage) {
    this.#pageBefore = pageBefore;
    this.#page = pageBefore(null);
  }

  /** What is known of a file. A file that comes out of turn may seem unknown; it is no loss to read it. */
  take(file: string): FileStamp | undefined {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const order = comparePaths(next.file, file);
      if (order < 0) break;
      this.#at += 1;
      if (order === 0) return next;
      this.#passed.set(next.file, next);
    }
    const passed = this.#passed.get(file);
    this.#passed.delete(file);
    return passed;
  }

  /** The paths of those that were not taken. */
  rest(): readonly string[] {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#at += 1;
      this.#passed.set(next.file, next);
    }
    return [...this.#passed.keys()];
  }

  #next(): FileStamp | undefined {
    if (this.#at === this.#page.length && this.#at > 0) {
      this.#page = this.#pageBefore(this.#page[this.#at - 1]?.file ?? '');
      this.#at = 0;
    }
    return this.#page[this.#at];
  }
}
