import type { Library } from './library/library.ts';
import type { Notes } from './notes/notes.ts';
import { largestPage } from './shared/ipc.ts';
import { referenceTo } from './shared/model/reference-to.ts';
import type { BriefingReference } from './shared/model/annotation.ts';
import type { Listing } from './shared/model/listing.ts';

/** How long the library may take to answer before a note is saved without it, in milliseconds. */
const patience = 1000;

/** Finds what is kept of a briefing beside its marks. */
export interface References {
  /** Remembers the listing of a briefing that was opened. */
  remember(listing: Listing): void;
  /** `null` for a briefing that nothing is known of. */
  find(briefingId: string): Promise<BriefingReference | null>;
  /** By the ids of the briefings; those that nothing is known of are left out. */
  findAll(briefingIds: readonly string[]): Promise<ReadonlyMap<string, BriefingReference>>;
  /** Those of the briefings that the library does not have; none while it does not answer. */
  findMissing(briefingIds: readonly string[]): Promise<readonly string[]>;
}

function timeOut(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds).unref();
  });
}

/** In pages, so that many rows in one answer do not hold up the main process. */
async function findInPages(library: Library, ids: readonly string[]): Promise<readonly Listing[]> {
  const found: Listing[] = [];
  for (let start = 0; start < ids.length; start += largestPage) {
    found.push(...(await library.find(ids.slice(start, start + largestPage))));
  }
  return found;
}

/**
 * Asks the library first, because it knows the file as it is now. Where the library does not know
 * the briefing, is busy or has ended, what was seen or stored last serves: a note is never turned
 * away because its file is gone or its row cannot be looked up.
 */
export function createReferences(library: Library, notes: Notes): References {
  const opened = new Map<string, Listing>();
  /** `null` where the library does not answer. */
  const lookUp = async (ids: readonly string[]): Promise<readonly Listing[] | null> => {
    if (ids.length === 0) return [];
    return Promise.race([findInPages(library, ids).catch(() => null), timeOut(patience)]);
  };
  const findAll: References['findAll'] = async (ids) => {
    const current = new Map((await lookUp(ids))?.map((listing) => [listing.id, listing]));
    const found = new Map<string, BriefingReference>();
    for (const id of ids) {
      const listing = current.get(id) ?? opened.get(id);
      if (listing !== undefined) found.set(id, referenceTo(listing));
    }
    if (ids.every((id) => found.has(id))) return found;
    const wanted = new Set(ids);
    for (const reference of notes.references()) {
      const { id } = reference;
      if (wanted.has(id) && !found.has(id)) found.set(id, reference);
    }
    return found;
  };
  return {
    remember: (listing) => {
      opened.set(listing.id, listing);
    },
    find: async (id) => (await findAll([id])).get(id) ?? null,
    findAll,
    findMissing: async (ids) => {
      const listings = await lookUp(ids);
      if (listings === null) return [];
      const present = new Set(listings.map(({ id }) => id));
      return ids.filter((id) => !present.has(id));
    },
  };
}
