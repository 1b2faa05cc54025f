import type { Annotation, Color } from '../../electron/shared/model/annotation.ts';
import { isWithinTag } from '../../electron/shared/model/tag.ts';
import { fold, foldedWords } from '../../electron/shared/search/fold.ts';

/** Which of a briefing's annotations are shown. */
export interface NoteFilter {
  /** Words that note, quote or tags must contain, folded, in any order; empty for all. */
  readonly words: string;
  /** One of these colours; empty for all. */
  readonly colors: readonly Color[];
  /** Every one of these tags, or a tag inside of it; empty for all. */
  readonly tags: readonly string[];
}

/** Shows everything. */
export const everyNote: NoteFilter = { words: '', colors: [], tags: [] };

export function isFiltering({ words, colors, tags }: NoteFilter): boolean {
  return words.trim() !== '' || colors.length > 0 || tags.length > 0;
}

/** The words that an annotation quotes; empty for the whole briefing. */
export function quoteOf({ target }: Annotation): string {
  if (target.kind === 'briefing') return '';
  return target.kind === 'passage' ? target.quote.exact : target.quote;
}

/** What words are looked for in, folded once for each state of an annotation. */
const foldedTexts = new WeakMap<Annotation, string>();

function foldedText(annotation: Annotation): string {
  const known = foldedTexts.get(annotation);
  if (known !== undefined) return known;
  const tags = annotation.tags.map((tag) => `#${tag}`);
  const folded = fold([annotation.note, quoteOf(annotation), ...tags].join('\n'));
  foldedTexts.set(annotation, folded);
  return folded;
}

/** Tells of annotations whether a filter shows them. */
export function matcherOf({ words, colors, tags }: NoteFilter): (one: Annotation) => boolean {
  const wanted = foldedWords(words);
  return (annotation) =>
    (colors.length === 0 || (annotation.color !== null && colors.includes(annotation.color))) &&
    tags.every((outer) => annotation.tags.some((tag) => isWithinTag(tag, outer))) &&
    (wanted.length === 0 || wanted.every((word) => foldedText(annotation).includes(word)));
}

/** A list with an element more, or without it where it was in. */
export function toggled<Element>(
  elements: readonly Element[],
  element: Element,
): readonly Element[] {
  return elements.includes(element)
    ? elements.filter((other) => other !== element)
    : [...elements, element];
}
