import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Briefing } from '../shared/model/briefing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { type Result, success } from '../shared/result.ts';
import { picturesOf } from './media-folder.ts';
import { parseBriefing } from './parse-briefing.ts';
import { readRegularFile } from './read-regular-file.ts';

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

/** Reads and parses a briefing's file. It is never written to. */
export async function readBriefingFile(file: string): Promise<Result<BriefingRead, Problem>> {
  const contents = await readRegularFile(file, largestFile);
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
}
