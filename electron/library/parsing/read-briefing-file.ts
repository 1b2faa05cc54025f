import type { Briefing } from '../../shared/model/briefing.ts';
import type { Format } from '../../shared/model/listing.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { type Result, success } from '../../shared/result.ts';
import { briefingSource, type BriefingSource } from './briefing-source.ts';
import { parseFormat } from './parse-format.ts';
import { unreadable } from './unreadable.ts';

/** A file as it was read, with what the parser made of it. */
export interface BriefingRead {
  readonly briefing: Briefing;
  readonly format: Format;
  /** SHA-256, in hexadecimal. */
  readonly fingerprint: string;
}

/** Parses the bytes of a briefing. Never throws. */
export async function parseSource(source: BriefingSource): Promise<Result<BriefingRead, Problem>> {
  const { path, format, file, fingerprint, warnings } = source;
  try {
    const parsed = await parseFormat(format, file);
    if (!parsed.ok) return parsed;
    const briefing =
      warnings.length === 0
        ? parsed.value
        : { ...parsed.value, warnings: [...parsed.value.warnings, ...warnings] };
    return success({ briefing, format, fingerprint });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unreadable(path, `It is damaged, or of a form that is not known (${message}).`);
  }
}

/**
 * Reads and parses the briefing at an absolute path, which may go through a zip. The file is never
 * written to. There are no limits of time and memory: a file parser (file-parser.ts) has those.
 */
export async function readBriefingFile(file: string): Promise<Result<BriefingRead, Problem>> {
  const source = briefingSource(file);
  return source.ok ? parseSource(source.value) : source;
}
