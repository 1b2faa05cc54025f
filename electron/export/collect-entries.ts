import type { Library } from '../library/library.ts';
import type { Notes } from '../notes/notes.ts';
import type { ExportEntry } from '../shared/export/entry.ts';
import { filterMarks } from '../shared/export/filter-marks.ts';
import { largestPage } from '../shared/ipc.ts';
import type { BriefingReference, Marks } from '../shared/model/annotation.ts';
import type { ExportRequest, ExportScope } from '../shared/model/export.ts';
import type { LibraryFilter } from '../shared/model/listing.ts';
import type { Problem } from '../shared/model/problem.ts';
import { referenceTo } from '../shared/model/reference-to.ts';
import { failure, type Result, success } from '../shared/result.ts';
import type { EntrySource } from './format-writer.ts';

/** What an export is made from. */
export interface ExportSources {
  readonly library: Pick<Library, 'find' | 'query' | 'read'>;
  readonly notes: Pick<Notes, 'marksOf' | 'references'>;
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

async function idsOf(scope: ExportScope, sources: ExportSources): Promise<readonly string[]> {
  switch (scope.kind) {
    case 'briefing':
      return [scope.briefingId];
    case 'annotations':
      return scope.briefingIds;
    case 'list':
      return idsOfList(scope.filter, sources);
    case 'all':
      return sources.notes.references().map(({ id }) => id);
  }
}

/** What was chosen one by one is there also without marks; of the others only its text could be. */
function isKeptWithoutMarks({ scope, withText }: EntryRequest): boolean {
  if (scope.kind === 'briefing') return true;
  return withText && scope.kind === 'list';
}

/** The wanted marks on a briefing. */
function wantedMarks(
  id: string,
  { scope, filter }: EntryRequest,
  notes: ExportSources['notes'],
): Marks {
  const { annotations, bookmarks } = filterMarks(notes.marksOf(id), filter);
  if (scope.kind !== 'annotations') return { annotations, bookmarks };
  const chosen = new Set(scope.annotationIds);
  return { annotations: annotations.filter((one) => chosen.has(one.id)), bookmarks: [] };
}

async function readEntry(
  reference: BriefingReference,
  request: EntryRequest,
  { library, notes }: ExportSources,
): Promise<ExportEntry> {
  const opened = await library.read(reference.id);
  const marks = wantedMarks(reference.id, request, notes);
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
  const references = await referencesTo(await idsOf(request.scope, sources), sources);
  if (request.scope.kind === 'briefing' && references.length === 0) {
    return failure({ kind: 'missing', message: 'This briefing is not in the library any more.' });
  }
  const isKept = isKeptWithoutMarks(request);
  const wanted: BriefingReference[] = [];
  let markCount = 0;
  for (const reference of references) {
    const marks = wantedMarks(reference.id, request, sources.notes);
    const count = marks.annotations.length + marks.bookmarks.length;
    markCount += count;
    if (isKept || count > 0) wanted.push(reference);
  }
  const sorted = request.scope.kind === 'list' ? wanted : wanted.toSorted(byDay);
  return success({
    entries: async function* read() {
      for (const reference of sorted) yield await readEntry(reference, request, sources);
    },
    references: sorted,
    markCount,
  });
}
