import { isDeepStrictEqual } from 'node:util';
import type { DatabaseSync } from 'node:sqlite';
import { isSameContent } from '../notes/change.ts';
import type { Row } from '../notes/rows.ts';
import type { Tables } from '../notes/tables.ts';
import type { Annotation, Bookmark } from '../shared/model/annotation.ts';

interface DifferenceOf<Kind, Mark> {
  readonly kind: Kind;
  readonly markId: string;
  /** `null` where it does not exist. */
  readonly before: Mark | null;
  readonly after: Mark | null;
}

/** A mark that is another one in a backup than in the notes: `before` now, `after` in the backup. */
export type MarkDifference =
  DifferenceOf<'annotation', Annotation> | DifferenceOf<'bookmark', Bookmark>;

/** Notes to be compared. */
export interface Side {
  readonly database: DatabaseSync;
  readonly tables: Tables;
}

/** Rows read at once. */
const pageSize = 500;

/** What two rows must have in common to be the same mark to the reader. */
const contents = {
  annotation: 'briefing_id, target, color, tags, note',
  bookmark: 'briefing_id, place, created_at',
};

function* rowsIn({ database }: Side, table: MarkDifference['kind']): Generator<Row, undefined> {
  const page = database.prepare(
    `SELECT id, ${contents[table]} FROM ${table} WHERE id > ? ORDER BY id LIMIT ${pageSize}`,
  );
  let last = '';
  for (;;) {
    const rows = page.all(last);
    yield* rows;
    if (rows.length < pageSize) return undefined;
    last = String(rows.at(-1)?.['id']);
  }
}

function isSameRow(one: Row, other: Row): boolean {
  return Object.keys(one).every((column) => one[column] === other[column]);
}

function idOf(row: Row | undefined): string | null {
  return row === undefined ? null : String(row['id']);
}

/**
 * The ids, in their order, of the rows that only one side has or that differ. Most rows are the same,
 * and reading them as marks would take ten times as long.
 */
function* differingIds(one: Side, other: Side, table: MarkDifference['kind']): Generator<string> {
  const [left, right] = [rowsIn(one, table), rowsIn(other, table)];
  let [first, second] = [left.next().value, right.next().value];
  for (;;) {
    const [leftId, rightId] = [idOf(first), idOf(second)];
    const isLeft = rightId === null || (leftId !== null && leftId <= rightId);
    const id = isLeft ? leftId : rightId;
    if (id === null) return;
    if (first === undefined || second === undefined || !isSameRow(first, second)) yield id;
    if (leftId === id) first = left.next().value;
    if (rightId === id) second = right.next().value;
  }
}

/**
 * Where a briefing of a backup is in the notes now: its file can have been moved since.
 *
 * @throws SQLite's error.
 */
export function createBriefingTracker({ database }: Side): (briefingId: string) => string {
  const known = database.prepare('SELECT 1 FROM briefing WHERE id = ?');
  const moved = database.prepare(`
    SELECT briefing_id FROM change WHERE kind = 'briefing' AND mark_id = ?
    ORDER BY sequence DESC LIMIT 1`);
  const found = new Map<string, string>();
  const find = (briefingId: string): string => {
    if (known.get(briefingId) !== undefined) return briefingId;
    const target = moved.get(briefingId)?.['briefing_id'];
    return typeof target === 'string' ? target : briefingId;
  };
  return (briefingId) => {
    const id = found.get(briefingId) ?? find(briefingId);
    found.set(briefingId, id);
    return id;
  };
}

/** A mark that is there stays with its briefing, as that is where its file is. */
function placed<Mark extends Annotation | Bookmark>(
  before: Mark | null,
  after: Mark | null,
  idNow: (briefingId: string) => string,
): Mark | null {
  if (after === null) return null;
  return { ...after, briefingId: before?.briefingId ?? idNow(after.briefingId) };
}

function* annotationDifferences(current: Side, backup: Side): Generator<MarkDifference> {
  const idNow = createBriefingTracker(current);
  for (const markId of differingIds(current, backup, 'annotation')) {
    const before = current.tables.annotations.find(markId);
    const after = placed(before, backup.tables.annotations.find(markId), idNow);
    if (before === after || (before !== null && after !== null && isSameContent(before, after))) {
      continue;
    }
    yield { kind: 'annotation', markId, before, after };
  }
}

function* bookmarkDifferences(current: Side, backup: Side): Generator<MarkDifference> {
  const idNow = createBriefingTracker(current);
  for (const markId of differingIds(current, backup, 'bookmark')) {
    const before = current.tables.bookmarks.find(markId);
    const after = placed(before, backup.tables.bookmarks.find(markId), idNow);
    if (!isDeepStrictEqual(before, after)) yield { kind: 'bookmark', markId, before, after };
  }
}

/**
 * The marks by which a backup differs from the notes, in an order that depends on nothing else. Each
 * may be stored in the notes as soon as it is given. A mark that cannot be read counts as not there.
 *
 * @throws SQLite's error.
 */
export function* markDifferences(current: Side, backup: Side): Generator<MarkDifference> {
  yield* annotationDifferences(current, backup);
  yield* bookmarkDifferences(current, backup);
}
