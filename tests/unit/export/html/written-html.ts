import type { WritingOptions } from '../../../../electron/export/format-writer.ts';
import { htmlWriter } from '../../../../electron/export/html/html-writer.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { entrySource } from '../../../support/export/entries.ts';

/** The whole page of some entries, with their text unless it is said otherwise. */
export async function writtenHtml(
  entries: readonly ExportEntry[],
  changes: Partial<WritingOptions> = {},
): Promise<string> {
  const options: WritingOptions = {
    withText: true,
    isBook: false,
    title: 'Harbours & <quays>',
    today: '2026-11-25',
    colorNames: { yellow: 'Claim', green: 'To check' },
    picture: () => Promise.resolve(null),
    ...changes,
  };
  const pieces: (string | Uint8Array)[] = [];
  for await (const piece of htmlWriter(entrySource(entries), options)) pieces.push(piece);
  return pieces.join('');
}
