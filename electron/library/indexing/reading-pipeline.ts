import type { FileParser } from '../parsing/file-parser.ts';
import type { FileReading } from '../parsing/parsed-file.ts';

/** How many files a call to the parser has, and how many calls are under way. */
const calls = { files: 500, most: 4 } as const;

/** A file that was read. */
export interface ReadFile {
  readonly file: string;
  readonly reading: FileReading;
}

interface Pending {
  readonly files: readonly string[];
  readonly readings: Promise<readonly FileReading[]>;
}

/** Has files read, several at once, and gives them back in their order. */
export class ReadingPipeline {
  readonly #parser: FileParser;
  readonly #waiting: string[] = [];
  readonly #pending: Pending[] = [];

  constructor(parser: FileParser) {
    this.#parser = parser;
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#pending.length === 0;
  }

  /** Whether more files can wait without taking up memory for nothing. */
  get hasRoom(): boolean {
    return this.#waiting.length < calls.files * calls.most;
  }

  add(files: readonly string[]): void {
    for (const file of files) this.#waiting.push(file);
    this.#start();
  }

  /** The files of the call that was made first; none where nothing is under way. */
  async next(): Promise<readonly ReadFile[]> {
    const first = this.#pending.shift();
    if (first === undefined) return [];
    const readings = await first.readings;
    this.#start();
    return first.files.flatMap((file, index) => {
      const reading = readings[index];
      return reading === undefined ? [] : [{ file, reading }];
    });
  }

  #start(): void {
    while (this.#pending.length < calls.most && this.#waiting.length > 0) {
      const files = this.#waiting.splice(0, calls.files);
      const readings = this.#parser.read(files);
      // It is waited for later; a failure must not count as nobody's until then.
      readings.catch(() => undefined);
      this.#pending.push({ files, readings });
    }
  }
}
