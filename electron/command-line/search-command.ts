import type { LibraryRow } from '../shared/model/listing.ts';
import { type FolderOptions, rowsOf } from './library.ts';
import { withMarkedLibrary } from './marked-library.ts';
import { filterOf, reportFaults } from './query-filter.ts';
import { type Streams, writeJson } from './streams.ts';

/** How many hits are shown where no limit is given. */
const usualLimit = 20;

/** A hit as `--json` prints it. */
interface Hit {
  readonly path: string;
  readonly headline: string;
  /** ISO 8601; `null` for an undated briefing. */
  readonly date: string | null;
  /** The words with the text around them; the headline where only that has them. */
  readonly excerpt: string;
}

function toHit({ path, headline, date, excerpts }: LibraryRow): Hit {
  return { path, headline, date: date?.value ?? null, excerpt: excerpts[0]?.text ?? headline };
}

function asText({ path, headline, date, excerpt }: Hit): string {
  const lines = [`${date ?? '          '}  ${headline}`];
  if (excerpt !== headline) lines.push(`            ${excerpt.replace(/\s+/g, ' ')}`);
  return [...lines, `            ${path}`, ''].join('\n');
}

/** The options of `readout search`. */
export interface SearchOptions extends FolderOptions {
  readonly json?: true;
  readonly limit?: number;
  readonly newest?: true;
}

/** `readout search`: the briefings of a folder that a query finds, the best first. */
export async function searchBriefings(
  words: readonly string[],
  options: SearchOptions,
  streams: Streams,
): Promise<void> {
  const filter = filterOf(words, options.newest === true ? 'newest' : 'relevance');
  reportFaults(filter, streams);
  const hits = await withMarkedLibrary(options, async (library) =>
    (await rowsOf(library, filter, options.limit ?? usualLimit)).map(toHit),
  );
  if (options.json === true) writeJson(streams, hits);
  else streams.output.write(hits.map(asText).join(''));
}
