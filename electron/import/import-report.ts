import type { ImportState } from '../notes/import-marks.ts';
import type { ImportedItem, ImportOutcome, ImportReport } from '../shared/model/import.ts';
import type { ImportedMark } from './imported-mark.ts';

/** At most so many items are told. */
const mostItems = 1000;

/** The longest excerpt, in UTF-16 code units. */
const longestExcerpt = 120;

/** What the reader has to see first comes first. */
const order: readonly ImportOutcome[] = ['refused', 'orphan', 'moved', 'changed', 'new', 'known'];

/** A text as one line that is not too long. */
function cutToLine(text: string): string {
  // Only the beginning of a long text is gone through.
  const line = text
    .slice(0, longestExcerpt * 4)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (line.length <= longestExcerpt && text.length <= longestExcerpt * 4) return line;
  return `${line.slice(0, longestExcerpt - 1).toWellFormed()}…`;
}

function excerptOf({ kind, target, note, tags }: ImportedMark): string {
  const quote = target.kind === 'passage' ? target.exact : '';
  const words = quote === '' && target.kind === 'part' ? target.quote : quote;
  const text = [words, note, tags.join(', ')].find((one) => one.trim() !== '');
  return text ?? (kind === 'bookmark' ? 'Bookmark' : '');
}

/**
 * What is told of a mark.
 *
 * @param briefing the headline of the one that it goes to, if any.
 */
export function itemOf(
  mark: ImportedMark,
  outcome: ImportOutcome,
  briefing: string | null,
  reason: string | null = null,
): ImportedItem {
  const { headline, address } = mark.source;
  return {
    outcome,
    briefing: cutToLine(briefing ?? headline ?? address ?? ''),
    excerpt: cutToLine(excerptOf(mark)),
    reason,
  };
}

/** What is told of something in a file that was not even a mark. */
export function refusedItem(excerpt: string, reason: string): ImportedItem {
  return { outcome: 'refused', briefing: '', excerpt: cutToLine(excerpt), reason };
}

/** What is told of a mark that was placed, given what the notes say of it. */
export function withState(item: ImportedItem, state: ImportState): ImportedItem {
  if (state === 'added') return item;
  return { ...item, outcome: state, reason: state === 'known' ? null : item.reason };
}

/**
 * What is told of an import as a whole.
 *
 * @param files what was read, with the problem of those that could not be.
 */
export function reportOf(
  files: ImportReport['files'],
  items: readonly ImportedItem[],
): ImportReport {
  const groups = Map.groupBy(items, ({ outcome }) => outcome);
  const countOf = (outcome: ImportOutcome): number => groups.get(outcome)?.length ?? 0;
  return {
    files,
    counts: {
      new: countOf('new'),
      moved: countOf('moved'),
      orphan: countOf('orphan'),
      changed: countOf('changed'),
      known: countOf('known'),
      refused: countOf('refused'),
    },
    items: order.flatMap((outcome) => groups.get(outcome) ?? []).slice(0, mostItems),
  };
}
