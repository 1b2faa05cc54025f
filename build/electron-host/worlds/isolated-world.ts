type Listener = (event: unknown, ...values: unknown[]) => void;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** What the world stands on; the page's script brings it. */
interface Surroundings {
  readonly encode: (value: unknown) => string;
  readonly decode: (text: string) => unknown;
  readonly expose: (key: string, value: unknown) => void;
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: string;
  /** Hands a text to the host. */
  readonly send: (text: string) => void;
}

type Message =
  | { readonly kind: 'reply'; readonly number: number; readonly value: string }
  | { readonly kind: 'failure'; readonly number: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly values: string };

/**
 * Electron's renderer modules in the preload's isolated world. The class is put into the page as
 * source text, so it refers to nothing outside of itself.
 */
export class IsolatedWorld {
  readonly #surroundings: Surroundings;
  readonly #listeners = new Map<string, readonly Listener[]>();
  readonly #waiting = new Map<number, Waiting>();
  #lastNumber = 0;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** The preload's `require`. */
  readonly require = (name: string): unknown => {
    if (name !== 'electron' && name !== 'electron/renderer')
      throw new Error(`module not found: ${name}`);
    return {
      contextBridge: this.#loud('contextBridge', { exposeInMainWorld: this.#surroundings.expose }),
      ipcRenderer: this.#loud('ipcRenderer', this.#ipcRenderer()),
      webFrame: this.#loud('webFrame', {}),
      webUtils: this.#loud('webUtils', {}),
    };
  };

  /** The preload's `process`. */
  get process(): object {
    const { platform, versions } = this.#surroundings;
    const process = {
      platform,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      versions,
    };
    return this.#loud('process', process);
  }

  /** Takes a text of the host. */
  readonly receive = (text: string): void => {
    const message = JSON.parse(text) as Message;
    if (message.kind === 'event') {
      const values = this.#surroundings.decode(message.values) as readonly unknown[];
      const event = { sender: undefined, ports: [] };
      for (const listener of this.#listeners.get(message.channel) ?? []) listener(event, ...values);
      return;
    }
    const waiting = this.#waiting.get(message.number);
    this.#waiting.delete(message.number);
    if (message.kind === 'failure') waiting?.reject(new Error(message.message));
    else waiting?.resolve(this.#surroundings.decode(message.value));
  };

  #ipcRenderer() {
    const off = (channel: string, listener: Listener): void => {
      const others = (this.#listeners.get(channel) ?? []).filter((one) => one !== listener);
      this.#listeners.set(channel, others);
    };
    const on = (channel: string, listener: Listener): void => {
      this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
    };
    const once = (channel: string, listener: Listener): void => {
      const first: Listener = (...values) => {
        off(channel, first);
        listener(...values);
      };
      on(channel, first);
    };
    return {
      invoke: (channel: string, ...values: unknown[]) => this.#invoke(channel, values),
      send: (channel: string, ...values: unknown[]) => this.#post('send', 0, channel, values),
      on,
      once,
      off,
      addListener: on,
      removeListener: off,
    };
  }

  async #invoke(channel: string, values: readonly unknown[]): Promise<unknown> {
    this.#lastNumber += 1;
    const number = this.#lastNumber;
    this.#post('invoke', number, channel, values);
    return new Promise((resolve, reject) => this.#waiting.set(number, { resolve, reject }));
  }

  #post(
    kind: 'invoke' | 'send',
    number: number,
    channel: string,
    values: readonly unknown[],
  ): void {
    let text: string;
    try {
      text = this.#surroundings.encode(structuredClone(values));
    } catch {
      throw new Error('An object could not be cloned.');
    }
    this.#surroundings.send(JSON.stringify({ kind, number, channel, values: text }));
  }

  #loud(name: string, target: object): object {
    return new Proxy(target, {
      get: (object, key): unknown => {
        if (typeof key === 'symbol' || key in object) return Reflect.get(object, key);
        throw new Error(`electron host: ${name}.${key} is not provided`);
      },
    });
  }
}
