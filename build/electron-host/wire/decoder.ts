import type { Wire } from './wire.ts';

type Make = new (...values: unknown[]) => object;

/** Makes the value again that the encoder wrote. Put into the page as source text too. */
export class Decoder {
  readonly #objects: object[] = [];
  readonly #constructors = globalThis as unknown as Readonly<Record<string, Make | undefined>>;

  static decode(text: string): unknown {
    return new Decoder().value(JSON.parse(text) as Wire);
  }

  value(wire: Wire): unknown {
    if (wire === null || typeof wire !== 'object') return wire;
    const [kind, first, ...rest] = wire;
    if (kind === 'undefined') return undefined;
    if (kind === 'bigint') return BigInt(String(first));
    if (kind === 'number') return Number(first);
    if (kind === 'again') return this.#objects[Number(first)];
    return this.#object(String(kind), Number(first), rest);
  }

  #object(kind: string, number: number, rest: readonly Wire[]): object {
    if (kind === 'object') return this.#define(this.#keep(number, {}), rest);
    if (kind === 'array') {
      const [length, ...entries] = rest;
      return this.#define(this.#keep(number, new Array(Number(length))), entries);
    }
    return this.#collection(kind, number, rest) ?? this.#other(kind, number, rest);
  }

  #collection(kind: string, number: number, rest: readonly Wire[]): object | undefined {
    if (kind === 'map') {
      const map = this.#keep(number, new Map<unknown, unknown>());
      for (const entry of rest) {
        const [key, value] = entry as readonly [Wire, Wire];
        map.set(this.value(key), this.value(value));
      }
      return map;
    }
    if (kind !== 'set') return undefined;
    const set = this.#keep(number, new Set<unknown>());
    for (const value of rest) set.add(this.value(value));
    return set;
  }

  #other(kind: string, number: number, [first, second, third, ...rest]: readonly Wire[]): object {
    if (kind === 'date') return this.#keep(number, new Date(Number(this.value(first ?? null))));
    if (kind === 'regexp') return this.#keep(number, new RegExp(String(first), String(second)));
    if (kind === 'buffer') return this.#keep(number, this.#bytes(String(first)));
    if (kind === 'view') {
      return this.#keep(number, this.#make(String(first), this.#bytes(String(second))));
    }
    if (kind !== 'error') throw new Error(`electron host: an unknown kind of value: ${kind}`);
    return this.#error(number, String(first), String(second), String(third), rest);
  }

  #error(
    number: number,
    name: string,
    message: string,
    stack: string,
    cause: readonly Wire[],
  ): object {
    const known = [
      'TypeError',
      'RangeError',
      'SyntaxError',
      'ReferenceError',
      'EvalError',
      'URIError',
    ];
    const error = this.#make(known.includes(name) ? name : 'Error', message);
    this.#keep(number, error);
    Object.assign(error, { stack }, 'name' in error && error.name === name ? {} : { name });
    if (cause.length > 0) Object.assign(error, { cause: this.value(cause[0] ?? null) });
    return error;
  }

  #make(name: string, value: unknown): object {
    const constructor = this.#constructors[name];
    if (constructor === undefined) throw new Error(`electron host: there is no ${name} here`);
    return new constructor(value);
  }

  #bytes(text: string): ArrayBuffer {
    const decoded = atob(text);
    const bytes = new Uint8Array(decoded.length);
    for (let index = 0; index < decoded.length; index += 1)
      bytes[index] = decoded.charCodeAt(index);
    return bytes.buffer;
  }

  #keep<Kept extends object>(number: number, object: Kept): Kept {
    this.#objects[number] = object;
    return object;
  }

  #define(object: object, entries: readonly Wire[]): object {
    for (const entry of entries) {
      const [key, value] = entry as readonly [string, Wire];
      const shared = { enumerable: true, writable: true, configurable: true };
      Object.defineProperty(object, key, { value: this.value(value), ...shared });
    }
    return object;
  }
}
