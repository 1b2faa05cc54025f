import path from 'node:path';
import type { Briefing } from '../shared/model/briefing.ts';
import type { Listing } from '../shared/model/listing.ts';
import { partsOf } from '../shared/model/part.ts';
import { briefingIdOf } from './briefing-id.ts';
import type { BriefingRead } from './read-briefing-file.ts';

function wordCountOf(briefing: Briefing): number {
  return partsOf(briefing).reduce(
    (count, { text }) => count + text.split(/\s+/u).filter((word) => word !== '').length,
    0,
  );
}

/** The row of a briefing that could be read. */
export function toListing(file: string, { briefing, fingerprint }: BriefingRead): Listing {
  return {
    id: briefingIdOf(file),
    headline: briefing.headline,
    source: briefing.source,
    date: briefing.date,
    wordCount: wordCountOf(briefing),
    fileName: path.basename(file),
    path: file,
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
    fingerprint: null,
    problem,
  };
}
