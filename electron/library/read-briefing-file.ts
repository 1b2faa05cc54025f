import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Briefing } from '../shared/model/briefing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import { fileProblem } from './file-problem.ts';
import { picturesOf } from './media-folder.ts';
import { parseBriefing } from './parse-briefing.ts';

/** A file as it was read, with what the parser made of it. */
export interface BriefingRead {
  readonly briefing: Briefing;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly fingerprint: string;
  readonly byteLength: number;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
}

/** Larger files are not read as a whole. */
export const largestFile = 50 * 1024 * 1024;

/** A FIFO must not block the scan, and a link must not lead out of the library. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

interface Contents {
  readonly bytes: Uint8Array;
  readonly modifiedAt: number;
}

async function readContents(file: string): Promise<Result<Contents, Problem>> {
  const handle = await open(file, flags);
  try {
    const { size, mtimeMs } = await handle.stat().then((found) => {
      if (!found.isFile())
        throw Object.assign(new Error('It is no regular file.'), { code: 'EFTYPE' });
      return found;
    });
    if (size > largestFile) {
      const limit = `${largestFile / 1024 / 1024} MB`;
      return failure({
        kind: 'unreadable',
        message: `${file} is larger than ${limit}. Split it to read it here.`,
      });
    }
    return success({ bytes: await handle.readFile(), modifiedAt: mtimeMs });
  } finally {
    await handle.close();
  }
}

/** Reads and parses a briefing's file. It is never written to. */
export async function readBriefingFile(file: string): Promise<Result<BriefingRead, Problem>> {
  try {
    const contents = await readContents(file);
    if (!contents.ok) return contents;
    const { bytes, modifiedAt } = contents.value;
    const pictures = await picturesOf(file);
    const fileName = path.basename(file);
    const briefing = parseBriefing({ bytes, fileName, modifiedAt, pictures });
    if (!briefing.ok) return briefing;
    return success({
      briefing: briefing.value,
      fingerprint: createHash('sha256').update(bytes).digest('hex'),
      byteLength: bytes.length,
      modifiedAt,
    });
  } catch (error) {
    return failure(fileProblem(error, file));
  }
}
