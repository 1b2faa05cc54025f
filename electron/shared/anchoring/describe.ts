import { contextLength, type Passage, type PassageSelectors } from './passage.ts';

/**
 * Makes the selectors of a passage of `text`: W3C TextQuoteSelector and TextPositionSelector.
 *
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export function describe(text: string, passage: Passage): PassageSelectors {
  const { start, end } = passage;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - contextLength), start),
      suffix: text.slice(end, end + contextLength),
    },
    position: { type: 'TextPositionSelector', start, end },
  };
}
