import path from 'node:path';
import { rootOf } from '../library/root-of.ts';
import type { Root } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { exactPattern } from './exact-pattern.ts';
import { firstExclusions } from './folder-rules.ts';
import { firstRoots, type KeptRoot, type RootKeeper } from './kept-root.ts';

/** The folders of the library, each once. A change that succeeds is kept. */
export interface RootStore {
  /** In the order in which they were added; the inbox, once there is one, is the last. */
  all(): readonly Root[];
  /** Adds a folder by its absolute path; `false` where it is in the library already. */
  addFolder(folder: string): Result<boolean, Problem>;
  /** Adds a file by its absolute path: its folder, of which only such files are read. */
  addFile(file: string): Result<null, Problem>;
  change(change: Pick<Root, 'id' | 'include' | 'exclude'>): Result<null, Problem>;
  remove(id: string): Result<null, Problem>;
}

export interface RootStoreOptions {
  readonly keeper: RootKeeper;
  /** The folder of the shipped briefings, absolute, as are the others. */
  readonly seeds: string;
  /** The folder of the app's own files. */
  readonly profile: string;
  readonly inbox: { readonly folder: string; readonly isThere: () => boolean };
}

/** At most this many patterns say which files of a folder are read; see `rootSchema`. */
const mostPatterns = 50;

const gone: Problem = {
  kind: 'missing',
  message: 'This folder is not in the library any more.',
};

const inboxStays: Problem = {
  kind: 'unwritable',
  message:
    'The inbox has the briefings that you pasted; it stays in the library as a whole. Delete files in it to take them off.',
};

const left: Problem = {
  kind: 'unreadable',
  message:
    'The file is in a folder of the library whose patterns leave it out. Change the patterns of that folder to read it.',
};

const crowded: Problem = {
  kind: 'unwritable',
  message: `The library has ${mostPatterns} single files of that folder already. Add the folder instead.`,
};

class KeptRootStore implements RootStore {
  readonly #options: RootStoreOptions;

  constructor(options: RootStoreOptions) {
    this.#options = options;
  }

  all(): readonly Root[] {
    const folders = this.#kept().map((root) => this.#rootFor(root));
    const hasInbox = folders.every(({ id }) => !this.#isInbox(id));
    const { inbox } = this.#options;
    return hasInbox && inbox.isThere() ? [...folders, rootOf(inbox.folder)] : folders;
  }

  addFolder(given: string): Result<boolean, Problem> {
    const folder = path.resolve(given);
    const { inbox } = this.#options;
    if (folder === inbox.folder && inbox.isThere()) return success(false);
    const existing = this.#findAt(folder);
    if (existing === undefined) {
      const added = this.#add(folder, []);
      return added.ok ? success(true) : added;
    }
    // Single files of it were added before; now it is wanted as a whole.
    if (existing.include.length === 0) return success(false);
    this.#replace(existing, { include: [] });
    return success(true);
  }

  addFile(given: string): Result<null, Problem> {
    const file = path.resolve(given);
    const pattern = exactPattern(path.basename(file));
    const existing = this.#findAt(path.dirname(file));
    if (existing === undefined) return this.#add(path.dirname(file), [pattern]);
    const { include } = existing;
    if (include.length === 0 || include.includes(pattern)) return failure(left);
    if (include.length >= mostPatterns) return failure(crowded);
    this.#replace(existing, { include: [...include, pattern] });
    return success(null);
  }

  change({
    id,
    include,
    exclude,
  }: Pick<Root, 'id' | 'include' | 'exclude'>): Result<null, Problem> {
    return this.#with(id, (root) => this.#replace(root, { include, exclude }));
  }

  remove(id: string): Result<null, Problem> {
    const { keeper } = this.#options;
    return this.#with(id, (root) => keeper.keepRoots(this.#kept().filter((one) => one !== root)));
  }

  #kept(): readonly KeptRoot[] {
    return this.#options.keeper.readRoots() ?? firstRoots;
  }

  #pathOf(root: KeptRoot): string {
    return root.path ?? this.#options.seeds;
  }

  #rootFor(root: KeptRoot): Root {
    return rootOf(this.#pathOf(root), root.include, root.exclude);
  }

  #isInbox(id: string): boolean {
    return rootOf(this.#options.inbox.folder).id === id;
  }

  #findAt(folder: string): KeptRoot | undefined {
    return this.#kept().find((root) => this.#pathOf(root) === folder);
  }

  #add(folder: string, include: readonly string[]): Result<null, Problem> {
    const { keeper, profile } = this.#options;
    const exclude = firstExclusions(folder, profile);
    if (!exclude.ok) return exclude;
    keeper.keepRoots([...this.#kept(), { path: folder, include, exclude: exclude.value }]);
    return success(null);
  }

  #replace(old: KeptRoot, change: Partial<KeptRoot>): void {
    const kept = this.#kept().map((root) => (root === old ? { ...root, ...change } : root));
    this.#options.keeper.keepRoots(kept);
  }

  /** Runs `change` with the kept root of that id. */
  #with(id: string, change: (root: KeptRoot) => void): Result<null, Problem> {
    if (this.#isInbox(id)) return failure(inboxStays);
    const root = this.#kept().find((one) => this.#rootFor(one).id === id);
    if (root === undefined) return failure(gone);
    change(root);
    return success(null);
  }
}

/** The store over what `keeper` keeps. */
export function createRootStore(options: RootStoreOptions): RootStore {
  return new KeptRootStore(options);
}
