/** The ids by which places of the document are linked. Ids of briefings and marks are hexadecimal. */
import type { PartPath } from '../../shared/model/part.ts';

/** Of a briefing's article. */
export function briefingAnchor(briefingId: string): string {
  return `briefing-${briefingId}`;
}

/** Of a note. */
export function noteAnchor(annotationId: string): string {
  return `note-${annotationId}`;
}

/** Of the place in the text that a note is about. */
export function markAnchor(annotationId: string): string {
  return `mark-${annotationId}`;
}

/** Of a part of a briefing. */
export function partAnchor(briefingId: string, part: PartPath): string {
  return `part-${briefingId}-${part.replaceAll('/', '-')}`;
}
