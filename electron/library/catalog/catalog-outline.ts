import type { LibraryOutline } from '../../shared/model/listing.ts';
import { dayOfNumber, placesPerDay } from './place.ts';
import { placesStatement } from './row-order.ts';
import type { Selection } from './selection.ts';
import type { StatementCache } from './statement-cache.ts';

interface DayCount {
  readonly day: string | null;
  readonly count: number;
}

/** The days with their counts up to `cap` rows; the day that the cap falls into is cut short. */
function cutAt(days: readonly DayCount[], cap: number): readonly DayCount[] {
  let left = cap;
  return days.flatMap(({ day, count }) => {
    const taken = Math.min(count, left);
    left -= taken;
    return taken === 0 ? [] : [{ day, count: taken }];
  });
}

/** All rows of some days. */
function countWholeDays(
  statements: StatementCache,
  { sql, values }: Selection,
): readonly DayCount[] {
  return statements
    .all(
      `SELECT day, count(*) AS count FROM briefing INDEXED BY briefing_day WHERE ${sql}
      GROUP BY day ORDER BY day DESC`,
      values,
    )
    .map(({ day, count }) => ({ day: day === null ? null : String(day), count: Number(count) }));
}

/** The day is in the place, so it is not looked up. */
function countDays(statements: StatementCache, selection: Selection): readonly DayCount[] {
  if (selection.index === 'briefing_day') return countWholeDays(statements, selection);
  const { sql, values } =
    selection.index === null
      ? placesStatement(selection)
      : {
          sql: `SELECT place FROM briefing INDEXED BY ${selection.index} WHERE ${selection.sql}`,
          values: selection.values,
        };
  return statements
    .all(
      `SELECT place / ${placesPerDay} AS number, count(*) AS count FROM (${sql})
      GROUP BY number ORDER BY number DESC`,
      values,
    )
    .map((row) => ({ day: dayOfNumber(Number(row['number'])), count: Number(row['count']) }));
}

/** How a selection's list is laid out. */
export function outlineOf(statements: StatementCache, selection: Selection): LibraryOutline {
  // One more than the cap tells whether there are more.
  const cap = selection.cap ?? Number.MAX_SAFE_INTEGER;
  const days = countDays(statements, { ...selection, isRanked: false });
  const found = days.reduce((sum, { count }) => sum + count, 0);
  return {
    total: Math.min(found, cap),
    isCapped: found > cap,
    days: selection.isRanked ? [] : cutAt(days, cap),
  };
}
