import type { CatalogQuery, Library } from '../../../electron/library/library.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { Listing, LibraryStatus } from '../../../electron/shared/model/listing.ts';

function unexpected(name: string): () => never {
  return () => {
    throw new Error(`${name} was not expected`);
  };
}

/** A library that knows only what a test gives it; everything else throws. */
export function fakeLibrary(given: Partial<Library>): Library {
  return {
    outline: unexpected('outline'),
    query: unexpected('query'),
    locate: unexpected('locate'),
    find: unexpected('find'),
    status: unexpected('status'),
    rescan: unexpected('rescan'),
    open: unexpected('open'),
    picture: unexpected('picture'),
    onChanged: unexpected('onChanged'),
    close: unexpected('close'),
    ...given,
  };
}

/** Notes that know only what a test gives them; everything else throws. */
export function fakeNotes(given: Partial<Notes>): Notes {
  return {
    marksOf: unexpected('marksOf'),
    countMarks: unexpected('countMarks'),
    references: unexpected('references'),
    annotatedBriefings: unexpected('annotatedBriefings'),
    listTags: unexpected('listTags'),
    outline: unexpected('outline'),
    query: unexpected('query'),
    historyOf: unexpected('historyOf'),
    trash: unexpected('trash'),
    saveAnnotation: unexpected('saveAnnotation'),
    removeAnnotation: unexpected('removeAnnotation'),
    saveAnnotations: unexpected('saveAnnotations'),
    removeAnnotations: unexpected('removeAnnotations'),
    renameTag: unexpected('renameTag'),
    removeTag: unexpected('removeTag'),
    restoreVersion: unexpected('restoreVersion'),
    restoreAnnotations: unexpected('restoreAnnotations'),
    addBookmark: unexpected('addBookmark'),
    removeBookmark: unexpected('removeBookmark'),
    undo: unexpected('undo'),
    redo: unexpected('redo'),
    relink: unexpected('relink'),
    onChanged: unexpected('onChanged'),
    close: unexpected('close'),
    ...given,
  };
}

/** The id of the briefing with that number. */
export function briefingId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** The row of the briefing with that number. */
export function listing(number: number, headline = `Headline ${number}`): Listing {
  return {
    id: briefingId(number),
    headline,
    source: null,
    date: null,
    wordCount: 10,
    fileName: `${number}.txt`,
    path: `/news/${number}.txt`,
    fingerprint: number.toString(16).padStart(64, '0'),
    problem: null,
  };
}

/** The rows that a query asks for, of those given. */
export function pageOf(listings: readonly Listing[], { offset, limit }: CatalogQuery) {
  return listings.slice(offset, offset + limit);
}

/** A library's status with that activity. */
export function statusWith(activity: LibraryStatus['activity']): LibraryStatus {
  return { roots: ['/news'], briefingCount: 1, problemCount: 0, activity };
}
