import type { Listing } from '../shared/model/listing.ts';
import { briefingIdOf } from './briefing-id.ts';
import type { Catalog, CatalogStamp } from './catalog.ts';
import { readBriefingFile } from './read-briefing-file.ts';
import { type Found, scan } from './scan.ts';
import { toListing, toProblemListing } from './to-listing.ts';

/** How a scan gets on: files dealt with, of those found so far. */
export type ScanProgress = (done: number, total: number) => void;

/** How many files are read before their rows are stored, as one change. */
const batchSize = 200;

/** A row to store, or `null` for a file that has not changed. */
interface Read {
  readonly id: string;
  readonly row: { readonly listing: Listing; readonly stamp: CatalogStamp } | null;
}

async function read(catalog: Catalog, found: Found): Promise<Read> {
  const id = briefingIdOf(found.path);
  if (found.kind === 'problem') {
    const listing = toProblemListing(found.path, found.problem.message);
    return { id, row: { listing, stamp: { byteLength: 0, modifiedAt: 0 } } };
  }
  const known = catalog.stampOf(id);
  const isUnchanged =
    known?.byteLength === found.byteLength && known.modifiedAt === found.modifiedAt;
  if (isUnchanged) return { id, row: null };
  const result = await readBriefingFile(found.path);
  const listing = result.ok
    ? toListing(found.path, result.value)
    : toProblemListing(found.path, result.problem.message);
  return { id, row: { listing, stamp: found } };
}

async function findAll(roots: readonly string[]): Promise<readonly Found[]> {
  const all: Found[] = [];
  for (const root of roots) for await (const found of scan(root)) all.push(found);
  return all;
}

/**
 * Brings the catalog up to date with the roots: reads new and changed files (by size and time of
 * change), keeps the rest, removes what is gone. Rows become visible batch by batch.
 *
 * @throws the file system's error if a root cannot be read; the catalog then keeps what it had.
 */
export async function rescan(
  catalog: Catalog,
  roots: readonly string[],
  progress: ScanProgress,
): Promise<void> {
  const all = await findAll(roots);
  const number = Date.now();
  for (let start = 0; start < all.length; start += batchSize) {
    const reads: Read[] = [];
    for (const found of all.slice(start, start + batchSize)) reads.push(await read(catalog, found));
    catalog.batch(() => {
      for (const { id, row } of reads) {
        if (row === null) catalog.touch(id, number);
        else catalog.put(row.listing, row.stamp, number);
      }
    });
    progress(Math.min(start + batchSize, all.length), all.length);
  }
  catalog.removeUnseen(number);
}
