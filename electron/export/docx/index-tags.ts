import type { XmlComponent } from 'docx';
import type { Annotation } from '../../shared/model/annotation.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import { placeOfAnnotation } from './note-text.ts';
import { onOneLine } from './word-text.ts';
import type { BriefingContext } from './writing-context.ts';

/** Longer quotes are cut in the index, in UTF-16 code units. */
const longestQuote = 80;

function shortened(text: string): string {
  const line = onOneLine(text);
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote).trimEnd()}…`;
}

/**
 * Lists an annotation in the index of tags under each of its own. Answers what stands where the
 * annotation is, so that the index leads there; nothing where it has no tags or there is no index.
 */
export function indexTags(
  annotation: Annotation,
  { entry, headlinePlace, options, references, tagIndex }: BriefingContext,
): readonly XmlComponent[] {
  if (!options.isBook || annotation.tags.length === 0) return [];
  const { name, marks } = references.addPlace();
  const words = shortened(quoteOf(annotation.target)) || shortened(annotation.note);
  const place = placeOfAnnotation(annotation, entry.briefing);
  const note = {
    headline: onOneLine(entry.reference.headline),
    headlinePlace,
    text: words === '' ? place : `${place}: ${words}`,
    place: name,
  };
  for (const tag of new Set(annotation.tags)) {
    const notes = tagIndex.get(tag);
    if (notes === undefined) tagIndex.set(tag, [note]);
    else notes.push(note);
  }
  return marks;
}
