import type { Briefing } from '../../shared/model/briefing.ts';
import type { Listing, Picture } from '../../shared/model/listing.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { FileReading } from './parsed-file.ts';

/** A briefing as it is in its file now. */
export interface ParsedBriefing {
  readonly listing: Listing;
  readonly briefing: Briefing;
}

/**
 * Reads and parses files in threads of their own, within limits of time, memory and output: a file
 * that runs over them is a problem, and nothing else suffers. Paths are absolute and without links;
 * that of a file inside of a zip goes through the zip.
 */
export interface FileParser {
  /**
   * Reads whole files (zips with all they hold) for the catalog. Never rejects for a file's sake: one
   * that cannot be read yields a listing with its problem. Answers come in the order of the paths;
   * several calls can be under way.
   */
  readonly read: (paths: readonly string[]) => Promise<readonly FileReading[]>;
  /** Reads one briefing for the reader, ahead of what `read` has waiting. */
  readonly open: (path: string) => Promise<Result<ParsedBriefing, Problem>>;
  /** Reads the picture of a briefing that the parser gave this reference of. */
  readonly picture: (path: string, reference: string) => Promise<Result<Picture, Problem>>;
  /** Ends the threads; what is under way is given up. */
  readonly close: () => Promise<void>;
}
