import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** The name of an entry as it is written in the archive: UTF-8, or what DOS used. */
export function decodeName(bytes: Uint8Array): string {
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : iconv.decode(bytes, 'cp437');
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\0-\x1f\x7f]/g;

/**
 * A name that leads nowhere: relative, with forward slashes, without `.`, `..`, drive letters and
 * control characters. Nothing is ever written under it; it is only shown and compared.
 */
export function cleanName(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(controls, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..' && !/^[a-z]:$/i.test(part));
  return parts.length === 0 ? 'unnamed' : parts.join('/');
}

/** Gives the second of two equal names, and any further one, a number: `port (2).txt`. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  take(name: string): string {
    const dot = name.lastIndexOf('.');
    const end = dot > name.lastIndexOf('/') + 1 ? dot : name.length;
    let unique = name;
    for (let number = 2; this.#taken.has(unique); number += 1) {
      unique = `${name.slice(0, end)} (${number})${name.slice(end)}`;
    }
    this.#taken.add(unique);
    return unique;
  }
}
