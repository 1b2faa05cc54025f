import { describe } from '../../electron/shared/anchoring/describe.ts';
import { RunningText } from '../../electron/shared/anchoring/running-text.ts';
import type { PassageTarget } from '../../electron/shared/model/annotation.ts';
import type { Part } from '../../electron/shared/model/part.ts';

/**
 * The target of the first place in a briefing's parts where `exact` stands, as a reader marks it.
 *
 * @param exact inside of one part, or with a line feed for each boundary that it crosses.
 */
export function passageIn(
  parts: readonly Pick<Part, 'path' | 'text'>[],
  exact: string,
  fingerprint: string | null = null,
): PassageTarget {
  const worded = parts.filter(({ text }) => text !== '');
  const start = worded
    .map(({ text }) => text)
    .join('\n')
    .indexOf(exact);
  let offset = 0;
  const passages = worded.flatMap(({ path, text }) => {
    const from = Math.max(0, start - offset);
    const to = Math.min(text.length, start + exact.length - offset);
    offset += text.length + 1;
    return to > from ? [{ part: path, start: from, end: to }] : [];
  });
  const [first, last] = [passages[0], passages.at(-1)];
  const target =
    start === -1 || first === undefined || last === undefined
      ? null
      : describe(new RunningText(parts), first, last, fingerprint);
  if (target === null) throw new Error(`“${exact}” is not in the text.`);
  return target;
}
