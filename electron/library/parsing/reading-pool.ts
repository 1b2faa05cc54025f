import { blameMessage } from './blame-message.ts';
import type { ParsingLimits } from './limits.ts';
import type { FileReading } from './parsed-file.ts';
import { problemReading } from './problem-reading.ts';
import type { FileRequest } from './read-for-catalog.ts';
import { type Blame, type JobEnd, ThreadConnection } from './thread-connection.ts';

/** How many files go to a thread with one message. */
const batchSize = 32;

/**
 * How many batches a thread has before it, so that it never waits for who asks: that one may be
 * storing what came before, which takes a third of a second.
 */
const depth = 24;

/** How many entries of a zip may bring a thread to its end before the zip is given up. */
const mostGivenUp = 5;

/** How often files are read again whose thread ended without one of them being to blame. */
const mostAttempts = 3;

/** Reads files in several threads. */
export class ReadingPool {
  readonly #limits: ParsingLimits;
  readonly #threads: readonly ThreadConnection[];
  readonly #waiting: (() => void)[] = [];
  #isClosed = false;

  constructor(limits: ParsingLimits, count: number) {
    this.#limits = limits;
    this.#threads = Array.from({ length: count }, () => new ThreadConnection(limits, true));
  }

  async read(paths: readonly string[]): Promise<readonly FileReading[]> {
    const batches: Promise<readonly FileReading[]>[] = [];
    for (let start = 0; start < paths.length; start += batchSize) {
      const files = paths.slice(start, start + batchSize).map(toRequest);
      batches.push(this.#readBatch(files, 1));
    }
    return (await Promise.all(batches)).flat();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const proceed of this.#waiting.splice(0)) proceed();
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  async #readBatch(
    files: readonly FileRequest[],
    attempt: number,
  ): Promise<readonly FileReading[]> {
    if (files.length === 0) return [];
    const { answers, isDone, blame } = await this.#run(files);
    const done = answers.flatMap((answer) => (answer.kind === 'read' ? answer.readings : []));
    if (isDone) return done;
    if (blame !== null) {
      const before = files.slice(done.length, blame.file);
      return [
        ...done,
        ...(await this.#readBatch(before, 1)),
        ...(await this.#readBlamed(files[blame.file], blame)),
        ...(await this.#readBatch(files.slice(blame.file + 1), 1)),
      ];
    }
    const rest = files.slice(done.length);
    if (attempt < mostAttempts) return [...done, ...(await this.#readBatch(rest, attempt + 1))];
    return [...done, ...rest.map(({ path }) => problemReading(path, notRead(path)))];
  }

  /** Of a zip only the entry that is to blame is given up, as long as those are few. */
  async #readBlamed(file: FileRequest | undefined, blame: Blame): Promise<readonly FileReading[]> {
    if (file === undefined) return [];
    const { path, givenUp, isRetried } = file;
    // The memory may have been that of files before it, which nobody had cleared away yet.
    if (blame.reason === 'memory' && !isRetried) {
      return this.#readBatch([{ ...file, isRetried: true }], 1);
    }
    const isWhole = blame.entry === -1 || givenUp.length >= mostGivenUp;
    if (isWhole) return [problemReading(path, blameMessage(path, blame, this.#limits))];
    const problem = blameMessage(`A file in ${path}`, blame, this.#limits);
    const next = { ...file, givenUp: [...givenUp, { entry: blame.entry, problem }] };
    return this.#readBatch([next], 1);
  }

  async #run(files: readonly FileRequest[]): Promise<JobEnd> {
    let thread = this.#freeThread();
    while (thread === null) {
      await new Promise<void>((proceed) => this.#waiting.push(proceed));
      thread = this.#freeThread();
    }
    const end = await thread.run({ kind: 'read', files });
    this.#waiting.shift()?.();
    if (this.#isClosed && !end.isDone) throw closed();
    return end;
  }

  /** The thread that has the least to do; `null` where all have enough. */
  #freeThread(): ThreadConnection | null {
    if (this.#isClosed) throw closed();
    const free = this.#threads.reduce((one, other) => (other.load < one.load ? other : one));
    return free.load < depth ? free : null;
  }
}

function toRequest(path: string): FileRequest {
  return { path, givenUp: [], isRetried: false };
}

function closed(): Error {
  return new Error('The files were not read: their parser was closed.');
}

function notRead(path: string): string {
  return `${path} cannot be read. The threads that read files end at once; start Readout again.`;
}
