import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../shared/model/problem.ts';
import { type Result, success } from '../../shared/result.ts';
import { listEntries, type ZipEntry } from '../formats/zip/list-entries.ts';
import { unpackEntry } from '../formats/zip/unpack-entry.ts';
import { largestFile } from './limits.ts';
import { otherFormat } from './other-format.ts';
import { readRegularFile } from './read-regular-file.ts';
import { unreadable } from './unreadable.ts';

/** A zip that was read. */
export interface OpenZip {
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** The names of the files in media folders, sorted, by the names of the entries they belong to. */
  readonly pictures: ReadonlyMap<string, readonly string[]>;
  readonly byteLength: number;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
}

/** Where a file in a zip is. */
export interface PlaceInZip {
  readonly zip: string;
  readonly name: string;
}

function isFile(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** Takes a path through a zip apart; `null` for any other path. A folder may be named like a zip. */
export function placeOf(file: string): PlaceInZip | null {
  for (const match of file.matchAll(/\.zip(?=\/)/gi)) {
    const zip = file.slice(0, match.index + match[0].length);
    if (isFile(zip)) return { zip, name: file.slice(zip.length + 1) };
  }
  return null;
}

function picturesIn(entries: readonly ZipEntry[]): ReadonlyMap<string, readonly string[]> {
  const pictures = new Map<string, string[]>();
  for (const { name } of entries) {
    const folder = path.posix.dirname(name);
    if (!folder.endsWith('.media')) continue;
    const owner = folder.slice(0, -'.media'.length);
    const names = pictures.get(owner) ?? [];
    names.push(path.posix.basename(name));
    pictures.set(owner, names);
  }
  for (const names of pictures.values()) names.sort();
  return pictures;
}

/** Reads a zip and its directory; nothing is unpacked yet. */
export function openZip(file: string): Result<OpenZip, Problem> {
  const contents = readRegularFile(file, { whole: largestFile, start: null });
  if (!contents.ok) return contents;
  const { bytes, byteLength, modifiedAt } = contents.value;
  const other = otherFormat(bytes, 'zip');
  if (other !== null) return unreadable(file, other);
  const entries = listEntries(bytes);
  if (!entries.ok) return unreadable(file, entries.problem);
  const pictures = picturesIn(entries.value);
  return success({ path: file, bytes, entries: entries.value, pictures, byteLength, modifiedAt });
}

/** The bytes of a file in a zip, up to `largest` bytes. */
export function unpack(
  zip: OpenZip,
  entry: ZipEntry,
  largest: number,
): Result<Uint8Array, Problem> {
  const bytes = unpackEntry(zip.bytes, entry, largest);
  return bytes.ok ? bytes : unreadable(`${zip.path}/${entry.name}`, bytes.problem);
}
