import { isoDay } from '../../../library/formats/calendar.ts';

/** ISO 8601, with a space for `T` as CSV files and reports have it; UTC where no zone is named. */
const dateTime =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|UTC|[+-]\d\d(?::?\d\d)?))?)?$/;

/** Minutes east of UTC; `null` for what is no zone. */
function zoneMinutes(zone: string): number | null {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (match === null) return 0;
  const [, sign, hours, minutes = '0'] = match;
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** Milliseconds since midnight; `null` for what is no time of a day. Parts that are missing are 0. */
function timeOfDay(parts: readonly (string | undefined)[]): number | null {
  const [hour = 0, minute = 0, second = 0] = parts.map((digits) => Number(digits ?? 0));
  if (hour > 23 || minute > 59 || second > 59) return null;
  const milliseconds = Number((parts[3] ?? '').slice(0, 3).padEnd(3, '0'));
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** A time in milliseconds since the Unix epoch; `null` for what is no date or time of the calendar. */
export function timeOf(value: unknown): number | null {
  const match = typeof value === 'string' ? dateTime.exec(value.trim()) : null;
  if (match === null) return null;
  const [, year, month, day, ...rest] = match;
  const date = isoDay(Number(year), Number(month), Number(day));
  const time = timeOfDay(rest.slice(0, 4));
  const zone = zoneMinutes(rest[4] ?? 'Z');
  if (date === null || time === null || zone === null) return null;
  return Date.parse(date) + time - zone * 60_000;
}
