import type { Problem } from '../../shared/model/problem.ts';
import { mostMarks } from './limits.ts';

/** A file that cannot be read, and why. */
export function unreadable(message: string): Problem {
  return { kind: 'unreadable', message };
}

export const tooManyMarks = unreadable(
  `It has more than ${mostMarks.toLocaleString('en-US')} notes. Split it into smaller files.`,
);
