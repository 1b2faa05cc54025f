import type { Library } from '../library/library.ts';
import type { AnnotationImport, BookmarkImport, ImportStates } from '../notes/import-marks.ts';
import type { Notes } from '../notes/notes.ts';
import type { ImportedItem, ImportReport } from '../shared/model/import.ts';
import type { Problem } from '../shared/model/problem.ts';
import { type Result, success } from '../shared/result.ts';
import { type CheckedMark, checkMark, type RefusedMark } from './check-mark.ts';
import { findBriefings, type FoundBriefing } from './find-briefings.ts';
import { itemOf, refusedItem, reportOf, withState } from './import-report.ts';
import type { ImportedFile } from './imported-mark.ts';
import { type Placed, placeMarks } from './place-marks.ts';

/** A file that was read for an import. */
export interface FileToImport {
  readonly name: string;
  readonly result: Result<ImportedFile, Problem>;
}

/** What an import is planned by. */
export interface ImportSources {
  readonly library: Pick<Library, 'find' | 'page' | 'locate' | 'read'>;
  readonly notes: Pick<Notes, 'knownBriefings' | 'marksOf' | 'previewImport'>;
}

/** What an import would do, ready to be done. */
export interface ImportPlan {
  readonly report: ImportReport;
  /** The marks that are to be stored. */
  readonly annotations: readonly Placed<AnnotationImport>[];
  readonly bookmarks: readonly Placed<BookmarkImport>[];
  /** What is told of all that is not. */
  readonly others: readonly ImportedItem[];
}

type Findings = Omit<ImportPlan, 'report'>;

function importsOf({ annotations, bookmarks }: Findings): Parameters<Notes['importMarks']>[0] {
  return {
    annotations: annotations.map(({ incoming }) => incoming),
    bookmarks: bookmarks.map(({ incoming }) => incoming),
  };
}

function told(
  placed: readonly Placed<unknown>[],
  states: ImportStates['annotations'],
): readonly ImportedItem[] {
  return placed.map(({ item }, index) => withState(item, states[index] ?? 'known'));
}

function reportFor(
  files: ImportReport['files'],
  { annotations, bookmarks, others }: Findings,
  states: ImportStates,
): ImportReport {
  return reportOf(files, [
    ...others,
    ...told(annotations, states.annotations),
    ...told(bookmarks, states.bookmarks),
  ]);
}

/** Of the marks with one id the newest, and the later one of two that are as new. */
function keepNewest(marks: readonly CheckedMark[]): ReadonlySet<CheckedMark> {
  const newest = new Map<string, CheckedMark>();
  for (const checked of marks) {
    const key = `${checked.mark.kind} ${checked.id}`;
    const modifiedAt = newest.get(key)?.mark.modifiedAt ?? -Infinity;
    if ((checked.mark.modifiedAt ?? -Infinity) >= modifiedAt) newest.set(key, checked);
  }
  return new Set(newest.values());
}

interface Sorted {
  /** The marks on each briefing, by its id. */
  readonly groups: ReadonlyMap<string, { found: FoundBriefing; marks: CheckedMark[] }>;
  readonly others: readonly ImportedItem[];
}

function sortByBriefing(
  marks: readonly CheckedMark[],
  find: (mark: CheckedMark) => FoundBriefing | null,
): Sorted {
  const groups = new Map<string, { found: FoundBriefing; marks: CheckedMark[] }>();
  const others: ImportedItem[] = [];
  const kept = keepNewest(marks);
  for (const checked of marks) {
    const found = find(checked);
    if (found === null) {
      const reason = 'The file does not say which briefing it is on.';
      others.push(itemOf(checked.mark, 'refused', null, reason));
    } else if (kept.has(checked)) {
      const { id } = found.reference;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, { found, marks: [checked] });
      else group.marks.push(checked);
    } else {
      const reason = 'It stands in the files more than once.';
      others.push(itemOf(checked.mark, 'known', found.reference.headline, reason));
    }
  }
  return { groups, others };
}

function refusedIn(
  files: readonly FileToImport[],
  refused: readonly RefusedMark[],
): readonly ImportedItem[] {
  const unread = files.flatMap(({ result }) => (result.ok ? result.value.refused : []));
  return [
    ...unread.map(({ excerpt, reason }) => refusedItem(excerpt, reason)),
    ...refused.map(({ mark, refusal }) => itemOf(mark, 'refused', null, refusal)),
  ];
}

/**
 * Finds out what an import of files would do, without doing it: which briefing each mark goes to,
 * where its passage stands now, and what is in the notes already. One briefing is read at a time.
 *
 * @param now the time of marks without any, in milliseconds since the Unix epoch.
 */
export async function planImport(
  files: readonly FileToImport[],
  sources: ImportSources,
  now: number,
): Promise<ImportPlan> {
  const given = files.flatMap(({ result }) => (result.ok ? result.value.marks : []));
  const checked = given.map(checkMark);
  const marks = checked.filter((one) => 'id' in one);
  const refused = checked.filter((one) => 'refusal' in one);
  const find = await findBriefings(
    marks.map(({ mark }) => mark.source),
    sources,
  );
  const { groups, others } = sortByBriefing(marks, ({ mark }) => find(mark.source));
  const annotations: Placed<AnnotationImport>[] = [];
  const bookmarks: Placed<BookmarkImport>[] = [];
  const told: ImportedItem[] = [...refusedIn(files, refused), ...others];
  for (const { found, marks: onBriefing } of groups.values()) {
    const placed = await placeMarks(found, onBriefing, sources, Math.trunc(now));
    for (const one of placed.annotations) annotations.push(one);
    for (const one of placed.bookmarks) bookmarks.push(one);
    for (const one of placed.others) told.push(one);
  }
  const findings = { annotations, bookmarks, others: told };
  const names = files.map(({ name, result }) => {
    return { name, problem: result.ok ? null : result.problem.message };
  });
  const states = sources.notes.previewImport(importsOf(findings));
  return { ...findings, report: reportFor(names, findings, states) };
}

/**
 * Stores what was planned, all of it or nothing, as one step of undo. What became of each mark is
 * told anew: the notes may have changed since the plan was made.
 */
export function runImport(
  plan: ImportPlan,
  notes: Pick<Notes, 'importMarks'>,
): Result<ImportReport, Problem> {
  const stored = notes.importMarks(importsOf(plan));
  return stored.ok ? success(reportFor(plan.report.files, plan, stored.value)) : stored;
}
