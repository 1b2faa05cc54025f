/** How many briefings a day has room for. */
export const placesPerDay = 2 ** 22;

const millisecondsPerDay = 86_400_000;

/** Days from 0001-01-01 to 1970-01-01. */
const daysBeforeEpoch = 719_162;

/** The day's number, from 1 for 0001-01-01; 0 for an undated briefing and for what is no day. */
export function dayNumberOf(day: string | null): number {
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return 0;
  const date = new Date(`${day}T00:00:00Z`);
  // The 30th of February is read as the 2nd of March.
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return 0;
  return Math.max(0, date.getTime() / millisecondsPerDay + daysBeforeEpoch + 1);
}

/** The day with that number; `null` for 0. */
export function dayOfNumber(number: number): string | null {
  if (number === 0) return null;
  const time = (number - 1 - daysBeforeEpoch) * millisecondsPerDay;
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The places of a day, first and last inclusive. A briefing's place is its key in the catalog's
 * tables: lists are in the order of falling places, so that the newest come first without sorting.
 */
export function placesOf(day: string | null): { readonly first: number; readonly last: number } {
  const first = dayNumberOf(day) * placesPerDay + 1;
  return { first, last: first + placesPerDay - 2 };
}
