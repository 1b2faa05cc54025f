import type { TemplateResult } from 'lit';
import type { PartPath } from '../../electron/shared/model/part.ts';

/** What the templates need to know of parts and to say about them. */
export interface PartContext {
  /** The part that Tab reaches; the others are reached with the arrow keys. */
  readonly reachable: PartPath;
  /** The buttons of a part. */
  readonly tools: (path: PartPath, name: string) => TemplateResult;
  /** The marks on items of a section, from one index to another (exclusive), as a text to compare. */
  readonly marksAmong: (section: number, start: number, end: number) => string;
  /** How many items are shown as yet. */
  readonly shownItems: number;
}
