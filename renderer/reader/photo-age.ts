import type { BriefingDate, Figure } from '../../electron/shared/model/briefing.ts';
import { counted } from '../ui/count.ts';
import { daysBetween } from '../ui/day.ts';

/** From this many days on, a picture's age is pointed out. */
export const oldPictureDays = 7;

/** `96 days earlier` for a picture clearly older than the briefing, else `null`. */
export function photoAge(figure: Figure, date: BriefingDate | null): string | null {
  if (figure.date === null || date === null) return null;
  const days = daysBetween(figure.date, date.value);
  if (days < oldPictureDays) return null;
  if (days < 730) return `${counted(days, 'day')} earlier`;
  return `${counted(Math.floor(days / 365.25), 'year')} earlier`;
}
