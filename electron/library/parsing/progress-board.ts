/** What a thread is at. */
export interface Progress {
  /** The number of the job; 0 for a thread that has nothing to do. */
  readonly job: number;
  /** The index of the file in its job. */
  readonly file: number;
  /** The index of the zip's entry; -1 for a file as such. */
  readonly entry: number;
  /** How long it has been at this file, and at this entry, in milliseconds. */
  readonly fileTime: number;
  readonly entryTime: number;
}

const slots = { job: 0, file: 1, entry: 2, fileStart: 3, entryStart: 4 } as const;

function now(): bigint {
  return process.hrtime.bigint();
}

function milliseconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e6;
}

/**
 * Memory that a thread and who started it share: the thread writes what it is at, and the other can
 * read that while the thread is busy, and after it has come to its end. The clock is one for all
 * threads of a process.
 */
export class ProgressBoard {
  readonly #slots: BigInt64Array<SharedArrayBuffer>;

  constructor(memory = new SharedArrayBuffer(Object.keys(slots).length * 8)) {
    this.#slots = new BigInt64Array(memory);
  }

  get memory(): SharedArrayBuffer {
    return this.#slots.buffer;
  }

  /** Notes that a file is begun. */
  beginFile(job: number, file: number): void {
    const start = now();
    this.#set(slots.fileStart, start);
    this.#set(slots.entryStart, start);
    this.#set(slots.entry, -1n);
    this.#set(slots.file, BigInt(file));
    this.#set(slots.job, BigInt(job));
  }

  /** Notes that an entry of the zip is begun. */
  beginEntry(entry: number): void {
    this.#set(slots.entryStart, now());
    this.#set(slots.entry, BigInt(entry));
  }

  /** Notes that there is nothing to do. */
  rest(): void {
    this.#set(slots.job, 0n);
  }

  read(): Progress {
    const time = now();
    return {
      job: Number(this.#get(slots.job)),
      file: Number(this.#get(slots.file)),
      entry: Number(this.#get(slots.entry)),
      fileTime: milliseconds(time - this.#get(slots.fileStart)),
      entryTime: milliseconds(time - this.#get(slots.entryStart)),
    };
  }

  #get(slot: number): bigint {
    return Atomics.load(this.#slots, slot);
  }

  #set(slot: number, value: bigint): void {
    Atomics.store(this.#slots, slot, value);
  }
}
