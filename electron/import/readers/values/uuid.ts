import { Buffer } from 'node:buffer';

const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The UUID that an id is, alone or as `urn:uuid:…`, in small letters; else `null`. */
export function uuidOf(id: unknown): string | null {
  return typeof id === 'string' ? (uuid.exec(id)?.[1]?.toLowerCase() ?? null) : null;
}

/**
 * The UUID that an id of Hypothesis stands for: 22 characters of base64url are its 16 bytes. `null`
 * for the ids of its oldest annotations, which are shorter.
 *
 * @see https://github.com/hypothesis/h/blob/main/h/db/types.py
 */
export function hypothesisUuid(id: unknown): string | null {
  if (typeof id !== 'string' || !/^[\w-]{22}$/.test(id)) return null;
  const digits = Buffer.from(id, 'base64url').toString('hex');
  return uuidOf(digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
