import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type Paragraph,
  TextRun,
  type XmlComponent,
} from 'docx';
import type { Annotation } from '../../shared/model/annotation.ts';
import { labelsOf, placeOfAnnotation } from './note-text.ts';
import { indexTags } from './index-tags.ts';
import { textParagraph } from './text-paragraph.ts';
import { filledLines } from './word-text.ts';
import type { BriefingContext } from './writing-context.ts';

/** Whether there is more to an annotation than the colour of its words, which stands in the text. */
function isComment({ target, note, tags, color }: Annotation): boolean {
  return target.kind !== 'passage' || note.trim() !== '' || tags.length > 0 || color === null;
}

function commentBody(annotation: Annotation, context: BriefingContext): readonly Paragraph[] {
  const { entry, options } = context;
  const place = placeOfAnnotation(annotation, entry.briefing);
  const details = [...labelsOf(annotation, options), place].join(' · ');
  return [
    ...filledLines(annotation.note).map((line) => textParagraph(line, { style: 'CommentText' })),
    textParagraph(details, { style: 'CommentText' }, { italics: true }),
  ];
}

/** Begins the comments of annotations that have any. */
export function startComments(
  annotations: readonly Annotation[],
  context: BriefingContext,
): readonly XmlComponent[] {
  const { comments, references } = context;
  return annotations.filter(isComment).flatMap((annotation) => {
    const id = references.addComment(commentBody(annotation, context), annotation.modifiedAt);
    comments.set(annotation, id);
    return [...indexTags(annotation, context), new CommentRangeStart(id)];
  });
}

/** Ends the comments of annotations, each with the reference that makes Word show it. */
export function endComments(
  annotations: readonly Annotation[],
  { comments }: BriefingContext,
): readonly XmlComponent[] {
  return annotations.flatMap((annotation) => {
    const id = comments.get(annotation);
    if (id === undefined) return [];
    const reference = new TextRun({ style: 'CommentMark', children: [new CommentReference(id)] });
    return [new CommentRangeEnd(id), reference];
  });
}
