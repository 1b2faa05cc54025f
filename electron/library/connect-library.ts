import type { BriefingChanges, LibraryStatus, Root } from '../shared/model/listing.ts';
import type { Library } from './library.ts';
import { Listeners } from './listeners.ts';
import type { FromLibrary, LibraryCall, ToLibrary } from './messages.ts';

/** The library process, as far as the client needs it. */
export interface LibraryProcess {
  postMessage(message: ToLibrary): void;
  on(event: 'message', listener: (message: FromLibrary) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

interface Waiting {
  readonly message: ToLibrary;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  /** Whether the call was already sent to a process that ended. */
  wasRepeated: boolean;
}

/** A process that ends more often than this within the time is not started again. */
const restarts = { most: 3, within: 60_000 } as const;

class LibraryConnection {
  readonly #start: () => LibraryProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly changed = new Listeners<LibraryStatus>();
  readonly briefingsChanged = new Listeners<BriefingChanges>();
  #process: LibraryProcess | null = null;
  #startedAt: readonly number[] = [];
  #lastNumber = 0;
  #onClosed: (() => void) | null = null;

  constructor(start: () => LibraryProcess) {
    this.#start = start;
    this.#restart();
  }

  call<Name extends LibraryCall>(
    call: Name,
    ...values: Parameters<Library[Name]>
  ): ReturnType<Library[Name]> {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    const message: ToLibrary = { kind: 'call', number, call, values };
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(number, { message, resolve, reject, wasRepeated: false });
      if (this.#process === null) this.#failAll();
      else this.#process.postMessage(message);
    });
    return answer as ReturnType<Library[Name]>;
  }

  close(): Promise<void> {
    const running = this.#process;
    if (running === null) return Promise.resolve();
    return new Promise<void>((resolve) => {
      this.#onClosed = resolve;
      running.postMessage({ kind: 'close' });
    }).then(() => void running.kill());
  }

  #restart(): void {
    const now = performance.now();
    this.#startedAt = [...this.#startedAt.filter((at) => now - at < restarts.within), now];
    if (this.#startedAt.length > restarts.most + 1) {
      this.#process = null;
      this.#failAll();
      return;
    }
    const started = this.#start();
    this.#process = started;
    started.on('message', (message) => this.#receive(message));
    started.once('exit', () => this.#ended(started));
    for (const waiting of this.#waiting.values()) started.postMessage(waiting.message);
  }

  /** All calls can be made twice, so those under way are sent once more; what ends it twice fails. */
  #ended(ended: LibraryProcess): void {
    if (ended !== this.#process) return;
    if (this.#onClosed !== null) {
      this.#process = null;
      this.#failAll();
      this.#onClosed();
      return;
    }
    for (const [number, waiting] of this.#waiting) {
      if (waiting.wasRepeated) this.#fail(number, waiting);
      else waiting.wasRepeated = true;
    }
    this.#restart();
  }

  #receive(message: FromLibrary): void {
    if (message.kind === 'closed') {
      this.#onClosed?.();
      return;
    }
    if (message.kind === 'changed') {
      this.changed.tell(message.status);
      return;
    }
    if (message.kind === 'briefings changed') {
      this.briefingsChanged.tell(message.changes);
      return;
    }
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.kind === 'reply') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  #failAll(): void {
    for (const [number, waiting] of this.#waiting) this.#fail(number, waiting);
  }

  #fail(number: number, waiting: Waiting): void {
    this.#waiting.delete(number);
    waiting.reject(new Error('The library process ended. Start Readout again.'));
  }
}

/**
 * A library over the process that `start` starts with the roots; one that ends is started again with
 * those that it has then.
 */
export function connectLibrary(
  firstRoots: readonly Root[],
  start: (roots: readonly Root[]) => LibraryProcess,
): Library {
  let roots = firstRoots;
  const connection = new LibraryConnection(() => start(roots));
  const { changed, briefingsChanged } = connection;
  return {
    outline: (filter) => connection.call('outline', filter),
    query: (query) => connection.call('query', query),
    locate: (filter, id) => connection.call('locate', filter, id),
    find: (ids) => connection.call('find', ids),
    page: (after, limit) => connection.call('page', after, limit),
    status: () => connection.call('status'),
    countViews: () => connection.call('countViews'),
    rescan: () => connection.call('rescan'),
    stopScan: () => connection.call('stopScan'),
    readNow: (file) => connection.call('readNow', file),
    setRoots: (given) => {
      roots = given;
      return connection.call('setRoots', given);
    },
    read: (id) => connection.call('read', id),
    open: (id) => connection.call('open', id),
    picture: (id, figure) => connection.call('picture', id, figure),
    setReading: (ids, reading) => connection.call('setReading', ids, reading),
    setPinned: (ids, isPinned) => connection.call('setPinned', ids, isPinned),
    keepVersion: (id) => connection.call('keepVersion', id),
    indexMarks: (update) => connection.call('indexMarks', update),
    marksRevision: () => connection.call('marksRevision'),
    onChanged: (listener) => changed.add(listener),
    onBriefingsChanged: (listener) => briefingsChanged.add(listener),
    close: () => connection.close(),
  };
}
