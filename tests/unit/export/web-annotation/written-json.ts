import type { WritingOptions } from '../../../../electron/export/format-writer.ts';
import { jsonWriter } from '../../../../electron/export/web-annotation/json-writer.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { entrySource } from '../../../support/export/entries.ts';

/** What a writer is told where nothing else matters. */
export const writingOptions: WritingOptions = {
  withText: false,
  isBook: false,
  title: 'Notes',
  today: '2026-03-06',
  colorNames: {},
  picture: () => Promise.resolve(null),
};

/** The JSON of some entries, in one piece. */
export async function writtenJson(
  entries: readonly ExportEntry[],
  changes: Partial<WritingOptions> = {},
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of jsonWriter(entrySource(entries), { ...writingOptions, ...changes })) {
    text += typeof piece === 'string' ? piece : decoder.decode(piece);
  }
  return text;
}
