type Callback = (...values: unknown[]) => unknown;

/** A value on its way between the worlds: functions and promises cross as numbers. */
type Packed =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'function' | 'promise'; readonly number: number }
  | { readonly kind: 'array'; readonly items: readonly Packed[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Packed])[] };

type Outcome =
  { readonly ok: true; readonly value: Packed } | { readonly ok: false; readonly message: string };

interface Call {
  readonly number: number;
  readonly values: readonly Packed[];
}

interface Settlement {
  readonly number: number;
  readonly outcome: Outcome;
}

interface Exposure {
  readonly key: string;
  readonly value: Packed;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One end of the way between the preload's isolated world and the page's main world: synchronous
 * CustomEvents on a detached element, whose `detail` Blink clones. The class is put into both worlds
 * as source text, so it refers to nothing outside of itself.
 */
export class Bridge {
  readonly #channel: EventTarget;
  readonly #side: string;
  readonly #functions = new Map<number, Callback>();
  readonly #waiting = new Map<number, Waiting>();
  // The page may replace the globals later; its replacements must not be called.
  readonly #CustomEvent = CustomEvent;
  readonly #dispatch: (event: Event) => boolean;
  #lastNumber = 0;
  #answer: Outcome | undefined;

  constructor(channel: EventTarget, side: 'isolated' | 'main') {
    this.#channel = channel;
    this.#side = side;
    this.#dispatch = channel.dispatchEvent.bind(channel);
    const other = side === 'isolated' ? 'main' : 'isolated';
    this.#listen(`${other}:call`, (call: Call) => this.#called(call));
    this.#listen(`${other}:answer`, (outcome: Outcome) => (this.#answer = outcome));
    this.#listen(`${other}:settle`, (settlement: Settlement) => this.#settled(settlement));
    this.#listen(`${other}:expose`, (exposure: Exposure) => this.#exposed(exposure));
  }

  /** Puts a value under a name on the page's window. Throws where Electron's bridge does. */
  readonly expose = (key: string, value: unknown): void => {
    this.#request('expose', { key, value: this.#pack(value) });
  };

  #listen(type: string, listener: (detail: never) => void): void {
    this.#channel.addEventListener(type, (event) => {
      // Blink gives `null` for a detail that it cannot clone: then nobody answers.
      const detail = (event as CustomEvent<unknown>).detail;
      if (detail !== null) listener(detail as never);
    });
  }

  #send(type: string, detail: unknown): void {
    this.#dispatch(new this.#CustomEvent(`${this.#side}:${type}`, { detail }));
  }

  /** Asks the other world and takes its answer, which is there when the event has been dispatched. */
  #request(type: string, detail: unknown): unknown {
    this.#answer = undefined;
    this.#send(type, detail);
    const outcome = this.#takeAnswer();
    if (outcome === undefined) throw new Error('An object could not be cloned.');
    if (!outcome.ok) throw new Error(outcome.message);
    return this.#unpack(outcome.value);
  }

  #takeAnswer(): Outcome | undefined {
    const outcome = this.#answer;
    this.#answer = undefined;
    return outcome;
  }

  #called({ number, values }: Call): void {
    const target = this.#functions.get(number);
    this.#send(
      'answer',
      this.#attempt(() => target?.(...values.map((value) => this.#unpack(value)))),
    );
  }

  #settled({ number, outcome }: Settlement): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (outcome.ok) waiting?.resolve(this.#unpack(outcome.value));
    else waiting?.reject(new Error(outcome.message));
  }

  #exposed({ key, value }: Exposure): void {
    const outcome = this.#attempt(() => {
      if (key in window) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      const api = this.#unpack(value);
      this.#freeze(api);
      Object.defineProperty(window, key, { value: api, enumerable: true });
    });
    this.#send('answer', outcome);
  }

  #attempt(produce: () => unknown): Outcome {
    try {
      return { ok: true, value: this.#pack(produce()) };
    } catch (error) {
      return { ok: false, message: this.#messageOf(error) };
    }
  }

  #messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
  }

  #pack(value: unknown, depth = 0): Packed {
    if (depth > 1000) throw new Error('Electron contextBridge recursion depth exceeded.');
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value === 'function') return this.#packFunction(value as Callback);
    if (typeof value !== 'object' || value === null) return { kind: 'value', value };
    if (Array.isArray(value)) {
      return { kind: 'array', items: value.map((item) => this.#pack(item, depth + 1)) };
    }
    if (value instanceof Promise) return this.#packPromise(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return { kind: 'value', value };
    const entries = Object.entries(value).map(
      ([key, item]) => [key, this.#pack(item, depth + 1)] as const,
    );
    return { kind: 'object', entries };
  }

  #packFunction(target: Callback): Packed {
    this.#lastNumber += 1;
    this.#functions.set(this.#lastNumber, target);
    return { kind: 'function', number: this.#lastNumber };
  }

  #packPromise(promise: Promise<unknown>): Packed {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    const settle = (outcome: Outcome): void => this.#send('settle', { number, outcome });
    promise.then(
      (value) => settle(this.#attempt(() => value)),
      (error: unknown) => settle({ ok: false, message: this.#messageOf(error) }),
    );
    return { kind: 'promise', number };
  }

  #unpack(packed: Packed): unknown {
    switch (packed.kind) {
      case 'value':
        return packed.value;
      case 'array':
        return packed.items.map((item) => this.#unpack(item));
      case 'object':
        return Object.fromEntries(packed.entries.map(([key, item]) => [key, this.#unpack(item)]));
      case 'function':
        return (...values: unknown[]) =>
          this.#request('call', {
            number: packed.number,
            values: values.map((value) => this.#pack(value)),
          });
      case 'promise':
        return new Promise((resolve, reject) => {
          this.#waiting.set(packed.number, { resolve, reject });
        });
    }
  }

  #freeze(value: unknown): void {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
    for (const item of Object.values(value)) this.#freeze(item);
    Object.freeze(value);
  }
}
