import type { RootStatus } from '../../electron/shared/model/listing.ts';

/** A folder of a library in memory: its path, and what is not as usual of it. */
export type FakeRoot = Pick<RootStatus, 'path'> & Partial<RootStatus>;

/** An id of the right shape, another one for each path (FNV-1a, 64 bits). */
export function fakeRootId(path: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of path) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}

function isInside(path: string, root: string): boolean {
  return path.startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** The folders of a library in memory. */
export class FakeRoots {
  #roots: readonly FakeRoot[] = [];

  constructor(first: readonly (string | FakeRoot)[]) {
    this.replace(first);
  }

  replace(roots: readonly (string | FakeRoot)[]): void {
    this.#roots = roots.map((root) => (typeof root === 'string' ? { path: root } : root));
  }

  /** Answers how many of the folders were not there before. */
  add(paths: readonly string[]): number {
    const added = paths.filter((path) => this.#roots.every((root) => root.path !== path));
    this.#roots = [...this.#roots, ...added.map((path) => ({ path }))];
    return added.length;
  }

  remove(id: string): void {
    this.#roots = this.#roots.filter(({ path }) => fakeRootId(path) !== id);
  }

  change(id: string, change: Pick<RootStatus, 'include' | 'exclude'>): void {
    this.#roots = this.#roots.map((root) =>
      fakeRootId(root.path) === id ? { ...root, ...change } : root,
    );
  }

  /** The id of the root that a file stands in. */
  rootOf(file: string): string | null {
    const root = this.#roots.find(({ path }) => isInside(file, path));
    return root === undefined ? null : fakeRootId(root.path);
  }

  /** The folders as they are, with how many of the files stand in each. */
  statuses(files: readonly string[]): readonly RootStatus[] {
    return this.#roots.map((root) => ({
      id: fakeRootId(root.path),
      include: [],
      exclude: [],
      state: 'present',
      message: null,
      briefingCount: files.filter((file) => isInside(file, root.path)).length,
      ...root,
    }));
  }
}
