import type { ExportEntry } from '../shared/export/entry.ts';
import type { Picture } from '../shared/model/listing.ts';

/** The briefings of an export in their order. They can be gone through several times, one by one. */
export type EntrySource = () => AsyncIterable<ExportEntry>;

/** What a writer is told besides the briefings. */
export interface WritingOptions {
  /** Whether the text of the briefings is written, with highlights in place. */
  readonly withText: boolean;
  /** With a title page, contents and an index of tags. */
  readonly isBook: boolean;
  /** What the whole is called: a briefing's headline, or a search. */
  readonly title: string;
  /** The day of the export, `YYYY-MM-DD`. Only a title page shows it: the same marks give the same bytes. */
  readonly today: string;
  /** The names that the reader gave the colours, by colour. */
  readonly colorNames: Readonly<Record<string, string>>;
  /** The picture of a figure by its index; `null` where it has none that can be shown. */
  readonly picture: (briefingId: string, figure: number) => Promise<Picture | null>;
}

/**
 * Writes a format piece by piece, so that an export of any size takes little memory. Rejects where a
 * piece cannot be made; then nothing of the file is kept.
 */
export type FormatWriter = (
  entries: EntrySource,
  options: WritingOptions,
) => AsyncIterable<string | Uint8Array>;
