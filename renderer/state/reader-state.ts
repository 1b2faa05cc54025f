import type { OpenedBriefing } from '../../electron/shared/model/listing.ts';
import type { PartPath } from '../../electron/shared/model/part.ts';

/** A briefing that is shown. */
export interface OpenReader {
  readonly kind: 'open';
  readonly id: string;
  readonly opened: OpenedBriefing;
  /** The part that commands such as bookmark and note are about; `null` for the briefing. */
  readonly part: PartPath | null;
  /** Another number each time the reader opens a briefing; the same while its file changes. */
  readonly visit: number;
  /** Why the file cannot be read any more, while its text is still shown; else `null`. */
  readonly gone: string | null;
}

/** The briefing in the middle. */
export type ReaderState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: string }
  | OpenReader
  | { readonly kind: 'failed'; readonly id: string; readonly message: string };

/** Whether two states show the same briefing, whatever its file says and wherever it is now. */
export function isSameBriefing(one: OpenReader, other: OpenReader): boolean {
  return one.visit === other.visit || one.id === other.id;
}
