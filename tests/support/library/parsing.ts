import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../../electron/shared/model/briefing.ts';
import { parseText } from '../../../electron/library/formats/text/parse-text.ts';

/** The folder of the briefings that the app ships. */
export const seedFolder = path.resolve(import.meta.dirname, '../../../seeds');

/** 20 November 2025 at noon, in milliseconds: a time of change that falls on that day everywhere. */
export const modifiedAt = Date.UTC(2025, 10, 20, 12);

/** What else a file may be beside its contents. */
export interface FileTraits {
  readonly fileName?: string;
  readonly modifiedAt?: number;
  readonly pictures?: readonly string[];
}

/** Parses a file that is a text in some encoding. */
export function parse(contents: string | Uint8Array, traits: FileTraits = {}): Briefing {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  const parsed = parseText({ bytes, fileName: 'a.txt', modifiedAt, pictures: [], ...traits });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value;
}

/** Parses a shipped briefing with the names of the pictures beside it, as changed at noon. */
export function parseSeed(fileName: string): Briefing {
  const all = readdirSync(seedFolder);
  const folder = `${fileName}.media`;
  const pictures = all.includes(folder) ? readdirSync(path.join(seedFolder, folder)) : [];
  return parse(readFileSync(path.join(seedFolder, fileName)), { fileName, pictures });
}
