import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import type { Annotation } from '../../../../electron/shared/model/annotation.ts';
import type { Briefing } from '../../../../electron/shared/model/briefing.ts';
import { referenceTo } from '../../../../electron/shared/model/reference-to.ts';
import { passageOf } from '../../../support/export/entries.ts';
import { briefingOf } from '../../shared/briefings.ts';
import { annotationOf, listingOf } from '../../shared/marks.ts';

/** A briefing of its own with annotations on it. */
export function entryWith(
  changes: Partial<Briefing>,
  annotations: readonly Annotation[] = [],
): ExportEntry {
  const briefing = briefingOf({ figures: [], ...changes });
  const listing = listingOf(1, { headline: briefing.headline });
  return { reference: referenceTo(listing), briefing, marks: { annotations, bookmarks: [] } };
}

/** An annotation of words of a part of a briefing. */
export function annotationOn(
  number: number,
  changes: Partial<Briefing>,
  part: string,
  words: string,
  mark: Partial<Annotation> = {},
): Annotation {
  const briefing = briefingOf({ figures: [], ...changes });
  return annotationOf(number, { target: passageOf(briefing, part, words, null), ...mark });
}
