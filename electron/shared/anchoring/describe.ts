import { contextLength, type Passage, type PassageSelectors } from './passage.ts';

/** Whether the UTF-16 offset lies between the two halves of one character. */
function splitsCharacter(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/**
 * Makes the selectors of a passage of `text`: W3C TextQuoteSelector and TextPositionSelector.
 * The context is cut between characters: half of one would not survive being stored as UTF-8.
 *
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export function describe(text: string, passage: Passage): PassageSelectors {
  const { start, end } = passage;
  const from = Math.max(0, start - contextLength);
  const to = Math.min(text.length, end + contextLength);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(splitsCharacter(text, from) ? from + 1 : from, start),
      suffix: text.slice(end, splitsCharacter(text, to) ? to - 1 : to),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}
