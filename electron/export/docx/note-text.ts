import type { Annotation } from '../../shared/model/annotation.ts';
import type { Briefing } from '../../shared/model/briefing.ts';
import { placeOf } from '../../shared/export/place.ts';
import type { WritingOptions } from '../format-writer.ts';

/** Where an annotation stands, for a person. */
export function placeOfAnnotation({ target }: Annotation, briefing: Briefing | null): string {
  return target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
}

/** The name of an annotation's colour and its tags. */
export function labelsOf(
  { color, tags }: Annotation,
  { colorNames }: WritingOptions,
): readonly string[] {
  const name = color === null ? [] : [colorNames[color] ?? color];
  return [...name, ...tags.map((tag) => `#${tag}`)];
}
