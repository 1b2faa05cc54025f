/** A day of the machine's time zone. Times are milliseconds since the Unix epoch. */
export interface Day {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly start: number;
  /** The start of the next day. */
  readonly end: number;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function nameOf(date: Date): string {
  const [month, day] = [twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}

/**
 * The days from that of one time to that of another, both included. A day that a time zone skipped
 * is left out; one that clocks are changed on is shorter or longer.
 *
 * @param first in milliseconds since the Unix epoch, as is `last`.
 */
export function daysBetween(first: number, last: number): readonly Day[] {
  const days: Day[] = [];
  const date = new Date(first);
  date.setHours(0, 0, 0, 0);
  while (date.getTime() <= last) {
    const [day, start] = [nameOf(date), date.getTime()];
    date.setDate(date.getDate() + 1);
    date.setHours(0, 0, 0, 0);
    days.push({ day, start, end: date.getTime() });
  }
  return days;
}
