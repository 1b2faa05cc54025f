import type { Annotation } from '../../shared/model/annotation.ts';
import type { Briefing } from '../../shared/model/briefing.ts';
import { placeOf } from '../../shared/export/place.ts';
import type { WritingOptions } from '../format-writer.ts';

/** Milliseconds since the Unix epoch as `2026-11-24 14:02 UTC`. */
export function momentOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Where an annotation stands, for a person. */
export function placeOfAnnotation({ target }: Annotation, briefing: Briefing | null): string {
  return target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
}

/** The words that an annotation is about; empty for the whole briefing. */
export function quoteOf({ target }: Annotation): string {
  if (target.kind === 'briefing') return '';
  return target.kind === 'passage' ? target.quote.exact : target.quote;
}

/** The name of an annotation's colour and its tags. */
export function labelsOf(
  { color, tags }: Annotation,
  { colorNames }: WritingOptions,
): readonly string[] {
  const name = color === null ? [] : [colorNames[color] ?? color];
  return [...name, ...tags.map((tag) => `#${tag}`)];
}
