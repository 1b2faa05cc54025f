import { onTestFinished } from 'vitest';
import {
  createFileParser,
  type FileParserOptions,
} from '../../../electron/library/parsing/create-file-parser.ts';
import type { FileParser } from '../../../electron/library/parsing/file-parser.ts';
import type { FileReading } from '../../../electron/library/parsing/parsed-file.ts';

/** A parser with one thread for the catalog, which is closed with the test. */
export function openFileParser(options: FileParserOptions = {}): FileParser {
  const parser = createFileParser({ threads: 1, ...options });
  onTestFinished(() => parser.close());
  return parser;
}

/** What became of each briefing: its headline, or its problem. */
export function outcomesOf(readings: readonly FileReading[]): readonly string[] {
  return readings
    .flatMap(({ files }) => files)
    .map(({ listing }) => listing.problem ?? listing.headline);
}
