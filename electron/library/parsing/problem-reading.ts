import { lstatSync } from 'node:fs';
import { toProblemListing } from '../to-listing.ts';
import type { FileReading, ParsedFile } from './parsed-file.ts';

/** A briefing that was not read; `problem` says why, as a sentence. */
export function problemFile(file: string, problem: string): ParsedFile {
  return { listing: toProblemListing(file, problem), contents: null };
}

/** A file that was not read, for the catalog. */
export function problemReading(file: string, problem: string): FileReading {
  const files = [problemFile(file, problem)];
  try {
    const { size, mtimeMs } = lstatSync(file);
    return { files, byteLength: size, modifiedAt: mtimeMs };
  } catch {
    return { files, byteLength: 0, modifiedAt: 0 };
  }
}
