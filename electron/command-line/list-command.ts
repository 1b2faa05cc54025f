import type { LibraryRow } from '../shared/model/listing.ts';
import { type FolderOptions, rowsOf } from './library.ts';
import { withMarkedLibrary } from './marked-library.ts';
import { filterOf, reportFaults } from './query-filter.ts';
import { type Streams, writeJson } from './streams.ts';

function asLine({ date, headline, fileName, problem }: LibraryRow): string {
  const detail = problem === null ? fileName : `cannot be read: ${problem}`;
  return `${date?.value ?? '          '}  ${headline}  (${detail})\n`;
}

/** The options of `readout list`. */
export interface ListOptions extends FolderOptions {
  readonly json?: true;
  readonly limit?: number;
}

/** `readout list`: the briefings of a folder that a query finds, or all, newest first. */
export async function listBriefings(
  words: readonly string[],
  options: ListOptions,
  streams: Streams,
): Promise<void> {
  const filter = filterOf(words, 'newest');
  reportFaults(filter, streams);
  const rows = await withMarkedLibrary(options, (library) =>
    rowsOf(library, filter, options.limit ?? Number.MAX_SAFE_INTEGER),
  );
  if (options.json === true) writeJson(streams, rows);
  else streams.output.write(rows.map(asLine).join(''));
}
