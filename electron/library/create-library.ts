import { existsSync } from 'node:fs';
import type {
  BriefingChanges,
  LibraryStatus,
  Listing,
  Root,
  RootStatus,
} from '../shared/model/listing.ts';
import { failure } from '../shared/result.ts';
import { CatalogReader } from './catalog/catalog-reader.ts';
import { isDamage, openCatalogForReading, removeCatalog } from './catalog/open-catalog.ts';
import { IndexerConnection } from './indexing/indexer-connection.ts';
import type { IndexerNews, RootStates } from './indexing/indexer-messages.ts';
import type { RootState } from './indexing/root-state.ts';
import { RootWatcher } from './indexing/watch-roots.ts';
import type { Library, LibraryOptions } from './library.ts';
import { Listeners } from './listeners.ts';
import { openBriefing, type OpeningSources, readBriefing, versionOf } from './opening.ts';
import { createFileParser } from './parsing/create-file-parser.ts';
import { ReadingStates } from './reading/reading-states.ts';

/** Between two notices, in milliseconds. */
const noticeInterval = 200;

/** What can be asked once the catalog is open. */
interface Opened {
  readonly reader: CatalogReader;
  readonly states: ReadingStates;
}

/** The front of the library: it answers from the catalog, and has the indexer change it. */
class LocalLibrary implements Library {
  readonly #options: LibraryOptions;
  readonly #parser = createFileParser();
  readonly #watcher: RootWatcher | null;
  readonly #changed = new Listeners<LibraryStatus>();
  readonly #briefingsChanged = new Listeners<BriefingChanges>();
  #roots: readonly Root[];
  #rootStates: RootStates = {};
  #activity: LibraryStatus['activity'] = { kind: 'idle' };
  #indexer: IndexerConnection;
  readonly #rootsFound = Promise.withResolvers<undefined>();
  #opening = Promise.withResolvers<Opened>();
  #opened: Opened | null = null;
  #isRebuilding = false;
  #notice: NodeJS.Timeout | null = null;
  #closing: Promise<void> | null = null;

  constructor(options: LibraryOptions) {
    this.#options = options;
    this.#roots = options.roots;
    this.#watcher = options.isWatching
      ? new RootWatcher((places) => void this.#indexer.call('look', places).catch(this.#report))
      : null;
    this.#indexer = this.#startIndexer();
  }

  readonly outline: Library['outline'] = (filter) =>
    this.#ask(({ reader }) => reader.outline(filter));
  readonly query: Library['query'] = (query) => this.#ask(({ reader }) => reader.query(query));
  readonly locate: Library['locate'] = (filter, id) =>
    this.#ask(({ reader }) => reader.locate(filter, id));
  readonly find: Library['find'] = (ids) => this.#ask(({ reader }) => reader.find(ids));
  readonly page: Library['page'] = (after, limit) =>
    this.#ask(({ reader }) => reader.page(after, limit));
  readonly countViews: Library['countViews'] = () => this.#ask(({ reader }) => reader.countViews());
  readonly status: Library['status'] = () => this.#ask((opened) => this.#status(opened));

  readonly rescan: Library['rescan'] = async () => {
    // What changes once the roots are watched is told; what changed before is found.
    await this.#rootsFound.promise;
    await this.#watcher?.settled();
    if (this.#closing !== null) return;
    await this.#indexer.call('rescan', null);
    this.#noticeNow();
  };

  readonly stopScan: Library['stopScan'] = async () => {
    await this.#indexer.call('stopScan', null);
  };

  readonly setRoots: Library['setRoots'] = async (roots) => {
    this.#roots = roots;
    await this.#indexer.call('setRoots', roots);
    void this.rescan().catch(this.#report);
    this.#noticeNow();
  };

  readonly readNow: Library['readNow'] = (file) => this.#indexer.call('readNow', file);
  readonly marksRevision: Library['marksRevision'] = () =>
    this.#indexer.call('marksRevision', null);
  readonly indexMarks: Library['indexMarks'] = async (update) => {
    await this.#indexer.call('putMarks', update);
  };

  readonly open: Library['open'] = (id) =>
    this.#ask((opened) => openBriefing(id, this.#sources(opened)));
  readonly read: Library['read'] = (id) =>
    this.#ask((opened) => readBriefing(id, this.#sources(opened)));

  readonly picture: Library['picture'] = async (id, figure) => {
    const read = await this.read(id);
    if (!read.ok) return read;
    const { briefing, listing } = read.value;
    const reference = briefing.figures[figure]?.picture ?? null;
    if (reference !== null) return this.#parser.picture(listing.path, reference);
    const message = 'There is no picture for this figure beside the file.';
    return failure({ kind: 'missing', message });
  };

  readonly setReading: Library['setReading'] = (ids, reading) =>
    this.#change(({ states }) => states.set(ids, reading));
  readonly setPinned: Library['setPinned'] = (ids, isPinned) =>
    this.#change(({ states }) => states.setPinned(ids, isPinned));

  readonly keepVersion: Library['keepVersion'] = async (id) => {
    const read = await this.read(id);
    if (!read.ok) return;
    const { briefing, listing } = read.value;
    const { fingerprint } = listing;
    if (fingerprint === null) return;
    await this.#change(({ states }) => states.keepVersion(id, versionOf(briefing, fingerprint)));
  };

  readonly onChanged: Library['onChanged'] = (listener) => this.#changed.add(listener);
  readonly onBriefingsChanged: Library['onBriefingsChanged'] = (listener) =>
    this.#briefingsChanged.add(listener);

  readonly close: Library['close'] = () => {
    this.#closing ??= this.#close();
    return this.#closing;
  };

  async #close(): Promise<void> {
    if (this.#notice !== null) clearTimeout(this.#notice);
    await this.#watcher?.close();
    await this.#indexer.close();
    await this.#parser.close();
    // A late answer may still want to open it.
    this.#opening.promise.catch(() => null);
    this.#opened?.reader.close();
  }

  #startIndexer(): IndexerConnection {
    const { catalogFile } = this.#options;
    return new IndexerConnection(
      { catalogFile, roots: this.#roots },
      (news) => this.#receive(news),
      (error) => this.#fail(error),
    );
  }

  #receive(news: IndexerNews): void {
    switch (news.kind) {
      case 'ready':
        this.#openCatalog();
        break;
      case 'activity':
        this.#activity = news.activity;
        break;
      case 'roots':
        this.#takeRootStates(news.states);
        break;
      case 'changes':
        this.#tellChanges(news.changes);
        break;
      case 'broken':
        void this.#rebuild();
        break;
      case 'stored':
        break;
    }
    this.#noticeSoon();
  }

  #openCatalog(): void {
    const { catalogFile, readingFile } = this.#options;
    try {
      const database = openCatalogForReading(catalogFile, readingFile);
      const states = new ReadingStates(database);
      this.#opened = { reader: new CatalogReader(database), states };
      this.#opening.resolve(this.#opened);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #fail(error: Error): void {
    this.#activity = {
      kind: 'failed',
      message: `The index cannot be worked with: ${error.message}`,
    };
    this.#opening.promise.catch(() => null);
    this.#opening.reject(error);
    this.#rootsFound.resolve(undefined);
    this.#noticeSoon();
  }

  /** Begins the catalog anew: it holds nothing that the files do not. */
  async #rebuild(): Promise<void> {
    if (this.#closing !== null || this.#isRebuilding) return;
    this.#isRebuilding = true;
    const opened = this.#opened;
    this.#opened = null;
    this.#opening = Promise.withResolvers<Opened>();
    await this.#indexer.close();
    opened?.reader.close();
    removeCatalog(this.#options.catalogFile);
    this.#indexer = this.#startIndexer();
    this.#isRebuilding = false;
    await this.#indexer.call('rescan', null).catch(this.#report);
  }

  async #ask<Answer>(question: (opened: Opened) => Answer): Promise<Awaited<Answer>> {
    const opened = this.#opened ?? (await this.#opening.promise);
    try {
      return await question(opened);
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (opened === this.#opened) void this.#rebuild();
      return await question(await this.#opening.promise);
    }
  }

  async #change(work: (opened: Opened) => void): Promise<void> {
    await this.#ask(work);
    this.#noticeSoon();
  }

  #sources({ reader, states }: Opened): OpeningSources {
    return {
      reader,
      states,
      parser: this.#parser,
      rootOf: (id) => this.#rootOf(id, reader),
      noticeChange: ({ path }: Listing) => {
        void this.#indexer.call('look', [path]).catch(this.#report);
      },
    };
  }

  #rootOf(id: string, reader: CatalogReader): RootStatus | null {
    const root = reader.rootOf(id);
    return this.#rootStatuses(reader).find((one) => one.id === root) ?? null;
  }

