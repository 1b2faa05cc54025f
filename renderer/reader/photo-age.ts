import type { BriefingDate, Figure } from '../../electron/shared/model/briefing.ts';
import { counted } from '../ui/count.ts';
import { daysBetween } from '../ui/day.ts';

/** From this many days on, a picture's age is pointed out. */
export const oldPictureDays = 7;

/** Whole years between two days, as ISO 8601 (`YYYY-MM-DD`): the later one may lack its last days. */
function yearsBetween(earlier: string, later: string): number {
  const years = Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
  return later.slice(5) < earlier.slice(5) ? years - 1 : years;
}

/** `96 days earlier` for a picture clearly older than the briefing, else `null`. */
export function photoAge(figure: Figure, date: BriefingDate | null): string | null {
  if (figure.date === null || date === null) return null;
  const days = daysBetween(figure.date, date.value);
  if (days < oldPictureDays) return null;
  const years = yearsBetween(figure.date, date.value);
  return years < 2 ? `${counted(days, 'day')} earlier` : `${counted(years, 'year')} earlier`;
}
