import { hash } from 'node:crypto';
import type { Root } from '../shared/model/listing.ts';

/**
 * The root of that folder.
 *
 * @param path absolute; its id is the first 16 hexadecimal digits of the SHA-256 of it.
 */
export function rootOf(
  path: string,
  include: readonly string[] = [],
  exclude: readonly string[] = [],
): Root {
  return { id: hash('sha256', path).slice(0, 16), path, include, exclude };
}
