import type { FormatWriter, WritingOptions } from '../../../electron/export/format-writer.ts';
import type { ExportEntry } from '../../../electron/shared/export/entry.ts';
import { entrySource } from './entries.ts';

/** Options of a writer: notes alone. */
export function writingOptions(changes: Partial<WritingOptions> = {}): WritingOptions {
  return {
    withText: false,
    isBook: false,
    title: 'Notes',
    today: '2026-03-06',
    colorNames: { yellow: 'Yellow', blue: 'Claim' },
    picture: () => Promise.resolve(null),
    ...changes,
  };
}

/** Pieces put together, as UTF-8. */
export async function together(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}

/** What a writer makes of some entries, as text. */
export async function written(
  writer: FormatWriter,
  entries: readonly ExportEntry[],
  changes: Partial<WritingOptions> = {},
): Promise<string> {
  return (await together(writer(entrySource(entries), writingOptions(changes)))).toString();
}