  #rootStatuses(reader: CatalogReader): readonly RootStatus[] {
    const counts = reader.countsByRoot();
    return this.#roots.map((root) => ({
      ...root,
      ...(this.#rootStates[root.id] ?? { state: 'present', message: null }),
      briefingCount: counts.get(root.id) ?? 0,
    }));
  }

  #status({ reader }: Opened): LibraryStatus {
    const { briefings, problems } = reader.counts();
    return {
      roots: this.#rootStatuses(reader),
      briefingCount: briefings,
      problemCount: problems,
      activity: this.#activity,
    };
  }

  /** What is given up because the library closes is no fault. */
  readonly #report = (error: unknown): void => {
    if (this.#closing === null) console.error(String(error));
  };

  #tellChanges(changes: BriefingChanges): void {
    for (const { from, to } of changes.moved) this.#opened?.states.move(from, to);
    this.#briefingsChanged.tell(changes);
  }

  /** A root that is back is looked through: what changed while it was away is not told. */
  #takeRootStates(states: RootStates): void {
    const before = this.#rootStates;
    this.#rootStates = states;
    this.#watch();
    this.#rootsFound.resolve(undefined);
    const isBack = ([id, { state }]: [string, RootState]): boolean =>
      state === 'present' && (before[id]?.state ?? 'present') !== 'present';
    if (Object.entries(states).some(isBack)) void this.rescan().catch(this.#report);
  }

  #watch(): void {
    const isThere = ({ id, path }: Root): boolean =>
      this.#rootStates[id]?.state === 'present' && existsSync(path);
    this.#watcher?.watch(this.#roots.filter(isThere));
  }

  #noticeSoon(): void {
    if (this.#closing !== null) return;
    this.#notice ??= setTimeout(() => this.#noticeNow(), noticeInterval);
  }

  #noticeNow(): void {
    if (this.#notice !== null) clearTimeout(this.#notice);
    this.#notice = null;
    if (this.#closing === null && this.#opened !== null)
      this.#changed.tell(this.#status(this.#opened));
  }
}

/** The library over a catalog. It shows what the catalog holds; `rescan` brings that up to date. */
export function createLibrary(options: LibraryOptions): Library {
  return new LocalLibrary(options);
}
