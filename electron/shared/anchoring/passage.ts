import type { PartPath } from '../model/part.ts';

/** A stretch of a text: `start` inclusive, `end` exclusive, in UTF-16 code units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** A passage of one part's text. */
export interface PartPassage extends Passage {
  readonly part: PartPath;
}
