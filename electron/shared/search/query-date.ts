/** Days that a date stands for, `YYYY-MM-DD`, both inclusive. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The forms of more than one word, which fields read without quotation marks too. */
const spacedForm =
  /(?:\d+ +(?:days?|weeks?|months?|years?) +ago|(?:last|this) +(?:week|month|year)|\d{1,2} +[a-z]+\.?,? +\d{4}|[a-z]+\.? +(?:\d{1,2},? +)?\d{4})(?![^\s()|])/iy;

/** How many characters of `text` from `at` on are a date of more than one word; 0 for none. */
export function readDateLength(text: string, at: number): number {
  spacedForm.lastIndex = at;
  return spacedForm.exec(text)?.[0].length ?? 0;
}

/** A day by its number since 1970; `null` outside of the years 1 to 9999. */
function dayOf(number: number): string | null {
  const date = new Date(number * 86_400_000);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** The number since 1970 of a day; a month of 13 is the next January, a day of 0 the last before. */
function numberOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
}

/** The day before or after (`-1`, `1`) a day; `null` outside of the years 1 to 9999. */
export function shiftDay(day: string, by: number): string | null {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  return dayOf(numberOf(year, month, date) + by);
}

function daysBetween(from: number, to: number): Days | null {
  const first = dayOf(from);
  const last = dayOf(to);
  return first === null || last === null ? null : { from: first, to: last };
}

function yearOf(year: number): Days | null {
  return daysBetween(numberOf(year, 1, 1), numberOf(year, 12, 31));
}

function monthOf(year: number, month: number): Days | null {
  if (month < 1 || month > 12) return null;
  return daysBetween(numberOf(year, month, 1), numberOf(year, month + 1, 0));
}

function oneDay(year: number, month: number, day: number): Days | null {
  const last = numberOf(year, month + 1, 0) - numberOf(year, month, 0);
  if (month < 1 || month > 12 || day < 1 || day > last) return null;
  return daysBetween(numberOf(year, month, day), numberOf(year, month, day));
}

/** The number of a month by its English name or at least its first three letters; 0 for no name. */
function monthNamed(name: string): number {
  if (name === 'sept') return 9;
  return monthNames.findIndex((month) => month === name || month.slice(0, 3) === name) + 1;
}

/** A day in numbers, to count from. */
interface Today {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whole units of time before today: the same day then, or the last one of a shorter month. */
function ago({ year, month, day }: Today, count: number, unit: string): Days | null {
  if (unit === 'day' || unit === 'week') {
    const number = numberOf(year, month, day) - count * (unit === 'week' ? 7 : 1);
    return daysBetween(number, number);
  }
  const then = month - 1 - count * (unit === 'year' ? 12 : 1);
  const first = numberOf(year, then + 1, 1);
  const last = numberOf(year, then + 2, 0);
  const number = Math.min(first + day - 1, last);
  return daysBetween(number, number);
}

/** This or the last calendar week (from Monday), month or year. */
function calendarUnit({ year, month, day }: Today, back: number, unit: string): Days | null {
  if (unit === 'year') return yearOf(year - back);
  if (unit === 'month') {
    return daysBetween(numberOf(year, month - back, 1), numberOf(year, month - back + 1, 0));
  }
  const number = numberOf(year, month, day);
  const monday = number - ((((number + 3) % 7) + 7) % 7) - 7 * back;
  return daysBetween(monday, monday + 6);
}

function readRelative(text: string, today: string): Days | null {
  const [year, month, day] = today.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (oneDay(year, month, day) === null) return null;
  const now = { year, month, day };
  if (text === 'today') return ago(now, 0, 'day');
  if (text === 'yesterday') return ago(now, 1, 'day');
  const past = /^(\d{1,5}) (day|week|month|year)s? ago$/.exec(text);
  if (past !== null) return ago(now, Number(past[1]), past[2] ?? '');
  const unit = /^(last|this) (week|month|year)$/.exec(text);
  return unit === null ? null : calendarUnit(now, unit[1] === 'last' ? 1 : 0, unit[2] ?? '');
}

const namedForms = [
  /^(?<day>\d{1,2}) (?<month>[a-z]+)\.?,? (?<year>\d{4})$/,
  /^(?<month>[a-z]+)\.? (?:(?<day>\d{1,2}),? )?(?<year>\d{4})$/,
];

function readNamed(text: string): Days | null {
  const found = namedForms.map((form) => form.exec(text)?.groups).find((groups) => groups);
  const month = monthNamed(found?.['month'] ?? '');
  if (month === 0) return null;
  const year = Number(found?.['year']);
  const day = found?.['day'];
  return day === undefined ? monthOf(year, month) : oneDay(year, month, Number(day));
}

function readNumeric(text: string): Days | null {
  const found = /^(\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2}))?)?$/.exec(text);
  if (found === null) return null;
  const year = Number(found[1]);
  if (found[3] === undefined) return yearOf(year);
  const month = Number(found[3]);
  return found[4] === undefined ? monthOf(year, month) : oneDay(year, month, Number(found[4]));
}

/**
 * The days that a date stands for: `2025`, `2025-11`, `2025-11-19`, `today`, `yesterday`, `7 days
 * ago`, `last week`, `this month`, `19 Nov 2025`, `Nov 19, 2025`, `November 2025`, and two of them
 * with `..` between. `null` for anything else: no date is guessed.
 */
export function readDays(typed: string, today: string): Days | null {
  const dates = typed.split('..', 3).map((date) => {
    const text = date.trim().replaceAll(/\s+/gu, ' ').toLowerCase();
    return readNumeric(text) ?? readNamed(text) ?? readRelative(text, today);
  });
  const [first = null, last = first] = dates;
  if (dates.length > 2 || first === null || last === null || first.from > last.to) return null;
  return { from: first.from, to: last.to };
}
