import { ImageRun, type Paragraph } from 'docx';
import type { Figure } from '../../shared/model/briefing.ts';
import { formatCredit } from '../../shared/model/part.ts';
import { contentOfPart } from './marked-content.ts';
import { pageRoom } from './page.ts';
import { fitInto, readPictureSize } from './picture-size.ts';
import { paragraphOf } from './text-paragraph.ts';
import { textRun } from './text-runs.ts';
import { onOneLine } from './word-text.ts';
import type { BriefingContext } from './writing-context.ts';

/** Braces in a description would be taken for the library's own. */
function describe({ caption }: Figure, index: number): string {
  const words = onOneLine(caption ?? '')
    .replaceAll('{', '(')
    .replaceAll('}', ')');
  return words === '' ? `Figure ${index + 1}` : words;
}

async function pictureOf(
  figure: Figure,
  index: number,
  { entry, isRightToLeft, options, references }: BriefingContext,
): Promise<readonly Paragraph[]> {
  if (figure.picture === null) return [];
  const picture = await options.picture(entry.reference.id, index);
  const shown = picture === null ? null : readPictureSize(picture.bytes);
  if (picture === null || shown === null) return [];
  const id = references.addPicture(picture.bytes);
  const image = new ImageRun({
    type: shown.type,
    data: picture.bytes,
    transformation: fitInto(shown, pageRoom.picture),
    altText: { id: `${id}`, name: `Picture ${id}`, description: describe(figure, index) },
  });
  return [paragraphOf([image], isRightToLeft, { style: 'Figure' })];
}

function captionOf(figure: Figure, index: number, context: BriefingContext): Paragraph {
  const hasCaption = figure.caption !== null && figure.caption !== '';
  const credit = formatCredit(figure.credit);
  const after = textRun(hasCaption ? ` (${credit})` : `Figure ${index + 1} (${credit})`);
  const content = contentOfPart(`figures/${index}`, [], context, [after]);
  return paragraphOf(content, context.isRightToLeft, { style: 'Caption' });
}

/** A figure as its picture, if there is one that Word shows, and its caption with the credit. */
export async function figureParagraphs(
  figure: Figure,
  index: number,
  context: BriefingContext,
): Promise<readonly Paragraph[]> {
  return [...(await pictureOf(figure, index, context)), captionOf(figure, index, context)];
}
