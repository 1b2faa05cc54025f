import type { LibraryStatus, Listing } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { Catalog } from './catalog.ts';
import { fileProblem } from './file-problem.ts';
import type { Library } from './library.ts';
import { readPicture } from './picture.ts';
import { readBriefingFile } from './read-briefing-file.ts';
import { rescan } from './rescan.ts';
import { toListing } from './to-listing.ts';

export interface LibraryOptions {
  /** Absolute paths of the folders with briefings. */
  readonly roots: readonly string[];
  /** The catalog's file, or `:memory:`. */
  readonly catalogFile: string;
}

/** Between two notices of a running scan, in milliseconds. */
const noticeInterval = 200;

class LocalLibrary implements Library {
  readonly #catalog: Catalog;
  readonly #roots: readonly string[];
  readonly #listeners = new Set<(status: LibraryStatus) => void>();
  #activity: LibraryStatus['activity'] = { kind: 'idle' };
  #scanning: Promise<void> | undefined;
  #following: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  readonly #stop = new AbortController();
  #noticedAt = 0;

  constructor({ roots, catalogFile }: LibraryOptions) {
    this.#roots = roots;
    this.#catalog = new Catalog(catalogFile);
  }

  readonly outline: Library['outline'] = (filter) => Promise.resolve(this.#catalog.outline(filter));
  readonly query: Library['query'] = (query) => Promise.resolve(this.#catalog.query(query));
  readonly locate: Library['locate'] = (filter, id) =>
    Promise.resolve(this.#catalog.positionOf(filter, id));
  readonly find: Library['find'] = (ids) => Promise.resolve(this.#catalog.find(ids));
  readonly status: Library['status'] = () => Promise.resolve(this.#status());

  /** A call while a scan is running gets one of its own after that: it may want what came since. */
  readonly rescan: Library['rescan'] = () => {
    if (this.#scanning !== undefined) {
      this.#following ??= this.#scanning.then(() => this.rescan());
      return this.#following;
    }
    this.#scanning = this.#scan().finally(() => {
      this.#scanning = undefined;
      this.#following = undefined;
    });
    return this.#scanning;
  };

  readonly open: Library['open'] = async (id) => {
    const known = this.#listing(id);
    if (!known.ok) return known;
    const read = await readBriefingFile(known.value.path);
    if (!read.ok) return read;
    return success({
      listing: toListing(known.value.path, read.value),
      briefing: read.value.briefing,
    });
  };

  readonly picture: Library['picture'] = async (id, figure) => {
    const opened = await this.open(id);
    if (!opened.ok) return opened;
    const { briefing, listing } = opened.value;
    const name = briefing.figures[figure]?.picture ?? null;
    if (name === null) {
      return failure({
        kind: 'missing',
        message: 'There is no picture for this figure beside the file.',
      });
    }
    return readPicture(listing.path, name);
  };

  readonly onChanged: Library['onChanged'] = (listener) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Ends a scan that is running. */
  readonly close: Library['close'] = () => {
    this.#closing ??= this.#close();
    return this.#closing;
  };

  async #close(): Promise<void> {
    this.#stop.abort();
    await (this.#following ?? this.#scanning);
    this.#catalog.close();
  }

  async #scan(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#activity = { kind: 'scanning', done: 0, total: 0 };
    this.#notify();
    try {
      const problems = await rescan(
        this.#catalog,
        this.#roots,
        (done, total) => this.#progress(done, total),
        this.#stop.signal,
      );
      const message = problems.map((problem) => problem.message).join(' ');
      this.#activity = message === '' ? { kind: 'idle' } : { kind: 'failed', message };
    } catch (error) {
      const root = this.#roots.join(', ');
      this.#activity = { kind: 'failed', message: fileProblem(error, root).message };
    }
    this.#notify();
  }

  #progress(done: number, total: number): void {
    this.#activity = { kind: 'scanning', done, total };
    if (performance.now() - this.#noticedAt >= noticeInterval) this.#notify();
  }

  #listing(id: string): Result<Listing, Problem> {
    const listing = this.#catalog.find([id])[0];
    if (listing !== undefined) return success(listing);
    return failure({ kind: 'missing', message: 'This briefing is not in the library any more.' });
  }

  #status(): LibraryStatus {
    const { briefings, problems } = this.#catalog.counts();
    return {
      roots: this.#roots,
      briefingCount: briefings,
      problemCount: problems,
      activity: this.#activity,
    };
  }

  #notify(): void {
    this.#noticedAt = performance.now();
    const status = this.#status();
    for (const listener of this.#listeners) listener(status);
  }
}

/**
 * The library over a catalog. It shows what the catalog holds; `rescan` brings that up to date.
 *
 * @throws SQLite's error if no catalog can be opened or made.
 */
export function createLibrary(options: LibraryOptions): Library {
  return new LocalLibrary(options);
}
