import type { Library } from '../library/library.ts';
import type { Notes } from '../notes/notes.ts';
import type { ExportEntry } from '../shared/export/entry.ts';
import type { BriefingReference } from '../shared/model/annotation.ts';
import type { ExportScope } from '../shared/model/export.ts';
import type { Problem } from '../shared/model/problem.ts';
import { referenceTo } from '../shared/model/reference-to.ts';
import { failure, type Result, success } from '../shared/result.ts';

/** What an export is made from. */
export interface ExportSources {
  readonly library: Pick<Library, 'find' | 'read'>;
  readonly notes: Pick<Notes, 'marksOf' | 'references'>;
}

async function entryFor(
  reference: BriefingReference,
  { library, notes }: ExportSources,
): Promise<ExportEntry> {
  const opened = await library.read(reference.id);
  const marks = notes.marksOf(reference.id);
  if (!opened.ok) return { reference, briefing: null, marks };
  const { listing, briefing } = opened.value;
  return { reference: referenceTo(listing), briefing, marks };
}

/** Newest day first, undated last, then by headline. */
function byDay({ reference: one }: ExportEntry, { reference: other }: ExportEntry): number {
  const days = (other.date?.value ?? '').localeCompare(one.date?.value ?? '');
  return days === 0 ? one.headline.localeCompare(other.headline) : days;
}

async function entryOf(id: string, sources: ExportSources): Promise<Result<ExportEntry, Problem>> {
  const kept = sources.notes.references().find((reference) => reference.id === id);
  const [listing] = await sources.library.find([id]);
  const reference = listing ?? kept;
  if (reference === undefined) {
    return failure({ kind: 'missing', message: 'This briefing is not in the library any more.' });
  }
  return success(await entryFor(reference, sources));
}

/**
 * The briefings of a scope with their marks. A briefing whose file is gone keeps its marks in the
 * export. For all briefings those count that have at least one mark.
 */
export async function collectEntries(
  scope: ExportScope,
  sources: ExportSources,
): Promise<Result<readonly ExportEntry[], Problem>> {
  if (scope.kind === 'briefing') {
    const entry = await entryOf(scope.briefingId, sources);
    return entry.ok ? success([entry.value]) : entry;
  }
  const entries: ExportEntry[] = [];
  for (const reference of sources.notes.references())
    entries.push(await entryFor(reference, sources));
  return success(entries.toSorted(byDay));
}
