import type { Outcome } from '../notes/marks.ts';
import type { Annotation, BriefingReference } from '../shared/model/annotation.ts';
import {
  createBriefingTracker,
  type MarkDifference,
  markDifferences,
  type Side,
} from './mark-difference.ts';
import { openRestoreRecord, type RestoreRecord } from './restore-record.ts';

/** How many marks a restore changed. */
export interface BroughtBack {
  /** Marks that came back, went, or got another state. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** What deletions are read at once. */
const pageSize = 500;

function put({ tables }: Side, { kind, markId, after }: MarkDifference): void {
  if (kind === 'annotation') {
    if (after === null) tables.annotations.remove(markId);
    else tables.annotations.put(after);
    return;
  }
  if (after === null) tables.bookmarks.remove(markId);
  else tables.bookmarks.put(after);
}

/** Stores what the backup knows of a briefing, unless it is known. `false` where neither knows it. */
type Introduce = (briefingId: string) => boolean;

function createIntroduce(current: Side, backup: Side): Introduce {
  const known = new Set(current.tables.briefings.all().map(({ id }) => id));
  const references = new Map(
    backup.tables.briefings.all().map((one): [string, BriefingReference] => [one.id, one]),
  );
  return (briefingId) => {
    if (known.has(briefingId)) return true;
    const reference = references.get(briefingId);
    if (reference === undefined) return false;
    current.tables.briefings.put(reference);
    known.add(briefingId);
    return true;
  };
}

/** Those deletions that are in force in the backup, and of annotations that nothing is known of here. */
function* onlyTrashedIn(backup: Side, current: Side, time: number): Generator<Annotation> {
  const idNow = createBriefingTracker(current);
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = backup.tables.trash.list({ offset, limit: pageSize }, time);
    for (const { annotation } of items) {
      const { id } = annotation;
      const isHere = current.tables.annotations.find(id) ?? current.tables.trash.find(id);
      if (isHere === null) yield { ...annotation, briefingId: idNow(annotation.briefingId) };
    }
    if (offset + pageSize >= total) return;
  }
}

function bringMarks(
  current: Side,
  backup: Side,
  record: RestoreRecord,
  introduce: Introduce,
): { readonly counts: BroughtBack; readonly changed: readonly string[] } {
  const counts = { added: 0, removed: 0, changed: 0 };
  const changed = new Set<string>();
  for (const difference of markDifferences(current, backup)) {
    const { kind, markId, before, after } = difference;
    const { briefingId = '' } = after ?? before ?? {};
    if (!introduce(briefingId)) continue;
    if (kind === 'annotation') record.addPast(markId, briefingId);
    put(current, difference);
    record.add(difference);
    changed.add(briefingId);
    if (before === null) counts.added += 1;
    else if (after === null) counts.removed += 1;
    else counts.changed += 1;
  }
  return { counts, changed: [...changed] };
}

/**
 * Brings the marks to the state that they have in a backup, as one step of undo. What goes is in the
 * trash, and every state that an annotation had stays in its history; from the backup come the
 * annotations' earlier states and what was in its trash. Steps of undo do not come along, nor do
 * rows that cannot be read. To be run in a transaction of `current`.
 *
 * @param time milliseconds since the Unix epoch. @throws SQLite's error.
 */
export function bringBack(current: Side, backup: Side, time: number): Outcome<BroughtBack> {
  const record = openRestoreRecord(current.database, backup.database, time);
  const introduce = createIntroduce(current, backup);
  current.database.exec("UPDATE change SET state = 'superseded' WHERE state = 'undone'");
  const { counts, changed } = bringMarks(current, backup, record, introduce);
  for (const annotation of onlyTrashedIn(backup, current, time)) {
    if (!introduce(annotation.briefingId)) continue;
    record.addPast(annotation.id, annotation.briefingId);
    record.addTrashed(annotation);
  }
  return { value: counts, changed };
}
