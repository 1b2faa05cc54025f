const options = { timeZone: 'UTC' } as const;
const long = new Intl.DateTimeFormat('en-GB', {
  ...options,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const short = new Intl.DateTimeFormat('en-GB', {
  ...options,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const dayLength = 86_400_000;

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** `2025-11-19` as `Wednesday 19 November 2025`. */
export function longDay(day: string): string {
  return long.format(toDate(day)).replace(',', '');
}

/** `2025-11-19` as `19 Nov 2025`. */
export function shortDay(day: string): string {
  return short.format(toDate(day));
}

/** Whole days from one ISO day to another; negative where `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toDate(to).getTime() - toDate(from).getTime()) / dayLength);
}

/** Milliseconds since the epoch as a local time; with the day unless it is today. */
export function localMoment(time: number): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  return (isToday ? clock : moment).format(date);
}
