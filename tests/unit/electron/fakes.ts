import type { Library } from '../../../electron/library/library.ts';
import type { Notes } from '../../../electron/notes/notes.ts';
import type { LibraryRow, LibraryStatus, Listing } from '../../../electron/shared/model/listing.ts';

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
    page: unexpected('page'),
    status: unexpected('status'),
    countViews: unexpected('countViews'),
    rescan: unexpected('rescan'),
    stopScan: unexpected('stopScan'),
    readNow: unexpected('readNow'),
    setRoots: unexpected('setRoots'),
    read: unexpected('read'),
    open: unexpected('open'),
    picture: unexpected('picture'),
    setReading: unexpected('setReading'),
    setPinned: unexpected('setPinned'),
    keepVersion: unexpected('keepVersion'),
    indexMarks: unexpected('indexMarks'),
    marksRevision: unexpected('marksRevision'),
    onChanged: unexpected('onChanged'),
    onBriefingsChanged: unexpected('onBriefingsChanged'),
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
    knownBriefings: unexpected('knownBriefings'),
    annotatedBriefings: unexpected('annotatedBriefings'),
    listTags: unexpected('listTags'),
    outline: unexpected('outline'),
    query: unexpected('query'),
    historyOf: unexpected('historyOf'),
    trash: unexpected('trash'),
    revision: unexpected('revision'),
    nextMarked: unexpected('nextMarked'),
    annotationsToIndex: unexpected('annotationsToIndex'),
    countBookmarks: unexpected('countBookmarks'),
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
    previewImport: unexpected('previewImport'),
    importMarks: unexpected('importMarks'),
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
    format: 'txt',
    fileName: `${number}.txt`,
    path: `/news/${number}.txt`,
    fingerprint: number.toString(16).padStart(64, '0'),
    problem: null,
  };
}

/** The row of the briefing with that number, as the list has it. */
export function row(number: number): LibraryRow {
  return {
    ...listing(number),
    reading: 'unread',
    isPinned: false,
    isChanged: false,
    copyCount: 0,
    excerpts: [],
  };
}

/** The listings after one in the order of ids, of those given in that order. */
export function pageOf(
  listings: readonly Listing[],
  after: string | null,
  limit: number,
): readonly Listing[] {
  const start = after === null ? 0 : listings.findIndex(({ id }) => id > after);
  return start === -1 ? [] : listings.slice(start, start + limit);
}

/** A library's status with that activity. */
export function statusWith(activity: LibraryStatus['activity']): LibraryStatus {
  return { roots: [], briefingCount: 1, problemCount: 0, activity };
}
