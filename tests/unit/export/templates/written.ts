import type { FormatWriter, WritingOptions } from '../../../../electron/export/format-writer.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { entrySource } from '../../../support/export/entries.ts';

/** All that a writer of text writes. */
export async function written(
  writer: FormatWriter,
  entries: readonly ExportEntry[],
  options: WritingOptions,
): Promise<string> {
  let text = '';
  for await (const piece of writer(entrySource(entries), options))
    text += typeof piece === 'string' ? piece : Buffer.from(piece).toString();
  return text;
}
