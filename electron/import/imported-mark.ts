import type { Color } from '../shared/model/annotation.ts';
import type { BriefingDate } from '../shared/model/briefing.ts';
import type { PartPath } from '../shared/model/part.ts';
import type { Problem } from '../shared/model/problem.ts';
import type { Result } from '../shared/result.ts';

/** What a file says of the briefing that a mark is on; `null` for what it does not say. */
export interface ImportedSource {
  /** The id of a briefing in this app. */
  readonly briefingId: string | null;
  readonly fingerprint: string | null;
  readonly headline: string | null;
  /** The publication. */
  readonly source: string | null;
  readonly date: BriefingDate | null;
  /** The path or the address of the document. */
  readonly address: string | null;
}

/** What a mark is on, as far as a file says it. Offsets are UTF-16 code units of the part's text. */
export type ImportedTarget =
  | { readonly kind: 'briefing' }
  | { readonly kind: 'part'; readonly part: PartPath; readonly quote: string }
  | {
      readonly kind: 'passage';
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
      readonly part: PartPath | null;
      readonly position: { readonly start: number; readonly end: number } | null;
      /** Of the file when it was marked. */
      readonly fingerprint: string | null;
      readonly repeated: boolean;
    };

/** A mark as it stands in a file. Times are milliseconds since the Unix epoch. */
export interface ImportedMark {
  readonly kind: 'annotation' | 'bookmark';
  /** A UUID, if the file has one. */
  readonly id: string | null;
  readonly source: ImportedSource;
  readonly target: ImportedTarget;
  readonly color: Color | null;
  readonly tags: readonly string[];
  /** Markdown. */
  readonly note: string;
  readonly createdAt: number | null;
  readonly modifiedAt: number | null;
}

/** What of a file could not be taken, and why. */
export interface RefusedItem {
  readonly excerpt: string;
  readonly reason: string;
}

/** What a file holds. */
export interface ImportedFile {
  readonly marks: readonly ImportedMark[];
  readonly refused: readonly RefusedItem[];
}

/** Reads the text of one kind of file. Fails where it is none of that kind, or not to be read. */
export type ImportReader = (text: string) => Result<ImportedFile, Problem>;
