import type { LibraryStatus } from '../../shared/model/listing.ts';

/** Between two notices, in milliseconds. */
const interval = 200;

/** No estimate is made before that much time has passed, in milliseconds. */
const settling = 1000;

/** Keeps count of a scan, and tells how far it is now and then. */
export class ScanProgress {
  readonly #tell: (activity: LibraryStatus['activity']) => void;
  readonly #startedAt = performance.now();
  #toldAt = 0;
  /** Files dealt with. */
  done = 0;
  /** Files found. */
  total = 0;
  /** Files that had to be read, of those dealt with: they take the time. */
  #read = 0;
  #toRead = 0;

  constructor(tell: (activity: LibraryStatus['activity']) => void) {
    this.#tell = tell;
    this.#say();
  }

  /** Counts files that were found: `unchanged` ones are dealt with by that. */
  found(unchanged: number, toRead: number): void {
    this.total += unchanged + toRead;
    this.done += unchanged;
    this.#toRead += toRead;
    this.#sayNowAndThen();
  }

  /** Counts files that were read and stored. */
  stored(count: number): void {
    this.done += count;
    this.#read += count;
    this.#sayNowAndThen();
  }

  /** An estimate of what is left, in milliseconds: as long a file as those before took. */
  #remaining(): number | null {
    const passed = performance.now() - this.#startedAt;
    if (passed < settling || this.#read === 0) return null;
    return Math.round((passed / this.#read) * (this.#toRead - this.#read));
  }

  #sayNowAndThen(): void {
    if (performance.now() - this.#toldAt >= interval) this.#say();
  }

  #say(): void {
    this.#toldAt = performance.now();
    const { done, total } = this;
    this.#tell({ kind: 'scanning', done, total, remaining: this.#remaining() });
  }
}
