import type { Readable, Writable } from 'node:stream';

/** The parameters or the result of a command of the Chrome DevTools Protocol. */
export type CdpValue = Readonly<Record<string, unknown>>;

type EventListener = (method: string, parameters: CdpValue) => void;

interface Waiting {
  readonly resolve: (result: CdpValue) => void;
  readonly reject: (error: Error) => void;
  readonly method: string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: CdpValue;
  readonly result?: CdpValue;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** A connection over Chromium's debugging pipe: JSON messages, each ended by a NUL. */
export class CdpConnection {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, EventListener>();
  #chunks: Buffer[] = [];
  #lastId = 0;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    output.on('error', () => this.#failAll());
    input.on('data', (chunk: Buffer) => this.#receive(chunk));
    input.on('close', () => this.#failAll());
  }

  /** Sends a command; rejects with `<method>: <reason>`. */
  send(method: string, parameters: CdpValue = {}, sessionId?: string): Promise<CdpValue> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, method });
      this.#output.write(`${JSON.stringify({ id, method, params: parameters, sessionId })}\0`);
    });
  }

  /** Events of a session; the empty name is the browser itself. */
  listen(sessionId: string, listener: EventListener): void {
    this.#listeners.set(sessionId, listener);
  }

  forget(sessionId: string): void {
    this.#listeners.delete(sessionId);
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#chunks.push(chunk.subarray(start, end));
      const text = Buffer.concat(this.#chunks).toString();
      this.#chunks = [];
      start = end + 1;
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (start < chunk.length) this.#chunks.push(chunk.subarray(start));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      if (message.method !== undefined) {
        this.#listeners.get(message.sessionId ?? '')?.(message.method, message.params ?? {});
      }
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result ?? {});
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
  }

  #failAll(): void {
    for (const { reject, method } of this.#waiting.values())
      reject(new Error(`${method}: Chromium is gone`));
    this.#waiting.clear();
  }
}
