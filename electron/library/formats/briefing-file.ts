/** A file as a format's parser gets it. */
export interface BriefingFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
  /** The names of the files in the briefing's media folder. */
  readonly pictures: readonly string[];
}
