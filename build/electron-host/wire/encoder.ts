import type { Wire } from './wire.ts';

/**
 * Encodes a value with the types of the structured clone algorithm into JSON text. The class is put
 * into the page as source text too, so it refers to nothing outside of itself.
 */
export class Encoder {
  readonly #numbers = new Map<object, number>();

  /** Throws TypeError "An object could not be cloned.", as Electron does. */
  static encode(value: unknown): string {
    return JSON.stringify(new Encoder().value(value));
  }

  value(value: unknown): Wire {
    if (value === undefined) return ['undefined'];
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return ['bigint', String(value)];
    if (typeof value === 'number') return this.#number(value);
    return typeof value === 'object' ? this.#object(value) : this.#refuse();
  }

  #number(value: number): Wire {
    if (Object.is(value, -0)) return ['number', '-0'];
    return Number.isFinite(value) ? value : ['number', String(value)];
  }

  #object(object: object): Wire {
    const known = this.#numbers.get(object);
    if (known !== undefined) return ['again', known];
    const number = this.#numbers.size;
    this.#numbers.set(object, number);
    if (Array.isArray(object)) return ['array', number, object.length, ...this.#entries(object)];
    return (
      this.#collection(object, number) ??
      this.#binary(object, number) ??
      this.#other(object, number)
    );
  }

  #collection(object: object, number: number): Wire | undefined {
    if (object instanceof Map) {
      const entries = [...object].map(([key, value]) => [this.value(key), this.value(value)]);
      return ['map', number, ...entries];
    }
    if (!(object instanceof Set)) return undefined;
    return ['set', number, ...[...object].map((value) => this.value(value))];
  }

  #binary(object: object, number: number): Wire | undefined {
    if (object instanceof ArrayBuffer)
      return ['buffer', number, this.#base64(new Uint8Array(object))];
    if (!ArrayBuffer.isView(object)) return undefined;
    const bytes = new Uint8Array(object.buffer, object.byteOffset, object.byteLength);
    return ['view', number, this.#tag(object), this.#base64(bytes)];
  }

  #other(object: object, number: number): Wire {
    if (object instanceof Date) return ['date', number, this.value(object.getTime())];
    if (object instanceof RegExp) return ['regexp', number, object.source, object.flags];
    if (object instanceof Error) {
      const cause = 'cause' in object ? [this.value(object.cause)] : [];
      return ['error', number, object.name, object.message, object.stack ?? '', ...cause];
    }
    return this.#tag(object) === 'Object'
      ? ['object', number, ...this.#entries(object)]
      : this.#refuse();
  }

  #entries(object: object): readonly Wire[] {
    return Object.entries(object).map(([key, value]) => [key, this.value(value)]);
  }

  #tag(object: object): string {
    return Object.prototype.toString.call(object).slice(8, -1);
  }

  #base64(bytes: Uint8Array): string {
    let text = '';
    for (let start = 0; start < bytes.length; start += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
    }
    return btoa(text);
  }

  #refuse(): never {
    throw new TypeError('An object could not be cloned.');
  }
}
