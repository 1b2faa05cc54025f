import type { ExportEntry } from '../../shared/export/entry.ts';
import { type MarkedParts, markedParts } from '../../shared/export/marked-parts.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import type { Briefing } from '../../shared/model/briefing.ts';
import { inDocumentOrder } from '../../shared/model/document-order.ts';
import { type PartPath, partsOf } from '../../shared/model/part.ts';

/** An annotation with its number in its briefing, from 1. */
export interface NumberedNote {
  readonly number: number;
  readonly annotation: Annotation;
}

/** From an offset in one part to an offset in the same one or a later one. */
interface Extent {
  readonly firstPart: PartPath;
  readonly start: number;
  readonly lastPart: PartPath;
  readonly end: number;
}

/** A briefing whose text is written, with what stands where. */
export interface ArrangedEntry {
  readonly entry: ExportEntry;
  readonly briefing: Briefing;
  readonly marked: MarkedParts;
  /** In the order in which they are written. */
  readonly notes: readonly NumberedNote[];
  /** Notes by the part in which their place begins. */
  readonly beside: ReadonlyMap<PartPath, readonly NumberedNote[]>;
  /** Those on the whole briefing. */
  readonly onWhole: readonly NumberedNote[];
  /** Those whose place is not in the text (any more). */
  readonly lost: readonly NumberedNote[];
  /** The numbers of annotations by their id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Where passages begin and end, by the annotation's id. */
  readonly extents: ReadonlyMap<string, Extent>;
  /** Parts that bookmarks are on. */
  readonly bookmarked: ReadonlySet<PartPath>;
}

function numbered(annotations: readonly Annotation[], before: number): readonly NumberedNote[] {
  return annotations.map((annotation, index) => ({ number: before + index + 1, annotation }));
}

/** The notes of an entry that is written without its text, numbered in the order of the text. */
export function numberNotes({ marks, briefing }: ExportEntry): readonly NumberedNote[] {
  return numbered(inDocumentOrder(marks.annotations, briefing), 0);
}

/** The annotations that begin in each part, first those of the part as a whole. */
function annotationsByPart(
  { runs, whole }: MarkedParts,
  briefing: Briefing,
): ReadonlyMap<PartPath, readonly Annotation[]> {
  const seen = new Set<Annotation>();
  return new Map(
    partsOf(briefing).map(({ path }) => {
      const found = [
        ...(whole.get(path) ?? []),
        ...(runs.get(path) ?? []).flatMap(({ annotations }) => annotations),
      ].filter((annotation) => !seen.has(annotation) && seen.add(annotation));
      return [path, found];
    }),
  );
}

function extentsOf({ runs }: MarkedParts): ReadonlyMap<string, Extent> {
  const extents = new Map<string, Extent>();
  for (const [lastPart, list] of runs) {
    for (const { annotations, start, end } of list) {
      for (const { id } of annotations) {
        const begun = extents.get(id) ?? { firstPart: lastPart, start };
        extents.set(id, { ...begun, lastPart, end });
      }
    }
  }
  return extents;
}

function partsWithBookmarks({ marks }: ExportEntry): ReadonlySet<PartPath> {
  return new Set(
    marks.bookmarks.flatMap(({ place }) => (place.kind === 'part' ? [place.part] : [])),
  );
}

/** Finds the place of each mark in the text, and numbers the notes in the order of the text. */
export function arrangeNotes(entry: ExportEntry, briefing: Briefing): ArrangedEntry {
  const marked = markedParts(entry);
  const isOnWhole = ({ target }: Annotation): boolean => target.kind === 'briefing';
  const onWhole = numbered(marked.elsewhere.filter(isOnWhole), 0);
  const notes = [...onWhole];
  const beside = new Map<PartPath, readonly NumberedNote[]>();
  for (const [path, annotations] of annotationsByPart(marked, briefing)) {
    const here = numbered(annotations, notes.length);
    beside.set(path, here);
    notes.push(...here);
  }
  const gone = marked.elsewhere.filter((annotation) => !isOnWhole(annotation));
  const lost = numbered(gone, notes.length);
  notes.push(...lost);
  return {
    ...{ entry, briefing, marked, notes, beside, onWhole, lost },
    numbers: new Map(notes.map(({ number, annotation }) => [annotation.id, number])),
    extents: extentsOf(marked),
    bookmarked: partsWithBookmarks(entry),
  };
}
