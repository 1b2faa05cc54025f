import { Worker } from 'node:worker_threads';
import { megabyte, type ParsingLimits, zipTimeFactor } from './limits.ts';
import { type Progress, ProgressBoard } from './progress-board.ts';
import type {
  ThreadAnswer,
  ThreadJob,
  FromThread,
  ThreadReply,
  ThreadSetup,
  ThreadWork,
} from './thread-messages.ts';

/** What a thread came to its end over. */
export interface Blame {
  /** The index of the file in its job. */
  readonly file: number;
  /** The index of the zip's entry; -1 for a file as such. */
  readonly entry: number;
  readonly reason: 'time' | 'memory' | 'fault';
  /** The words of the fault. */
  readonly message: string;
}

/** How a job came to its end. */
export interface JobEnd {
  readonly answers: readonly ThreadAnswer[];
  /** Whether all was answered; else the thread has ended. */
  readonly isDone: boolean;
  /** What of this job it ended over; `null` where it was done, or another job is to blame. */
  readonly blame: Blame | null;
}

interface RunningJob {
  readonly work: ThreadWork;
  readonly answers: ThreadAnswer[];
  readonly end: (end: JobEnd) => void;
}

interface Running {
  readonly worker: Worker;
  /** Resolves when it has started, or has come to its end before. */
  readonly started: Promise<void>;
  readonly board: ProgressBoard;
  /** Looks after it while it has something to do. */
  watch: NodeJS.Timeout | undefined;
  /** What ran over a limit, and over which. */
  late: { readonly progress: Progress; readonly reason: 'time' | 'memory' } | null;
  isMeasured: boolean;
  error: unknown;
}

const entry = import.meta.url.endsWith('.ts') ? './parser-thread.ts' : './parser-thread.js';

/** How long a thread without work is kept, in milliseconds. */
const idleTime = 20_000;

/** How often a thread is looked after, in milliseconds. */
const leastWatch = 10;
const mostWatch = 100;

/** What is read faster than this, in milliseconds, is too small to need much memory. */
const measuredAfter = 50;

/**
 * V8 ends the whole process where one of its own steps wants far more memory than the limit that it
 * was given leaves. So that limit is this much higher, in megabytes, and a thread over its own is
 * ended from here.
 */
const headroom = 512;

function isAnswered({ work, answers }: RunningJob): boolean {
  if (work.kind !== 'read') return answers.length > 0;
  const count = answers.reduce(
    (sum, answer) => sum + (answer.kind === 'read' ? answer.readings.length : 0),
    0,
  );
  return count >= work.files.length;
}

function reasonOf({ late, error }: Running): Pick<Blame, 'reason' | 'message'> {
  if (late !== null) return { reason: late.reason, message: '' };
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { reason: 'memory', message: '' };
  const message = error instanceof Error ? error.message : 'it ended without a word';
  return { reason: 'fault', message };
}

function isSamePlace(one: Progress, other: Progress): boolean {
  return one.job === other.job && one.file === other.file && one.entry === other.entry;
}

/**
 * A parser thread. It starts with its first job and again after it came to its end, which it is
 * brought to when a file runs over its time.
 */
export class ThreadConnection {
  readonly #limits: ParsingLimits;
  /** Whether it ends when it has had nothing to do for a while. */
  readonly #endsIdle: boolean;
  readonly #jobs = new Map<number, RunningJob>();
  #running: Running | null = null;
  #lastNumber = 0;
  #isClosed = false;
  #idle: NodeJS.Timeout | undefined;

  constructor(limits: ParsingLimits, endsIdle: boolean) {
    this.#limits = limits;
    this.#endsIdle = endsIdle;
  }

  /** How many jobs are under way. */
  get load(): number {
    return this.#jobs.size;
  }

