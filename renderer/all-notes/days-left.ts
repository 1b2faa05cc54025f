import { trashDays } from '../../electron/shared/model/note-list.ts';
import { counted } from '../ui/count.ts';

const dayLength = 86_400_000;

/** How long an annotation stays in the trash: `12 days left`, `less than a day left`. */
export function daysLeft(deletedAt: number, now: number): string {
  const days = Math.floor((deletedAt + trashDays * dayLength - now) / dayLength);
  return days < 1 ? 'less than a day left' : `${counted(days, 'day')} left`;
}
