/** In bytes. */
export const megabyte = 1024 * 1024;

/** How much a file may cost. Sizes are in bytes, times in milliseconds. */
export interface ParsingLimits {
  /** For one file, or one file inside of a zip. A zip as a whole has {@link zipTimeFactor} as long. */
  readonly time: number;
  /** Of a thread's objects and buffers, in megabytes. */
  readonly memory: number;
  /** Of a briefing as JSON. */
  readonly output: number;
}

/** The limits that the app uses. */
export const parsingLimits: ParsingLimits = {
  time: 10_000,
  memory: 512,
  output: 50 * megabyte,
};

/** How many times the limit for one file a zip may take altogether. */
export const zipTimeFactor = 6;

/** Larger files are not read as a whole. */
export const largestFile = 50 * megabyte;

/** Of a plain text or Markdown beyond the first size only its start is read: up to the second. */
export const largeText = { whole: 16 * megabyte, start: 2 * megabyte } as const;

/** A size for the reader, in whole megabytes where it is one or more. */
export function sizeText(bytes: number): string {
  const megabytes = bytes / megabyte;
  if (megabytes >= 1) return `${Math.round(megabytes).toLocaleString('en')} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} kB`;
}
