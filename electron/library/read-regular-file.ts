import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { fileProblem } from './file-problem.ts';

/** The bytes of a file as they were at one moment. */
export interface FileContents {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
}

/**
 * A FIFO must not block the reader, and a link must not lead out of the library. Windows lacks the
 * last two; there they count as 0.
 */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Reads a whole regular file, without following a link.
 *
 * @param limit the largest size that is read, in bytes; a problem for a larger file.
 */
export async function readRegularFile(
  file: string,
  limit: number,
): Promise<Result<FileContents, Problem>> {
  try {
    const handle = await open(file, flags);
    try {
      const found = await handle.stat();
      if (!found.isFile()) return unreadable(file, 'It is no regular file.');
      if (found.size > limit) {
        const megabytes = limit / 1024 / 1024;
        return unreadable(file, `It is larger than ${megabytes} MB.`);
      }
      const bytes = new Uint8Array(await handle.readFile());
      return success({ bytes, modifiedAt: found.mtimeMs });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failure(fileProblem(error, file));
  }
}

function unreadable(file: string, reason: string): Result<never, Problem> {
  return failure({ kind: 'unreadable', message: `${file} cannot be read. ${reason}` });
}
