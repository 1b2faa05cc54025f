import type { Picture } from '../../shared/model/listing.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { ParsedBriefing } from './file-parser.ts';
import type { FileReading } from './parsed-file.ts';
import type { FileRequest } from './read-for-catalog.ts';

/** What a thread is started with. */
export interface ThreadSetup {
  /** The memory of a {@link ProgressBoard}. */
  readonly board: SharedArrayBuffer;
  /** Of a briefing as JSON, in bytes. */
  readonly largestOutput: number;
}

/** What a thread does. */
export type ThreadWork =
  | { readonly kind: 'read'; readonly files: readonly FileRequest[] }
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'picture'; readonly path: string; readonly reference: string };

/** Work for a thread. Jobs are numbered from 1. */
export interface ThreadJob {
  readonly number: number;
  readonly work: ThreadWork;
}

/** What a thread answers: readings in one or several parts, anything else at once. */
export type ThreadAnswer =
  | { readonly kind: 'read'; readonly readings: readonly FileReading[] }
  | { readonly kind: 'open'; readonly result: Result<ParsedBriefing, Problem> }
  | { readonly kind: 'picture'; readonly result: Result<Picture, Problem> };

/** An answer with the number of its job. */
export interface ThreadReply {
  readonly number: number;
  readonly answer: ThreadAnswer;
}

/** What a thread sends: that it has started, and then its replies. */
export type FromThread = 'started' | ThreadReply;
