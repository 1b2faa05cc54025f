import { lstatSync, realpathSync, statSync } from 'node:fs';
import type { AsyncSubscription, Event } from '@parcel/watcher';
import type { Root } from '../../shared/model/listing.ts';

/** How long events are gathered, in milliseconds; the longest that the first one waits. */
const gathering = { quiet: 100, longest: 500 } as const;

/** How often a folder that cannot be watched is looked through, in milliseconds. */
const fallbackInterval = 60_000;

/** More places than this are looked at as a whole: the root itself. */
const mostPlaces = 20_000;

/** How long folders that came are gathered before the watching begins anew, in milliseconds. */
const renewalDelay = 300;

/** What is not read is not watched either, so that it takes up no place of the system's. */
const ignored = ['**/node_modules/**', '**/.git/**'];

/** How often it is asked whether a root's folder is still the same one, in milliseconds. */
const folderInterval = 2000;

interface Watched {
  readonly root: Root;
  /** The folder's number in its file system; `null` where it is not there. */
  readonly folder: number | null;
  readonly subscription: Promise<AsyncSubscription | null>;
}

async function end(subscription: Watched['subscription']): Promise<void> {
  await (await subscription)?.unsubscribe();
}

function isFolder(place: string): boolean {
  try {
    return lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

function numberOf(place: string): number | null {
  try {
    return statSync(place).ino;
  } catch {
    return null;
  }
}

/** Tells of files and folders of the roots that came, changed or went. */
export class RootWatcher {
  readonly #look: (places: readonly string[]) => void;
  readonly #watched = new Map<string, Watched>();
  readonly #places = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #firstAt = 0;
  #fallback: NodeJS.Timeout | null = null;
  readonly #unwatched = new Set<string>();
  /** Folders that came, by the ids of their roots, whose subfolders are not watched yet. */
  readonly #newFolders = new Map<string, Set<string>>();
  #renewal: NodeJS.Timeout | null = null;
  #folderCheck: NodeJS.Timeout | null = null;
  /** Roots whose watching is being ended: it begins anew only after that. */
  readonly #ending = new Map<string, Promise<void>>();

  /** @param look is given absolute paths; what is at them may be there or not, file or folder. */
  constructor(look: (places: readonly string[]) => void) {
    this.#look = look;
  }

  /** Watches these roots, which are there, and no others. */
  watch(roots: readonly Root[]): void {
    const wanted = new Set(roots.map(({ id }) => id));
    for (const [id, { subscription }] of this.#watched) {
      if (wanted.has(id)) continue;
      this.#watched.delete(id);
      this.#unwatched.delete(id);
      this.#ending.set(id, end(subscription));
    }
    for (const root of roots) {
      if (this.#watched.has(root.id)) continue;
      const ended = this.#ending.get(root.id) ?? Promise.resolve();
      this.#start(root, ended);
    }
    this.#folderCheck ??= setInterval(() => this.#checkFolders(), folderInterval);
  }

  #start(root: Root, after: Promise<void>): void {
    const subscription = after.then(() => this.#subscribe(root));
    this.#watched.set(root.id, { root, folder: numberOf(root.path), subscription });
  }

  /** A folder that took the place of a root's is not the one that is watched. */
  #checkFolders(): void {
    for (const { root, folder, subscription } of [...this.#watched.values()]) {
      const found = numberOf(root.path);
      if (found === null || found === folder) continue;
      this.#start(root, end(subscription));
      this.#gather([root.path]);
    }
  }

  /** Resolves when changes of all roots are told from then on. */
  async settled(): Promise<void> {
    await Promise.all([...this.#watched.values()].map(({ subscription }) => subscription));
  }

  async close(): Promise<void> {
    const watched = [...this.#watched.values()];
    this.#watched.clear();
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#fallback !== null) clearInterval(this.#fallback);
    if (this.#renewal !== null) clearTimeout(this.#renewal);
    if (this.#folderCheck !== null) clearInterval(this.#folderCheck);
    await Promise.all([...this.#ending.values(), ...watched.map((one) => end(one.subscription))]);
  }

  async #subscribe(root: Root): Promise<AsyncSubscription | null> {
    try {
      const folder = realpathSync(root.path);
      const { subscribe } = await import('@parcel/watcher');
      return await subscribe(
        folder,
        (error, events) => {
          // After an error, such as an overflow, anything may have changed.
          if (error === null) this.#take(root, events);
          else this.#gather([folder]);
        },
        { ignore: ignored },
      );
    } catch (error) {
      console.error(
        `${root.path} is not watched, but looked through now and then: ${String(error)}`,
      );
      this.#unwatched.add(root.id);
      this.#fallback ??= setInterval(() => this.#lookAtUnwatched(), fallbackInterval);
      return null;
    }
  }

  #take(root: Root, events: readonly Event[]): void {
    this.#gather(events.map((event) => event.path));
    if (process.platform !== 'linux') return;
    const folders = events
      .filter((event) => event.type !== 'delete' && isFolder(event.path))
      .map((event) => event.path);
    if (folders.length === 0) return;
    const known = this.#newFolders.get(root.id) ?? new Set();
    for (const folder of folders) known.add(folder);
    this.#newFolders.set(root.id, known);
    this.#renewal ??= setTimeout(() => void this.#renew(), renewalDelay);
  }

  /**
   * Watches roots anew in which folders came: on Linux the watcher does not see what is below the
   * subfolders of a folder that came as a whole. What happened meanwhile is looked at.
   */
  async #renew(): Promise<void> {
    this.#renewal = null;
    const renewed = [...this.#newFolders];
    this.#newFolders.clear();
    for (const [id, folders] of renewed) {
      const watched = this.#watched.get(id);
      if (watched === undefined) continue;
      this.#start(watched.root, end(watched.subscription));
      await this.settled();
      this.#gather([...folders]);
    }
  }

  #lookAtUnwatched(): void {
    const roots = [...this.#watched.values()].filter(({ root }) => this.#unwatched.has(root.id));
    if (roots.length > 0) this.#look(roots.map(({ root }) => root.path));
  }

  #gather(places: readonly string[]): void {
    const now = performance.now();
    if (this.#places.size === 0) this.#firstAt = now;
    for (const place of places) this.#places.add(place);
    if (this.#timer !== null) clearTimeout(this.#timer);
    const left = this.#firstAt + gathering.longest - now;
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, Math.min(gathering.quiet, left)));
  }

  #flush(): void {
    this.#timer = null;
    const places = [...this.#places];
    this.#places.clear();
    if (places.length <= mostPlaces) this.#look(places);
    else this.#look([...this.#watched.values()].map(({ root }) => root.path));
  }
}
