import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import { fileProblem } from '../file-problem.ts';
import { sizeText } from './limits.ts';
import { unreadable } from './unreadable.ts';

/** The bytes of a file as they were at one moment. */
export interface FileContents {
  /** All of them, or the first ones of a file that is too large. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the whole file. */
  readonly byteLength: number;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
}

/** How much of a file is read, in bytes. */
export interface ReadingLimit {
  /** The largest size that is read as a whole. */
  readonly whole: number;
  /** How much is read of a larger file; `null` where that is a problem. */
  readonly start: number | null;
}

/**
 * A FIFO must not block the reader, and a link must not lead out of the library. Windows lacks the
 * last two; there they count as 0.
 */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Reads a regular file, without following a link. It is never written to. */
export function readRegularFile(file: string, limit: ReadingLimit): Result<FileContents, Problem> {
  try {
    const handle = openSync(file, flags);
    try {
      const found = fstatSync(handle);
      if (!found.isFile()) return unreadable(file, 'It is no regular file.');
      const isWhole = found.size <= limit.whole;
      if (!isWhole && limit.start === null) {
        return unreadable(file, `It is larger than ${sizeText(limit.whole)}.`);
      }
      const bytes = readBytes(handle, isWhole ? found.size : (limit.start ?? 0));
      return success({ bytes, byteLength: found.size, modifiedAt: found.mtimeMs });
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return failure(fileProblem(error, file));
  }
}

/** The first bytes; fewer where the file has become shorter meanwhile. */
function readBytes(handle: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(handle, bytes, filled, length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return filled === length ? bytes : bytes.subarray(0, filled);
}
