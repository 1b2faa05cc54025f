import type { Problem } from '../shared/model/problem.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that are no fault of the program. */
const codes = {
  permissionDenied: 3,
  busy: 5,
  locked: 6,
  outOfMemory: 7,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notDatabase: 26,
} as const;

/** The notes file is not the one that was opened: what is written to it would not be found again. */
export class FileReplacedError extends Error {
  override readonly name = 'FileReplacedError';
}

function readCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

/** `true` for an error that says that the file holds no readable database. */
export function isDamage(error: unknown): boolean {
  const code = readCode(error);
  return code === codes.corrupt || code === codes.notDatabase;
}

/** `true` for an error of the statement itself, such as a table that is not there. */
export function isStatementError(error: unknown): boolean {
  return readCode(error) === 1;
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function explain(code: number, message: string): string | null {
  switch (code) {
    case codes.full:
      return 'the disk that holds them is full; free some space, then try again.';
    case codes.inputOutput:
      return `the disk reported an error (${message}); check it and its free space, then try again.`;
    case codes.busy:
    case codes.locked:
      return 'another program is using the file; wait a moment or close it, then try again.';
    case codes.permissionDenied:
    case codes.readOnly:
    case codes.cannotOpen:
      return `the file may not be written (${message}); check its permissions, then try again.`;
    case codes.outOfMemory:
      return 'there is not enough memory; close other programs, then try again.';
    case codes.corrupt:
    case codes.notDatabase:
      return 'the file is damaged; start Readout again: it sets the file aside and begins a new one.';
    default:
      return null;
  }
}

function describe(error: unknown): string | null {
  if (error instanceof FileReplacedError) {
    return 'the file was moved or replaced while Readout was open; start Readout again.';
  }
  const code = readCode(error);
  if (code !== null && error instanceof Error) return explain(code, error.message);
  if (!isSystemError(error)) return null;
  if (error.code === 'ENOSPC') return explain(codes.full, error.message);
  return `the system refused (${error.message}); mend that, then try again.`;
}

/** What a failed write means for the reader; `null` for an error that is a fault of the program. */
export function writingProblem(error: unknown): Problem | null {
  const description = describe(error);
  if (description === null) return null;
  return { kind: 'unwritable', message: `Notes were not saved: ${description}` };
}

/**
 * What a failed opening means for the reader; `null` for an error that is a fault of the program.
 *
 * @param file the absolute path of the notes file.
 */
export function openingProblem(error: unknown, file: string): Problem | null {
  const description = describe(error);
  if (description === null) return null;
  return {
    kind: 'unreadable',
    message: `The notes in ${file} could not be opened: ${description}`,
  };
}
