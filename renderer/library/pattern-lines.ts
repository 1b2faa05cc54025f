import type { Problem } from '../../electron/shared/model/problem.ts';
import { failure, type Result, success } from '../../electron/shared/result.ts';

/** As many patterns a folder has at most, and as long, in UTF-16 code units, as one is at most. */
const limits = { count: 50, length: 200 } as const;

/** The patterns of a field, one a line; empty lines are none. */
export function patternLines(text: string): Result<readonly string[], Problem> {
  const refuse = (message: string) => failure<Problem>({ kind: 'unwritable', message });
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const tooLong = lines.find((line) => line.length > limits.length);
  if (lines.length > limits.count) {
    return refuse(`There is room for ${limits.count} patterns. Take some away.`);
  }
  if (tooLong !== undefined) {
    return refuse(`“${tooLong.slice(0, 40)}…” is too long for a pattern. Make it shorter.`);
  }
  return success(lines);
}
