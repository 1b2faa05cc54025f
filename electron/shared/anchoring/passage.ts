import type { TextPositionSelector, TextQuoteSelector } from '../model/annotation.ts';

/** A stretch of a part's text: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** The stored recipe for a passage. */
export interface PassageSelectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/** How much of the text on either side of a passage is kept, in UTF-16 code units. */
export const contextLength = 32;
