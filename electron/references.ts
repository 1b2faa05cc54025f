import type { Library } from './library/library.ts';
import type { Notes } from './notes/notes.ts';
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
}

function timeOut(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds).unref();
  });
}

/**
 * Asks the library first, because it knows the file as it is now. Where the library does not know
 * the briefing, is busy or has ended, what was seen or stored last serves: a note is never turned
 * away because its file is gone or its row cannot be looked up.
 */
export function createReferences(library: Library, notes: Notes): References {
  const opened = new Map<string, Listing>();
  const lookUp = async (id: string): Promise<Listing | null> => {
    const [listing] = await library.find([id]);
    return listing ?? null;
  };
  return {
    remember: (listing) => {
      opened.set(listing.id, listing);
    },
    find: async (id) => {
      const current = await Promise.race([lookUp(id).catch(() => null), timeOut(patience)]);
      const listing = current ?? opened.get(id);
      if (listing !== undefined) return referenceTo(listing);
      return notes.references().find((reference) => reference.id === id) ?? null;
    },
  };
}
