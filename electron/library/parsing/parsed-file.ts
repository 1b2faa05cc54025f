import type { Listing } from '../../shared/model/listing.ts';

/** The words of a briefing by column of the full-text index, as tokens.ts writes them. */
export interface IndexedWords {
  readonly headline: string;
  /** The dek and the sections. */
  readonly text: string;
  readonly caption: string;
  readonly credit: string;
}

/** What the catalog keeps of a briefing beside its listing. */
export interface KeptContents {
  /** The briefing as JSON, deflated (raw deflate). */
  readonly briefing: Uint8Array;
  readonly words: IndexedWords;
  /** The agencies of its figures, folded, each once. */
  readonly agencies: readonly string[];
  /** The language's primary subtag in lower case. */
  readonly language: string | null;
  readonly hasImage: boolean;
  /**
   * Files with the same key hold the same story: a hash over the folded words of headline and
   * sections; `null` for a text without any.
   */
  readonly storyKey: string | null;
}

/** One briefing of a file: a zip has several, every other file one. */
export interface ParsedFile {
  readonly listing: Listing;
  /** `null` where `listing.problem` says why there is none. */
  readonly contents: KeptContents | null;
}

/** A file as it was when it was read. */
export interface FileReading {
  /** In the order of the zip's list; one for other files, and for what cannot be read. */
  readonly files: readonly ParsedFile[];
  readonly byteLength: number;
  /** Milliseconds since the Unix epoch. */
  readonly modifiedAt: number;
}