  run(work: ThreadWork): Promise<JobEnd> {
    if (this.#isClosed) return Promise.resolve({ answers: [], isDone: false, blame: null });
    clearTimeout(this.#idle);
    const running = (this.#running ??= this.#start());
    const { worker } = running;
    worker.ref();
    running.watch ??= setInterval(() => this.#look(running), this.#watchInterval).unref();
    this.#lastNumber += 1;
    const job: ThreadJob = { number: this.#lastNumber, work };
    return new Promise((end) => {
      this.#jobs.set(job.number, { work, answers: [], end });
      worker.postMessage(job);
    });
  }

  /** Ends the thread for good; what is under way, and what comes, has an end without blame. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#stop();
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#idle);
    const running = this.#running;
    if (running === null) return;
    this.#ended(running, false);
    // Ending a thread in the middle of its start is suspected of crashing Node.
    running.worker.ref();
    await running.started;
    await running.worker.terminate();
  }

  get #watchInterval(): number {
    return Math.min(mostWatch, Math.max(leastWatch, this.#limits.time / 8));
  }

  #start(): Running {
    const { memory, output } = this.#limits;
    const board = new ProgressBoard();
    const setup: ThreadSetup = { board: board.memory, largestOutput: output };
    const worker = new Worker(new URL(entry, import.meta.url), {
      workerData: setup,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory + headroom, maxYoungGenerationSizeMb: 8 },
    });
    const started = new Promise<void>((resolve) => {
      worker.once('message', () => resolve());
      worker.once('exit', () => resolve());
    });
    const running: Running = {
      worker,
      started,
      board,
      watch: undefined,
      late: null,
      isMeasured: false,
      error: null,
    };
    worker.on('message', (message: FromThread) => {
      if (message !== 'started') this.#receive(running, message);
    });
    worker.on('error', (error) => void (running.error = error));
    worker.once('exit', () => this.#ended(running, true));
    return running;
  }

  /** Ends the thread if it has been at one file for too long, or needs too much memory for it. */
  #look(running: Running): void {
    const progress = running.board.read();
    if (running.late !== null || progress.job === 0) return;
    const { time } = this.#limits;
    if (progress.entryTime > time) this.#giveUp(running, progress, 'time');
    else if (progress.fileTime > time * zipTimeFactor) {
      this.#giveUp(running, { ...progress, entry: -1 }, 'time');
    } else if (progress.entryTime > measuredAfter) void this.#measure(running, progress);
  }

  async #measure(running: Running, progress: Progress): Promise<void> {
    if (running.isMeasured) return;
    running.isMeasured = true;
    try {
      const heap = await running.worker.getHeapStatistics();
      // V8's limit knows only of objects; what is unpacked lies outside of them.
      const used = heap.used_heap_size + heap.external_memory;
      const isSame = isSamePlace(progress, running.board.read());
      if (isSame && used > this.#limits.memory * megabyte)
        this.#giveUp(running, progress, 'memory');
    } catch {
      // The thread has just come to its end.
    }
    running.isMeasured = false;
  }

  #giveUp(running: Running, progress: Progress, reason: 'time' | 'memory'): void {
    if (running.late !== null) return;
    running.late = { progress, reason };
    void running.worker.terminate();
  }

  #receive(running: Running, { number, answer }: ThreadReply): void {
    const job = this.#jobs.get(number);
    if (running !== this.#running || job === undefined) return;
    job.answers.push(answer);
    if (!isAnswered(job)) return;
    this.#jobs.delete(number);
    job.end({ answers: job.answers, isDone: true, blame: null });
    if (this.#jobs.size === 0) this.#rest(running);
  }

  /** A thread without work does not keep the process from ending. */
  #rest(running: Running): void {
    running.worker.unref();
    clearInterval(running.watch);
    running.watch = undefined;
    if (!this.#endsIdle) return;
    this.#idle = setTimeout(() => void this.#stop(), idleTime).unref();
  }

  #ended(running: Running, isItsFault: boolean): void {
    clearInterval(running.watch);
    if (running !== this.#running) return;
    this.#running = null;
    const { job: blamed, file, entry: atEntry } = running.late?.progress ?? running.board.read();
    const jobs = [...this.#jobs];
    this.#jobs.clear();
    for (const [number, { answers, end }] of jobs) {
      const isBlamed = isItsFault && number === blamed;
      const blame = isBlamed ? { file, entry: atEntry, ...reasonOf(running) } : null;
      end({ answers, isDone: false, blame });
    }
  }
}
