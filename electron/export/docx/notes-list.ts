import type { Paragraph } from 'docx';
import { partSeparator } from '../../shared/anchoring/running-text.ts';
import { creditAt, placeOf } from '../../shared/export/place.ts';
import type { Annotation, Bookmark } from '../../shared/model/annotation.ts';
import { bookmarksInDocumentOrder, inDocumentOrder } from '../../shared/model/document-order.ts';
import { highlightFill } from './highlight-fill.ts';
import { indexTags } from './index-tags.ts';
import { ownBullet } from './lists.ts';
import { momentOf } from '../../shared/export/date-words.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import { labelsOf, placeOfAnnotation } from './note-text.ts';
import { beginsRightToLeft } from './reading-direction.ts';
import { paragraphOf, textParagraph } from './text-paragraph.ts';
import { shadedWith, textRun } from './text-runs.ts';
import { filledLines } from './word-text.ts';
import type { BriefingContext } from './writing-context.ts';

function headParagraph(annotation: Annotation, context: BriefingContext): Paragraph {
  const place = placeOfAnnotation(annotation, context.entry.briefing);
  const details = [...labelsOf(annotation, context.options), momentOf(annotation.modifiedAt)];
  const children = [
    ...indexTags(annotation, context),
    textRun(place, { bold: true }),
    textRun(` · ${details.join(' · ')}`),
  ];
  return paragraphOf(children, beginsRightToLeft(place), { style: 'NoteHead' });
}

function quoteParagraphs(annotation: Annotation): readonly Paragraph[] {
  const { color } = annotation;
  const look = color === null ? {} : shadedWith(highlightFill(color));
  return quoteOf(annotation.target)
    .split(partSeparator)
    .filter((words) => words.trim() !== '')
    .map((words) => textParagraph(words, { style: 'Quote' }, look));
}

function noteParagraphs(annotation: Annotation, context: BriefingContext): readonly Paragraph[] {
  const { note, target } = annotation;
  const credit = target.kind === 'briefing' ? null : creditAt(context.entry.briefing, target.part);
  return [
    headParagraph(annotation, context),
    ...quoteParagraphs(annotation),
    ...(credit === null ? [] : [textParagraph(`Credit: ${credit}`, { style: 'Facts' })]),
    ...filledLines(note).map((line) => textParagraph(line)),
  ];
}

/** Annotations in the order of the text, each with its quote, its note and its tags. */
export function noteList(
  title: string,
  annotations: readonly Annotation[],
  context: BriefingContext,
): readonly Paragraph[] {
  if (annotations.length === 0) return [];
  const ordered = inDocumentOrder(annotations, context.entry.briefing);
  return [
    textParagraph(title, { heading: 'Heading2' }),
    ...ordered.flatMap((annotation) => noteParagraphs(annotation, context)),
  ];
}

function bookmarkWords({ createdAt, place }: Bookmark, { entry }: BriefingContext): string {
  if (place.kind === 'briefing') return `The whole briefing · ${momentOf(createdAt)}`;
  const quote = place.quote.trim() === '' ? '' : `: ${place.quote}`;
  return `${placeOf(entry.briefing, place.part)} · ${momentOf(createdAt)}${quote}`;
}

/** The reader's bookmarks in the order of the text. */
export function bookmarkList(context: BriefingContext): readonly Paragraph[] {
  const { briefing, marks } = context.entry;
  if (marks.bookmarks.length === 0) return [];
  return [
    textParagraph('Bookmarks', { heading: 'Heading2' }),
    ...bookmarksInDocumentOrder(marks.bookmarks, briefing).map((bookmark) =>
      textParagraph(bookmarkWords(bookmark, context), ownBullet),
    ),
  ];
}
