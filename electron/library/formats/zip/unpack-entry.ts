import { crc32, inflateRawSync } from 'node:zlib';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { ZipEntry } from './list-entries.ts';

const signature = 0x04034b50;

/** The packed bytes of an entry; `null` where the archive has none there. */
function packedBytes(zip: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const { offset, compressedLength } = entry;
  if (offset + 30 > zip.length || view.getUint32(offset, true) !== signature) return null;
  const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const start = offset + 30 + names;
  return start + compressedLength > zip.length
    ? null
    : zip.subarray(start, start + compressedLength);
}

function inflate(packed: Uint8Array, length: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, length) });
  } catch {
    return null;
  }
}

/**
 * The bytes of a file in a zip, never more than the directory states; the reason as a sentence where
 * they are not read.
 *
 * @param largest in bytes.
 */
export function unpackEntry(
  zip: Uint8Array,
  entry: ZipEntry,
  largest: number,
): Result<Uint8Array, string> {
  const { method, byteLength, isEncrypted, checksum } = entry;
  if (isEncrypted) return failure('It is encrypted. Unpack it with its password.');
  if (method !== 0 && method !== 8) {
    return failure(`It is packed in a way that is not read (method ${method}). Unpack it.`);
  }
  if (byteLength > largest) return failure(`It is larger than ${largest >> 20} MB.`);
  const packed = packedBytes(zip, entry);
  if (packed === null) return failure('It is damaged: it lies beyond the end of the archive.');
  const bytes = method === 0 ? packed : inflate(packed, byteLength);
  if (bytes?.length !== byteLength || crc32(bytes) !== checksum) {
    return failure('It is damaged: its contents are not what the archive says of them.');
  }
  return success(bytes);
}
