import { realpath } from 'node:fs/promises';
import type { Listing } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { briefingIdOf } from './briefing-id.ts';
import type { Catalog, CatalogStamp } from './catalog.ts';
import { fileProblem } from './file-problem.ts';
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

interface Walk {
  readonly found: readonly Found[];
  /** The folders that were looked through, without links in their paths. */
  readonly folders: readonly string[];
  /** Why the other roots could not be. */
  readonly problems: readonly Problem[];
}

async function walk(roots: readonly string[], stop: AbortSignal): Promise<Walk> {
  const found: Found[] = [];
  const folders: string[] = [];
  const problems: Problem[] = [];
  for (const root of roots) {
    try {
      const folder = await realpath(root);
      for await (const one of scan(folder)) {
        if (stop.aborted) break;
        found.push(one);
      }
      folders.push(folder);
    } catch (error) {
      problems.push(fileProblem(error, root));
    }
  }
  return { found, folders, problems };
}

/**
 * Brings the catalog up to date with the roots: reads new and changed files (by size and time of
 * change), keeps the rest, removes what is gone. Rows become visible batch by batch. Of a root that
 * cannot be read, the catalog keeps what it had.
 *
 * @param stop ends the scan early; the catalog then holds what was read so far.
 * @returns why roots could not be read; empty when all could.
 */
export async function rescan(
  catalog: Catalog,
  roots: readonly string[],
  progress: ScanProgress,
  stop: AbortSignal,
): Promise<readonly Problem[]> {
  const { found, folders, problems } = await walk(roots, stop);
  const number = catalog.nextScan();
  for (let start = 0; start < found.length; start += batchSize) {
    const reads: Read[] = [];
    for (const one of found.slice(start, start + batchSize)) {
      if (stop.aborted) return problems;
      reads.push(await read(catalog, one));
    }
    catalog.batch(() => {
      for (const { id, row } of reads) {
        if (row === null) catalog.touch(id, number);
        else catalog.put(row.listing, row.stamp, number);
      }
    });
    progress(Math.min(start + batchSize, found.length), found.length);
  }
  if (stop.aborted) return problems;
  if (problems.length === 0) catalog.removeUnseen(number);
  else for (const folder of folders) catalog.removeUnseenIn(folder, number);
  return problems;
}
