import type { Library } from '../library/library.ts';
import type { Notes } from '../notes/notes.ts';
import type { ExportEntry } from '../shared/export/entry.ts';
import { filterMarks } from '../shared/export/filter-marks.ts';
import { largestPage } from '../shared/ipc.ts';
import type { BriefingReference, Marks } from '../shared/model/annotation.ts';
import type { ExportRequest, ExportScope } from '../shared/model/export.ts';
import type { LibraryFilter } from '../shared/model/listing.ts';
import type { NoteQuery } from '../shared/model/note-list.ts';
import type { Problem } from '../shared/model/problem.ts';
import { referenceTo } from '../shared/model/reference-to.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { EntrySource } from './format-writer.ts';
import { readAhead } from './read-ahead.ts';

/** What an export is made from. */
export interface ExportSources {
  readonly library: Pick<Library, 'find' | 'query' | 'read'>;
  readonly notes: Pick<Notes, 'marksOf' | 'query' | 'references'>;
}

/** Which briefings, which of their marks, and whether their texts are wanted, too. */
export type EntryRequest = Pick<ExportRequest, 'scope' | 'filter' | 'withText'>;

/** The briefings of an export, to be read one by one. */
export interface CollectedEntries {
  /** What is known of the briefings, in their order. */
  readonly references: readonly BriefingReference[];
  readonly entries: EntrySource;
  readonly markCount: number;
}

/** Newest day first, undated last, then by headline. */
function byDay(one: BriefingReference, other: BriefingReference): number {
  const days = (other.date?.value ?? '').localeCompare(one.date?.value ?? '');
  return days === 0 ? one.headline.localeCompare(other.headline) : days;
}

async function idsOfList(
  filter: LibraryFilter,
  { library }: ExportSources,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (;;) {
    const rows = await library.query({ filter, offset: ids.length, limit: largestPage });
    for (const { id } of rows) ids.push(id);
    if (rows.length < largestPage) return ids;
  }
}

/** What is known of briefings now, from their files or, where those are gone, from their marks. */
async function referencesTo(
  ids: readonly string[],
  { library, notes }: ExportSources,
): Promise<readonly BriefingReference[]> {
  const kept = new Map(notes.references().map((reference) => [reference.id, reference]));
  const found: BriefingReference[] = [];
  for (let start = 0; start < ids.length; start += largestPage) {
    const page = ids.slice(start, start + largestPage);
    const listed = new Map((await library.find(page)).map((listing) => [listing.id, listing]));
    for (const id of page) {
      const listing = listed.get(id);
      const reference = listing === undefined ? kept.get(id) : referenceTo(listing);
      if (reference !== undefined) found.push(reference);
    }
  }
  return found;
}

/** Whose marks are wanted, and which annotations alone; `null` for all of them. */
interface Wanted {
  readonly briefingIds: readonly string[];
  readonly annotationIds: ReadonlySet<string> | null;
}

/** The annotations of a list of notes, with the briefings that they are on. */
function wantedNotes(query: NoteQuery, { notes }: ExportSources): Wanted {
  const briefingIds = new Set<string>();
  const annotationIds = new Set<string>();
  for (let offset = 0; ; offset += largestPage) {
    const page = { offset, limit: largestPage };
    const rows = notes.query({ ...query, group: 'briefing' }, [], page);
    for (const { annotation } of rows) {
      annotationIds.add(annotation.id);
      briefingIds.add(annotation.briefingId);
    }
    if (rows.length < largestPage) return { briefingIds: [...briefingIds], annotationIds };
  }
}

async function wantedOf(scope: ExportScope, sources: ExportSources): Promise<Wanted> {
  switch (scope.kind) {
    case 'briefing':
      return { briefingIds: [scope.briefingId], annotationIds: null };
    case 'notes':
      return wantedNotes(scope.query, sources);
    case 'list':
      return { briefingIds: await idsOfList(scope.filter, sources), annotationIds: null };
    case 'all':
      return { briefingIds: sources.notes.references().map(({ id }) => id), annotationIds: null };
  }
}

/** What was chosen one by one is there also without marks; of the others only its text could be. */
function isKeptWithoutMarks({ scope, withText }: EntryRequest): boolean {
  if (scope.kind === 'briefing') return true;
  return withText && scope.kind === 'list';
}

/** Finds the wanted marks of a briefing by its id. */
type MarksOf = (id: string) => Marks;

function marksWith(
  { filter }: EntryRequest,
  { annotationIds }: Wanted,
  notes: ExportSources['notes'],
): MarksOf {
  return (id) => {
    const { annotations, bookmarks } = filterMarks(notes.marksOf(id), filter);
    return annotationIds === null
      ? { annotations, bookmarks }
      : { annotations: annotations.filter((one) => annotationIds.has(one.id)), bookmarks: [] };
  };
}

async function readEntry(
  reference: BriefingReference,
  marksOf: MarksOf,
  { library }: ExportSources,
): Promise<ExportEntry> {
  const opened = await library.read(reference.id);
  const marks = marksOf(reference.id);
  if (!opened.ok) return { reference, briefing: null, marks };
  const { listing, briefing } = opened.value;
  return { reference: referenceTo(listing), briefing, marks };
}

/**
 * The briefings of a scope with their marks, the newest first. A briefing whose file is gone keeps
 * its marks in the export; one without any of the wanted marks is left out, unless it was asked for
 * by itself or its text is wanted.
 */
export async function collectEntries(
  request: EntryRequest,
  sources: ExportSources,
): Promise<Result<CollectedEntries, Problem>> {
  const wantedMarks = await wantedOf(request.scope, sources);
  const marksOf = marksWith(request, wantedMarks, sources.notes);
  const references = await referencesTo(wantedMarks.briefingIds, sources);
  if (request.scope.kind === 'briefing' && references.length === 0) {
    return failure({ kind: 'missing', message: 'This briefing is not in the library any more.' });
  }
  const isKept = isKeptWithoutMarks(request);
  const wanted: BriefingReference[] = [];
  let markCount = 0;
  for (const reference of references) {
    const marks = marksOf(reference.id);
    const count = marks.annotations.length + marks.bookmarks.length;
    markCount += count;
    if (isKept || count > 0) wanted.push(reference);
  }
  const sorted = request.scope.kind === 'list' ? wanted : wanted.toSorted(byDay);
  return success({
    entries: () => readAhead(sorted, (reference) => readEntry(reference, marksOf, sources)),
    references: sorted,
    markCount,
  });
}
