import type { Listing } from '../shared/model/listing.ts';
import { allListings, withLibrary } from './library.ts';
import { type Streams, writeJson } from './streams.ts';

function asLine({ date, headline, fileName, problem }: Listing): string {
  const detail = problem === null ? fileName : `cannot be read: ${problem}`;
  return `${date?.value ?? '          '}  ${headline}  (${detail})\n`;
}

/** `readout list`: the listings of a folder, in the order of the library. */
export async function listBriefings(
  options: { readonly library: string; readonly json?: true },
  streams: Streams,
): Promise<void> {
  const listings = await withLibrary(options.library, allListings);
  if (options.json === true) writeJson(streams, listings);
  else streams.output.write(listings.map(asLine).join(''));
}
