import { monthNames } from '../../shared/model/months.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function digits(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** What stands for a letter behind a percent sign; `null` for a letter without a meaning. */
function field(letter: string, date: Date): string | null {
  const month = monthNames[date.getUTCMonth()] ?? '';
  const weekday = weekdays[date.getUTCDay()] ?? '';
  const fields: Readonly<Record<string, string>> = {
    Y: digits(date.getUTCFullYear(), 4),
    m: digits(date.getUTCMonth() + 1),
    d: digits(date.getUTCDate()),
    e: String(date.getUTCDate()),
    H: digits(date.getUTCHours()),
    M: digits(date.getUTCMinutes()),
    S: digits(date.getUTCSeconds()),
    B: month,
    b: month.slice(0, 3),
    A: weekday,
    a: weekday.slice(0, 3),
    '%': '%',
  };
  return fields[letter] ?? null;
}

/**
 * A day or a time of ISO 8601 in a form such as `%Y-%m-%d %H:%M`, in UTC and English, whatever the
 * computer is set to. Anything else comes back as it is: a date that was not understood is not lost.
 */
export function formatDate(text: string, form: string): string {
  const date = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(text) ? new Date(text) : null;
  if (date === null || Number.isNaN(date.getTime())) return text;
  return form.replace(/%([A-Za-z%])/g, (whole, letter: string) => field(letter, date) ?? whole);
}
