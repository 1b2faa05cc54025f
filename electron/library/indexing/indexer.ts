import type { BriefingChanges, LibraryStatus, Root } from '../../shared/model/listing.ts';
import type { CatalogWriter } from '../catalog/catalog-writer.ts';
import { fileProblem } from '../file-problem.ts';
import type { MarkUpdate } from '../library.ts';
import type { FileParser } from '../parsing/file-parser.ts';
import type { IndexerNews, RootStates } from './indexer-messages.ts';
import { lookAgain } from './look-again.ts';
import { MoveTracker } from './move-tracker.ts';
import { createRootRules, type RootRules } from './root-rules.ts';
import { findRoot, type RootFound, type RootState } from './root-state.ts';
import { ScanProgress } from './scan-progress.ts';
import { RootScanner } from './scan-root.ts';
import type { Stored } from './store-files.ts';

/** How often a root that is gone is looked for, in milliseconds. */
const searchInterval = 2000;

/** At most so many changes are told one by one; an open briefing is among the first to be looked at. */
const mostChanges = 10_000;

/** What the indexer works with. */
export interface IndexerOptions {
  readonly writer: CatalogWriter;
  readonly parser: FileParser;
  readonly roots: readonly Root[];
  readonly tell: (news: IndexerNews) => void;
}

/** Keeps the catalog in step with the files. It alone writes to the catalog. */
export class Indexer {
  readonly #writer: CatalogWriter;
  readonly #parser: FileParser;
  readonly #tell: (news: IndexerNews) => void;
  readonly #moves = new MoveTracker();
  #roots: readonly Root[];
  #rules: readonly RootRules[] = [];
  #states: RootStates = {};
  #stop = new AbortController();
  #scanning: Promise<void> | null = null;
  #following: Promise<void> | null = null;
  #isCalledOff = false;
  #scanStartedAt: number | null = null;
  #search: NodeJS.Timeout | null = null;
  #isClosed = false;
  /** Ids that went: they are back when they come again. */
  readonly #gone = new Set<string>();

  constructor({ writer, parser, roots, tell }: IndexerOptions) {
    this.#writer = writer;
    this.#parser = parser;
    this.#roots = roots;
    this.#tell = tell;
    this.#findRoots();
  }

