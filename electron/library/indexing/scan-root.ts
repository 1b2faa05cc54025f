import path from 'node:path';
import type { CatalogWriter, FileStamp } from '../catalog/catalog-writer.ts';
import type { FileParser } from '../parsing/file-parser.ts';
import { problemReading } from '../parsing/problem-reading.ts';
import { KnownFiles } from './known-files.ts';
import { type ReadFile, ReadingPipeline } from './reading-pipeline.ts';
import { isBelow, type RootRules } from './root-rules.ts';
import type { ScanProgress } from './scan-progress.ts';
import { type Stored, storeFiles } from './store-files.ts';
import { type Found, isStillListed, walkFolder } from './walk.ts';

/** How many places the walk goes on at once, before other work has its turn. */
const stretch = 500;

/** Rows are stored when so many wait, or when the last ones were stored so long ago (milliseconds). */
const storing = { files: 500, interval: 700 } as const;

/** What a scan of one root works with. */
export interface RootScan {
  readonly writer: CatalogWriter;
  readonly parser: FileParser;
  readonly rules: RootRules;
  readonly progress: ScanProgress;
  readonly stop: AbortSignal;
  readonly report: (stored: Stored) => void;
  /** Whether the root is still there. */
  readonly isThere: () => boolean;
}

function isUnchanged(
  found: Found & { readonly kind: 'file' },
  known: FileStamp | undefined,
): boolean {
  return (
    known !== undefined &&
    !known.hasProblem &&
    known.byteLength === found.byteLength &&
    known.modifiedAt === found.modifiedAt
  );
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Looks through one root. */
export class RootScanner {
  readonly #given: RootScan;
  readonly #walk: Iterator<Found, void>;
  readonly #known: KnownFiles;
  /** Files, folders and links that are listed with their problem. */
  readonly #problems = new Set<string>();
  readonly #pipeline: ReadingPipeline;
  #read: ReadFile[] = [];
  #storedAt = 0;
  #isWalking = true;

  constructor(given: RootScan) {
    this.#given = given;
    this.#walk = walkFolder(given.rules.folder, given.rules);
    const { writer, rules } = given;
    this.#known = new KnownFiles((before) => writer.stampsBefore(rules.root.id, before));
    this.#pipeline = new ReadingPipeline(given.parser);
  }

  /** Resolves when the catalog holds what is there, or when the scan was stopped. */
  async run(): Promise<void> {
    const { stop } = this.#given;
    while (!stop.aborted && (this.#isWalking || !this.#pipeline.isEmpty)) {
      if (this.#isWalking) this.#goOn();
      if (this.#isWalking && this.#pipeline.hasRoom) await nextTurn();
      else await this.#takeRead();
    }
    this.#store();
    if (!stop.aborted) this.#finish();
  }

  /** Walks on and decides what has to be read. */
  #goOn(): void {
    const toRead: string[] = [];
    let unchanged = 0;
    for (let count = 0; count < stretch; count += 1) {
      const next = this.#walk.next();
      if (next.done === true) {
        this.#isWalking = false;
        break;
      }
      const { value } = next;
      if (value.kind === 'problem') this.#takeProblem(value);
      else if (isUnchanged(value, this.#known.take(value.path))) unchanged += 1;
      else toRead.push(value.path);
    }
    this.#given.progress.found(unchanged, toRead.length);
    this.#pipeline.add(toRead);
  }

  #takeProblem({ path: place, message }: Found & { readonly kind: 'problem' }): void {
    this.#given.progress.found(0, 1);
    this.#problems.add(place);
    this.#read.push({ file: place, reading: problemReading(place, message) });
  }

  async #takeRead(): Promise<void> {
    for (const one of await this.#pipeline.next()) this.#read.push(one);
    const isTime = performance.now() - this.#storedAt >= storing.interval;
    if (isTime || this.#read.length >= storing.files) this.#store();
  }

  #store(): void {
    this.#storedAt = performance.now();
    if (this.#read.length === 0) return;
    const { writer, rules, progress, report, isThere } = this.#given;
    const files = this.#read.map((one) => ({ ...one, root: rules.root.id }));
    this.#read = [];
    report(storeFiles(writer, files, isThere));
    progress.stored(files.length);
  }

  /** Takes out what is not there any more. What vanished with its root did not go: its rows stay. */
  #finish(): void {
    const { writer, report, isThere } = this.#given;
    const gone = this.#known.rest().filter((file) => this.#isGone(file));
    if (gone.length === 0 || !isThere()) return;
    const removed = writer.batch(() => gone.flatMap((file) => writer.removeFile(file)));
    report({ added: [], changed: [], removed });
  }

  /** What lies in a folder that cannot be looked into has not gone. */
  #isGone(file: string): boolean {
    const { rules } = this.#given;
    if (isStillListed(file, rules)) return false;
    for (let place = file; isBelow(rules.folder, place); place = path.dirname(place)) {
      if (this.#problems.has(place)) return false;
    }
    return true;
  }
}
