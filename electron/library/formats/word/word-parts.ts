import { zipSync } from 'fflate';
import { failure, type Result, success } from '../../../shared/result.ts';
import { listEntries } from '../zip/list-entries.ts';
import { unpackEntry } from '../zip/unpack-entry.ts';

/** A part of a Word document may have this many bytes unpacked. */
const largestPart = 100 * 1024 * 1024;

const readParts = /^(?:\[Content_Types\]\.xml|_rels\/|word\/|docProps\/core\.xml$)/i;

/** The parts of a Word document by their names. */
export type WordParts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a Word document; the reason as a sentence where that is not done. No more is unpacked than
 * the archive says, and what says too much is refused.
 */
export function unpackWord(bytes: Uint8Array): Result<WordParts, string> {
  const entries = listEntries(bytes);
  if (!entries.ok) return entries;
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.value) {
    if (!readParts.test(entry.name)) continue;
    const part = unpackEntry(bytes, entry, largestPart);
    if (part.ok) parts.set(entry.name, part.value);
    else if (/\.(?:xml|rels)$/i.test(entry.name)) return part;
  }
  return parts.has('word/document.xml') || parts.has('_rels/.rels')
    ? success(parts)
    : failure('It is a zip archive, and no Word document.');
}

/** The parts as an archive again, whose sizes are known to be true. */
export function packWord(parts: WordParts): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
}