  /** A call while a scan is running gets one of its own after that: it may want what came since. */
  readonly rescan = (): Promise<void> => {
    if (this.#isClosed) return Promise.resolve();
    if (this.#scanning !== null) {
      this.#isCalledOff = false;
      this.#following ??= this.#scanning.then(async () => {
        if (!this.#isCalledOff) await this.rescan();
      });
      return this.#following;
    }
    this.#scanning = this.#scan(this.#roots).finally(() => {
      this.#scanning = null;
      this.#following = null;
    });
    return this.#scanning;
  };

  /** Stops a scan that is running, and the one that would follow it; what was read stays. */
  readonly stopScan = async (): Promise<void> => {
    this.#isCalledOff = true;
    this.#stop.abort();
    await this.#scanEnd();
  };

  /** Takes these roots; what is new in them is found by the next scan. */
  readonly setRoots = (roots: readonly Root[]): void => {
    this.#roots = roots;
    this.#leaveOtherRoots();
    this.#stop.abort();
    this.#findRoots();
  };

  readonly putMarks = (update: MarkUpdate): void => {
    this.#writer.batch(() => this.#writer.putMarks(update));
    this.#tell({ kind: 'stored' });
  };

  readonly marksRevision = (): string | null => this.#writer.marksRevision();

  /** Looks at files and folders again, by their absolute paths. */
  readonly look = async (places: readonly string[]): Promise<void> => {
    // What vanished with its root did not go: its rows stay.
    this.#findRoots();
    const roots = this.#rules;
    const folders = new Set(roots.flatMap(({ root, folder }) => [root.path, folder]));
    if (places.some((place) => folders.has(place))) await this.rescan();
    const others = places.filter((place) => !folders.has(place));
    const [writer, parser, isThere] = [this.#writer, this.#parser, this.#isThere];
    this.#report(await lookAgain(others, { writer, parser, roots, isThere }));
    if (this.#rules !== roots) this.#leaveOtherRoots();
  };

  /** Reads one file; its briefing's id, or `null` where it belongs to no root. */
  readonly readNow = async (file: string): Promise<string | null> => {
    await this.look([file]);
    return this.#writer.idAt(file);
  };

  readonly close = async (): Promise<void> => {
    this.#isClosed = true;
    if (this.#search !== null) clearInterval(this.#search);
    this.#stop.abort();
    await this.#scanEnd();
    await this.#parser.close();
    this.#writer.close();
  };

  /** Resolves also when the scan fails: that is told to the one who asked for it. */
  async #scanEnd(): Promise<void> {
    await this.#scanning?.catch(() => undefined);
  }

  /** Takes out the rows of roots that were taken off, also while they were read or before the start. */
  #leaveOtherRoots(): void {
    const kept = new Set(this.#roots.map(({ id }) => id));
    const left = this.#writer.rootsWithRows().filter((id) => !kept.has(id));
    const removed = this.#writer.batch(() => left.flatMap((id) => this.#writer.removeRoot(id)));
    this.#report({ added: [], changed: [], removed });
  }

  /** Finds out which roots are there, and looks for the others now and then. */
  #findRoots(): void {
    const states: Record<string, RootState> = {};
    const folders = new Map<Root, string>();
    for (const root of this.#roots) {
      const found = this.#find(root);
      if (found.kind === 'present') {
        folders.set(root, found.folder);
        this.#keepDevice(root, String(found.device));
      }
      states[root.id] =
        found.kind === 'present' ? { state: 'present', message: null } : found.state;
    }
    this.#rules = [...folders].map(([root, folder]) =>
      createRootRules(root, folder, [...folders.values()]),
    );
    const isOther = JSON.stringify(states) !== JSON.stringify(this.#states);
    this.#states = states;
    if (isOther) this.#tell({ kind: 'roots', states });
    this.#searchAbsent();
  }

  /** Written only where it is another one: whatever is written makes the front ask anew. */
  #keepDevice({ id }: Root, device: string): void {
    const name = `device of ${id}`;
    if (this.#writer.factOf(name) !== device) this.#writer.keepFact(name, device);
  }

  #find(root: Root): RootFound {
    const known = this.#writer.factOf(`device of ${root.id}`);
    const hasRows = this.#writer.hasRoot(root.id);
    return findRoot(root, known !== null && hasRows ? Number(known) : null);
  }

  readonly #isThere = (id: string): boolean =>
    this.#roots.some((root) => root.id === id && this.#find(root).kind === 'present');

  #searchAbsent(): void {
    const isAllThere = this.#rules.length === this.#roots.length;
    if (this.#search !== null) clearInterval(this.#search);
    this.#search = isAllThere ? null : setInterval(() => this.#lookForRoots(), searchInterval);
  }

  #lookForRoots(): void {
    if (this.#scanning === null) this.#findRoots();
  }

  async #scan(roots: readonly Root[]): Promise<void> {
    this.#stop = new AbortController();
    this.#scanStartedAt = performance.now();
    const tell = (activity: LibraryStatus['activity']): void =>
      this.#tell({ kind: 'activity', activity });
    const progress = new ScanProgress(tell);
    this.#findRoots();
    try {
      for (const rules of this.#rules) await this.#scanRoot(rules, progress);
      this.#leaveOtherRoots();
      const { done, total } = progress;
      const isStopped = this.#stop.signal.aborted && roots === this.#roots;
      tell(isStopped ? { kind: 'stopped', done, total } : { kind: 'idle' });
    } catch (error) {
      const paths = roots.map(({ path }) => path).join(', ');
      tell({ kind: 'failed', message: fileProblem(error, paths).message });
      throw error;
    } finally {
      this.#scanStartedAt = null;
      this.#moves.forget(null);
      this.#writer.rest();
    }
  }

  async #scanRoot(rules: RootRules, progress: ScanProgress): Promise<void> {
    const stop = this.#stop.signal;
    if (stop.aborted) return;
    const [writer, parser] = [this.#writer, this.#parser];
    const report = (stored: Stored): void => this.#report(stored);
    const isThere = (): boolean => this.#isThere(rules.root.id);
    await new RootScanner({ writer, parser, rules, progress, stop, report, isThere }).run();
  }

  #report({ added, changed, removed }: Stored): void {
    if (added.length + changed.length + removed.length === 0) return;
    this.#tell({ kind: 'stored' });
    const moved = this.#moves.take(removed, added);
    this.#moves.forget(this.#scanStartedAt);
    const left = new Set(moved.map(({ from }) => from));
    for (const { id } of removed) this.#gone.add(id);
    const back = added.filter(({ id }) => this.#gone.delete(id));
    const ids = [...changed, ...removed, ...back]
      .map(({ id }) => id)
      .filter((id) => !left.has(id))
      .slice(0, mostChanges);
    const changes: BriefingChanges = { changed: ids, moved: moved.slice(0, mostChanges) };
    if (ids.length + moved.length > 0) this.#tell({ kind: 'changes', changes });
  }
}
