import { decodedBytesLimit } from '../../library/decode.ts';

/** The largest file that is read, in bytes; an export of 100,000 notes is within it. */
export const largestImport = decodedBytesLimit;

/** The most marks that a file may have. */
export const mostMarks = 500_000;

/** The longest quote or text around a quote, in UTF-16 code units. */
export const longestText = 1_000_000;
