import type { MarkedParts } from '../../shared/export/marked-parts.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { ExportEntry } from '../../shared/export/entry.ts';
import type { WritingOptions } from '../format-writer.ts';
import type { TagIndex } from './tag-index.ts';
import type { Extents } from './marked-pieces.ts';
import type { References } from './references.ts';

/** What the parts of a document are written with. */
export interface DocumentContext {
  readonly options: WritingOptions;
  readonly references: References;
  /** Where marks with tags are listed; only a book shows it. */
  readonly tagIndex: TagIndex;
}

/** What the parts of a briefing are written with. */
export interface BriefingContext extends DocumentContext {
  readonly entry: ExportEntry;
  readonly marked: MarkedParts;
  readonly extents: Extents;
  readonly isRightToLeft: boolean;
  /** The name of the headline's place in the document. */
  readonly headlinePlace: string;
  /** The comment of each annotation that has one, by its number. */
  readonly comments: Map<Annotation, number>;
}
