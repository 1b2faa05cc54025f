import path from 'node:path';
import type { Listing } from '../shared/model/listing.ts';
import { briefingIdOf } from './briefing-id.ts';
import type { BriefingRead } from './parsing/read-briefing-file.ts';
import { wordCountOf } from './parsing/word-count.ts';

/** The row of a briefing that could be read. */
export function toListing(file: string, { briefing, format, fingerprint }: BriefingRead): Listing {
  return {
    id: briefingIdOf(file),
    headline: briefing.headline,
    source: briefing.source,
    date: briefing.date,
    wordCount: wordCountOf(briefing),
    fileName: path.basename(file),
    path: file,
    format,
    fingerprint,
    problem: null,
  };
}

/** The row of a file or folder that could not be read. */
export function toProblemListing(file: string, problem: string): Listing {
  return {
    id: briefingIdOf(file),
    headline: path.basename(file),
    source: null,
    date: null,
    wordCount: 0,
    fileName: path.basename(file),
    path: file,
    format: null,
    fingerprint: null,
    problem,
  };
}
