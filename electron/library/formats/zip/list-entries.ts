/**
 * The directory of a zip archive, as PKWARE's APPNOTE.TXT 6.3.10 describes it (sections 4.3.12,
 * 4.3.16, 4.4, 4.5.3). It is read here because the decision what to unpack needs what libraries for
 * unpacking do not tell: whether an entry is encrypted, when it was changed, and its checksum.
 */
import { failure, type Result, success } from '../../../shared/result.ts';
import { cleanName, decodeName, UniqueNames } from './entry-name.ts';

/** A file inside of a zip. */
export interface ZipEntry {
  /** Relative, cleaned, with forward slashes; no other entry has the same. */
  readonly name: string;
  /** In bytes, as the archive states it. */
  readonly byteLength: number;
  readonly compressedLength: number;
  /** 0: stored · 8: deflated · others are not read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  /** Milliseconds since the Unix epoch; the archive states local time. */
  readonly modifiedAt: number;
  /** Where the entry begins in the archive. */
  readonly offset: number;
}

/** What a zip may hold. */
export const zipLimits = {
  entries: 10_000,
  /** Of all entries together, unpacked. */
  byteLength: 200 * 1024 * 1024,
  /** How many times larger it may get by unpacking, where it then has more than `ratioFrom` bytes. */
  ratio: 200,
  ratioFrom: 20 * 1024 * 1024,
} as const;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const longestComment = 0xffff;
const inExtraField = 0xffff_ffff;

/** Where the record at the archive's end is; -1 where there is none. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

/** The time that DOS's date and time state. */
function timeOf(date: number, time: number): number {
  const day = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31] as const;
  return new Date(...day, time >> 11, (time >> 5) & 63, (time & 31) * 2).getTime();
}

/** Lengths and offset that are too large for their fields stand in the Zip64 field, in order. */
function largeFields(view: DataView, start: number, end: number): readonly number[] {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const length = Math.min(view.getUint16(at + 2, true), end - at - 4);
    return Array.from({ length: length >> 3 }, (_, index) =>
      Number(view.getBigUint64(at + 4 + index * 8, true)),
    );
  }
  return [];
}

interface FoundEntry {
  readonly entry: ZipEntry;
  readonly isFolder: boolean;
  readonly next: number;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number): FoundEntry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const name = decodeName(bytes.subarray(at + 46, nameEnd));
  const large = [...largeFields(view, nameEnd, Math.min(extraEnd, bytes.length))];
  const field = (place: number): number => {
    const value = view.getUint32(at + place, true);
    return value === inExtraField ? (large.shift() ?? value) : value;
  };
  const byteLength = field(24);
  const compressedLength = field(20);
  const entry: ZipEntry = {
    name: cleanName(name),
    byteLength,
    compressedLength,
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 1) === 1,
    checksum: view.getUint32(at + 16, true),
    modifiedAt: timeOf(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
    offset: field(42) + shift,
  };
  const next = extraEnd + view.getUint16(at + 32, true);
  return { entry, isFolder: /[/\\]$/.test(name), next };
}

function readEntries(bytes: Uint8Array): Result<readonly ZipEntry[], string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === -1) return failure('It is no zip archive, or its end is missing.');
  const length = view.getUint32(end + 12, true);
  const start = end - length;
  // Something may stand before the archive, such as a program that unpacks it.
  const shift = start - view.getUint32(end + 16, true);
  if (start < 0 || shift < 0) return failure('It is damaged, or of a kind that is not read.');
  const names = new UniqueNames();
  const entries: ZipEntry[] = [];
  let total = 0;
  let at = start;
  for (let count = 0; at + 46 <= end && view.getUint32(at, true) === entrySignature; count += 1) {
    if (count === zipLimits.entries) return failure(tooMany);
    const { entry, isFolder, next } = readEntry(bytes, view, at, shift);
    if (!isFolder) entries.push({ ...entry, name: names.take(entry.name) });
    total += entry.byteLength;
    at = next;
  }
  if (total > zipLimits.byteLength) return failure(tooLarge);
  const isBomb = total > zipLimits.ratioFrom && total > bytes.length * zipLimits.ratio;
  return isBomb ? failure(tooDense) : success(entries);
}

const tooMany = `It holds more than ${zipLimits.entries.toLocaleString('en')} files. Unpack it into a folder of the library.`;
const tooLarge = `Unpacked it is larger than ${zipLimits.byteLength >> 20} MB. Unpack it into a folder of the library.`;
const tooDense = `Unpacked it would be more than ${zipLimits.ratio} times as large, as what is made to fill a computer is.`;

/** The files in a zip, in the order of its directory; the reason as a sentence where it is not read. */
export function listEntries(bytes: Uint8Array): Result<readonly ZipEntry[], string> {
  try {
    return readEntries(bytes);
  } catch (error) {
    if (error instanceof RangeError) return failure('It is damaged: its directory ends too early.');
    throw error;
  }
}
