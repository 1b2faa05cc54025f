import type { BriefingDifference, PartChange } from './compare-briefings.ts';

const kinds = ['changed', 'new', 'dropped', 'moved'] as const;

/** With more sorts of parts than this, they are counted together. */
const mostNouns = 2;

function nounOf(change: PartChange): string {
  return change.kind === 'dropped' ? change.older.noun : change.newer.noun;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2 bullets`, `1 bullet and 2 figures`, `the headline`; `5 parts` where they are of many sorts. */
function subject(changes: readonly PartChange[]): string {
  const nouns = Map.groupBy(changes, nounOf);
  if (nouns.size > mostNouns) return counted(changes.length, 'part');
  return [...nouns]
    .map(([noun, { length }]) =>
      noun === 'headline' || noun === 'dek' ? `the ${noun}` : counted(length, noun),
    )
    .join(' and ');
}

/** What is different, in a line: `2 bullets changed, 1 new, 1 dropped`; empty for nothing. */
export function summaryOf({ changes }: BriefingDifference): string {
  const isOneSort = new Set(changes.map(nounOf)).size === 1;
  return kinds
    .map((kind) => ({ kind, own: changes.filter((change) => change.kind === kind) }))
    .filter(({ own }) => own.length > 0)
    .map(({ kind, own }, index) =>
      isOneSort && index > 0 ? `${own.length} ${kind}` : `${subject(own)} ${kind}`,
    )
    .join(', ');
}
