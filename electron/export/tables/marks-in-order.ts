import type { ExportEntry } from '../../shared/export/entry.ts';
import type { Annotation, Target } from '../../shared/model/annotation.ts';
import { inDocumentOrder } from '../../shared/model/document-order.ts';

/** A mark among the others of its briefing. */
export interface OrderedMark {
  readonly id: string;
  readonly target: Target;
  readonly createdAt: number;
  /** `null` for a bookmark. */
  readonly annotation: Annotation | null;
}

/** Bookmarks and annotations of an entry as one list, in the order of the text. */
export function marksInOrder({ briefing, marks }: ExportEntry): readonly OrderedMark[] {
  const bookmarks = marks.bookmarks.map(({ id, place, createdAt }) => {
    return { id, target: place, createdAt, annotation: null };
  });
  const annotations = marks.annotations.map((annotation) => {
    const { id, target, createdAt } = annotation;
    return { id, target, createdAt, annotation };
  });
  return inDocumentOrder<OrderedMark>([...bookmarks, ...annotations], briefing);
}
