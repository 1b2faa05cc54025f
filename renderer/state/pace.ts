import type { LibraryStatus } from '../../electron/shared/model/listing.ts';

/** How long to wait between two questions, in milliseconds: only a scan sends changes in a row. */
export function scanPace({ activity }: LibraryStatus, whileScanning: number): number {
  return activity.kind === 'scanning' ? whileScanning : 0;
}

/**
 * Asks again after changes: all changes during one answer share the next question, and between two
 * questions there is the rest that the last change allowed.
 */
export class Pace {
  readonly #ask: () => Promise<void>;
  #isOutdated = false;
  #rest = 0;
  #running: Promise<void> | null = null;
  #wake: (() => void) | null = null;

  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  /** Asks now, or after the answer that is awaited and `rest` milliseconds; resolves when it is answered. */
  follow(rest: number): Promise<void> {
    this.#isOutdated = true;
    this.#rest = rest;
    if (rest === 0) this.#wake?.();
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isOutdated) {
      this.#isOutdated = false;
      await this.#ask();
      if (this.#rest > 0) await this.#sleep(this.#rest);
    }
  }

  /** Ends early when a change allows no rest any more. */
  #sleep(time: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake?.(), time);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
    });
  }
}
