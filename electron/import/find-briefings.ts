import { findListings } from '../library/find-listings.ts';
import type { Library } from '../library/library.ts';
import type { Notes } from '../notes/notes.ts';
import { largestPage } from '../shared/ipc.ts';
import type { BriefingReference } from '../shared/model/annotation.ts';
import type { Listing } from '../shared/model/listing.ts';
import { referenceTo } from '../shared/model/reference-to.ts';
import { type Clues, cluesOf, referenceWithoutFile } from './briefing-clues.ts';
import { candidateFilter, matchesOf } from './match-briefing.ts';
import type { ImportedSource } from './imported-mark.ts';

/** Where briefings are looked for. */
export interface BriefingSources {
  readonly library: Pick<Library, 'find' | 'page' | 'locate'>;
  readonly notes: Pick<Notes, 'knownBriefings'>;
}

/** The briefing that a mark goes to. */
export interface FoundBriefing {
  readonly reference: BriefingReference;
  readonly isInLibrary: boolean;
}

async function findInPages(
  ids: ReadonlySet<string>,
  { library }: BriefingSources,
): Promise<readonly Listing[]> {
  const wanted = [...ids];
  const found: Listing[] = [];
  for (let start = 0; start < wanted.length; start += largestPage) {
    found.push(...(await library.find(wanted.slice(start, start + largestPage))));
  }
  return found;
}

/** Goes through the library once, and keeps those listings that could be meant. */
function collectCandidates(
  clues: readonly Clues[],
  { library }: BriefingSources,
): Promise<readonly Listing[]> {
  return findListings(library, candidateFilter(clues));
}

const wholeList = { view: '', text: '', order: 'newest' } as const;

/** Of several copies of a story, the one that has a row in the list. */
async function listedOf(
  copies: readonly BriefingReference[],
  { library }: BriefingSources,
): Promise<BriefingReference | null> {
  for (const copy of copies.length > 1 ? copies : []) {
    if ((await library.locate(wholeList, copy.id)) !== null) return copy;
  }
  return copies[0] ?? null;
}

function sourceKey(source: ImportedSource): string {
  const { briefingId, fingerprint, headline, source: publication, date, address } = source;
  return JSON.stringify([briefingId, fingerprint, headline, publication, date, address]);
}

/**
 * Finds the briefings that files speak of: by id, by the fingerprint of the file, by headline and
 * publication, by path or file name; first in the library, then among those that have marks already.
 * One that is nowhere gets a reference without a file, always with the same id.
 *
 * @returns the briefing of each of `sources`; `null` where nothing says which one is meant.
 */
export async function findBriefings(
  sources: readonly ImportedSource[],
  places: BriefingSources,
): Promise<(source: ImportedSource) => FoundBriefing | null> {
  const clues = new Map(sources.map((source) => [sourceKey(source), cluesOf(source)]));
  const all = [...clues.values()];
  const ids = new Set(all.flatMap(({ briefingId }) => briefingId ?? []));
  const byId = new Map((await findInPages(ids, places)).map((listing) => [listing.id, listing]));
  const others = all.filter(({ briefingId }) => briefingId === null || !byId.has(briefingId));
  const listings = others.length === 0 ? [] : await collectCandidates(others, places);
  const inLibrary = matchesOf(listings.map(referenceTo));
  const inNotes = matchesOf(others.length === 0 ? [] : places.notes.knownBriefings());

  const findOne = async (one: Clues): Promise<FoundBriefing | null> => {
    const listing = byId.get(one.briefingId ?? '');
    if (listing !== undefined) return { reference: referenceTo(listing), isInLibrary: true };
    const listed = await listedOf(inLibrary(one), places);
    if (listed !== null) return { reference: listed, isInLibrary: true };
    const known = inNotes(one)[0];
    // A briefing can have another headline by now than it had when it was marked.
    const [now] = known === undefined ? [] : await places.library.find([known.id]);
    if (now !== undefined) return { reference: referenceTo(now), isInLibrary: true };
    const reference = known ?? referenceWithoutFile(one);
    return reference === null ? null : { reference, isInLibrary: false };
  };
  const found = new Map<string, FoundBriefing | null>();
  for (const [key, one] of clues) found.set(key, await findOne(one));
  return (source) => found.get(sourceKey(source)) ?? null;
}
