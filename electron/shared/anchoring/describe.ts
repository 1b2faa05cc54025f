import type { PassageTarget } from '../model/annotation.ts';
import { contextLength } from './context.ts';
import type { PartPassage } from './passage.ts';
import type { RunningText } from './running-text.ts';

/** Without the white space at its ends. */
function trim(text: string, start: number, end: number): { start: number; end: number } {
  const stretch = text.slice(start, end);
  const trimmed = stretch.trim();
  const from = start + stretch.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** Whether a quote stands in a text more than once. */
function isRepeated(text: string, quote: string): boolean {
  return text.includes(quote, text.indexOf(quote) + 1);
}

/**
 * The selectors of the passage from the start of `first` to the end of `last`, a stretch of the same
 * part or of a later one; `null` where it holds nothing but white space.
 *
 * @param fingerprint of the briefing's file, as in its listing.
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export function describe(
  running: RunningText,
  first: PartPassage,
  last: PartPassage,
  fingerprint: string | null,
): PassageTarget | null {
  const selected = running.toRunning(first, last);
  if (selected === null) return null;
  const { text } = running;
  const { start, end } = trim(text, selected.start, selected.end);
  const part = running.toParts({ start, end })[0]?.part;
  const offset = part === undefined ? null : running.offsetOf(part);
  if (part === undefined || offset === null || end <= start) return null;
  const context = (from: number, to: number): string =>
    running.verbatim({ start: Math.max(0, from), end: Math.min(text.length, to) });
  return {
    kind: 'passage',
    part,
    quote: {
      type: 'TextQuoteSelector',
      exact: running.verbatim({ start, end }),
      prefix: context(start - contextLength, start),
      suffix: context(end, end + contextLength),
    },
    position: { type: 'TextPositionSelector', start: start - offset, end: end - offset },
    fingerprint,
    repeated: isRepeated(text, text.slice(start, end)),
  };
}
