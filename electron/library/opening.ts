import { existsSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Briefing, briefingSchema } from '../shared/model/briefing.ts';
import type { Listing, OpenedBriefing, ReadVersion, RootStatus } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { CatalogReader } from './catalog/catalog-reader.ts';
import type { ReadBriefing } from './library.ts';
import type { FileParser } from './parsing/file-parser.ts';
import type { KeptVersion, ReadingStates } from './reading/reading-states.ts';

/** What briefings are opened from. */
export interface OpeningSources {
  readonly reader: CatalogReader;
  readonly states: ReadingStates;
  readonly parser: FileParser;
  readonly rootOf: (id: string) => RootStatus | null;
  /** The file is another one than the catalog knows. */
  readonly noticeChange: (listing: Listing) => void;
}

/** A briefing as it is now, or as the catalog kept it and why. */
interface CurrentBriefing extends ReadBriefing {
  readonly kept: string | null;
}

const unknown: Problem = {
  kind: 'missing',
  message: 'This briefing is not in the library any more.',
};

/** Why the root of a briefing is out of reach; `null` where it is there. */
function absenceOf(root: RootStatus | null): string | null {
  if (root === null) return null;
  if (root.state !== 'present') return root.message;
  return existsSync(root.path) ? null : `${root.path} is not there.`;
}

async function readCurrent(
  id: string,
  sources: OpeningSources,
): Promise<Result<CurrentBriefing, Problem>> {
  const { reader, parser, rootOf, noticeChange } = sources;
  const known = reader.listingOf(id);
  if (known === null) return failure(unknown);
  const parsed = await parser.open(known.path);
  if (parsed.ok) {
    if (parsed.value.listing.fingerprint !== known.fingerprint) noticeChange(known);
    return success({ ...parsed.value, kept: null });
  }
  const absence = absenceOf(rootOf(id));
  if (absence === null) return parsed;
  const briefing = reader.briefingOf(id);
  return briefing === null ? parsed : success({ listing: known, briefing, kept: absence });
}

/** Reads a briefing without noting that the reader did. */
export async function readBriefing(
  id: string,
  sources: OpeningSources,
): Promise<Result<ReadBriefing, Problem>> {
  const read = await readCurrent(id, sources);
  if (!read.ok) return read;
  const { listing, briefing } = read.value;
  return success({ listing, briefing });
}

/** A version to be kept as the one that was read. */
export function versionOf(briefing: Briefing, fingerprint: string): KeptVersion {
  const json = JSON.stringify(briefing);
  return { fingerprint, briefing: deflateRawSync(json), readAt: Date.now() };
}

function lastReadOf(
  id: string,
  fingerprint: string | null,
  states: ReadingStates,
): ReadVersion | null {
  const version = states.lastRead(id);
  if (version === null || version.fingerprint === fingerprint) return null;
  const briefing = briefingSchema.safeParse(
    JSON.parse(inflateRawSync(version.briefing).toString()),
  );
  return briefing.success ? { briefing: briefing.data, readAt: version.readAt } : null;
}

/** Reads a briefing for the reader, and notes that it was opened. */
export async function openBriefing(
  id: string,
  sources: OpeningSources,
): Promise<Result<OpenedBriefing, Problem>> {
  const read = await readCurrent(id, sources);
  if (!read.ok) return read;
  const { reader, states } = sources;
  const { listing, briefing, kept } = read.value;
  const lastRead = lastReadOf(id, listing.fingerprint, states);
  if (listing.fingerprint !== null) states.opened(id, versionOf(briefing, listing.fingerprint));
  const { reading, isPinned } = states.of(id);
  const copies = reader.copiesOf(id);
  return success({ listing, briefing, reading, isPinned, kept, lastRead, copies });
}
