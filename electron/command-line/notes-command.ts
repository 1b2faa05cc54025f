import { collectEntries } from '../export/collect-entries.ts';
import type { ExportEntry } from '../shared/export/entry.ts';
import { everyMark } from '../shared/export/filter-marks.ts';
import { placeOf } from '../shared/export/place.ts';
import { inDocumentOrder } from '../shared/model/document-order.ts';
import type { FolderOptions } from './library.ts';
import { withMarksOfFolder } from './marks-of-folder.ts';
import { CommandFailure } from './failure.ts';
import { type Streams, writeJson } from './streams.ts';

function asText({ reference, briefing, marks }: ExportEntry): string {
  const notes = inDocumentOrder(marks.annotations, briefing).map(({ target, note }) => {
    const place =
      target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
    return `  ${place}: ${note === '' ? '(highlight)' : note.replace(/\s+/g, ' ').trim()}`;
  });
  const bookmarks = marks.bookmarks.map(({ place }) =>
    place.kind === 'briefing'
      ? '  Bookmark: the whole briefing'
      : `  Bookmark: ${placeOf(briefing, place.part)}`,
  );
  return [reference.headline, ...notes, ...bookmarks, ''].join('\n');
}

/** `readout notes`: the marks on the briefings of a folder. */
export async function listNotes(
  options: FolderOptions & { readonly json?: true },
  streams: Streams,
): Promise<void> {
  const entries = await withMarksOfFolder(options, async (sources) => {
    const request = { scope: { kind: 'all' }, filter: everyMark, withText: false } as const;
    const collected = await collectEntries(request, sources);
    if (!collected.ok) throw new CommandFailure(collected.problem.message);
    const read: ExportEntry[] = [];
    for await (const entry of collected.value.entries()) read.push(entry);
    return read;
  });
  if (options.json === true)
    writeJson(
      streams,
      entries.map(({ reference, marks }) => ({ reference, marks })),
    );
  else streams.output.write(entries.map(asText).join('\n'));
}
