import { Worker } from 'node:worker_threads';
import type {
  FromIndexer,
  IndexerCall,
  IndexerCalls,
  IndexerNews,
  IndexerSetup,
  ToIndexer,
} from './indexer-messages.ts';

const entry = new URL(
  import.meta.url.endsWith('.ts') ? './indexer-thread.ts' : './indexer-thread.js',
  import.meta.url,
);

interface Waiting {
  readonly resolve: (value: string | null) => void;
  readonly reject: (error: Error) => void;
}

/** The indexer thread as the front sees it. */
export class IndexerConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #tell: (news: IndexerNews) => void;
  #lastNumber = 0;
  #failure: Error | null = null;

  /** Starts the thread. `fail` is told when it ends by itself; no call is answered after that. */
  constructor(
    setup: IndexerSetup,
    tell: (news: IndexerNews) => void,
    fail: (error: Error) => void,
  ) {
    this.#tell = tell;
    this.#worker = new Worker(entry, { workerData: setup });
    this.#worker.on('message', (message: FromIndexer) => this.#receive(message));
    this.#worker.on('error', (error) => {
      const failure = error instanceof Error ? error : new Error(String(error));
      this.#failAll(failure);
      fail(failure);
    });
    this.#worker.on('exit', () => this.#failAll(new Error('The index was closed.')));
  }

  call<Name extends IndexerCall>(
    call: Name,
    input: Parameters<IndexerCalls[Name]>[0],
  ): Promise<ReturnType<IndexerCalls[Name]>> {
    this.#lastNumber += 1;
    const message: ToIndexer = { number: this.#lastNumber, call, input };
    const answer = new Promise<string | null>((resolve, reject) => {
      if (this.#failure !== null) {
        reject(this.#failure);
        return;
      }
      this.#waiting.set(message.number, { resolve, reject });
      this.#worker.postMessage(message);
    });
    // What the thread answers a call with is what its type says.
    return answer as Promise<ReturnType<IndexerCalls[Name]>>;
  }

  /** Ends the thread after what is under way. */
  async close(): Promise<void> {
    await this.call('close', null).catch(() => null);
    await this.#worker.terminate();
  }

  #receive(message: FromIndexer): void {
    if (message.kind !== 'answer' && message.kind !== 'failure') {
      this.#tell(message);
      return;
    }
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.kind === 'answer') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  #failAll(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
