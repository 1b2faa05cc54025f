import { contextLength, type Passage, type PassageSelectors } from './passage.ts';

/** The shared length of two texts, counted from their ends (`-1`) or their starts (`1`). */
function agreement(left: string, right: string, direction: 1 | -1): number {
  const length = Math.min(left.length, right.length);
  for (let count = 0; count < length; count += 1) {
    const same =
      direction === 1
        ? left[count] === right[count]
        : left[left.length - 1 - count] === right[right.length - 1 - count];
    if (!same) return count;
  }
  return length;
}

function occurrencesOf(exact: string, text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) starts.push(at);
  return starts;
}

/**
 * Finds the passage that `selectors` describe in `text`, or `null` where it is not certain.
 *
 * The stored position counts when the quote stands there with its whole context. Otherwise the
 * quote is searched verbatim; of several occurrences the one with the longest matching context is
 * taken, but only when it beats every other. It must also be recognisable: a short quote counts
 * only with half of its context, since a word may stand somewhere else after its own place went. A
 * mark in the wrong place is worse than one that says it lost its place.
 */
export function anchor(text: string, selectors: PassageSelectors): Passage | null {
  const { quote, position } = selectors;
  if (quote.exact === '') return null;
  const agreementAt = (start: number): number =>
    agreement(text.slice(Math.max(0, start - contextLength), start), quote.prefix, -1) +
    agreement(text.slice(start + quote.exact.length).slice(0, contextLength), quote.suffix, 1);

  const candidates = occurrencesOf(quote.exact, text).map((start) => ({
    start,
    end: start + quote.exact.length,
    context: agreementAt(start),
  }));
  const wholeContext = quote.prefix.length + quote.suffix.length;
  const inPlace = candidates.find(({ start }) => start === position.start);
  if (inPlace?.context === wholeContext) return { start: inPlace.start, end: inPlace.end };

  const [best, second] = candidates.toSorted((one, other) => other.context - one.context);
  if (best === undefined || best.context === second?.context) return null;
  const isRecognisable =
    quote.exact.length + best.context >= contextLength || best.context >= wholeContext / 2;
  if (!isRecognisable) return null;
  return { start: best.start, end: best.end };
}
