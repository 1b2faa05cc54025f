import type { Figure } from '../../shared/model/briefing.ts';
import type { Picture } from '../../shared/model/listing.ts';
import { formatCredit } from '../../shared/model/part.ts';
import type { ArrangedEntry } from './arrange-notes.ts';
import { Markup, markup } from './markup.ts';
import { markedText, partAttributes, wholePartNumbers } from './marked-text.ts';

function pictureElement({ mediaType, bytes }: Picture, { caption }: Figure): Markup {
  // Base64 has nothing to escape, and pictures are large.
  const data = Markup.stated(Buffer.from(bytes).toString('base64'));
  const description = caption ?? 'Photo without a caption';
  return markup`<img src="data:${mediaType};base64,${data}" alt="${description}">\n`;
}

function creditLine({ credit, date, filePhoto }: Figure): Markup {
  const facts = [formatCredit(credit), date, filePhoto ? 'file photo' : null];
  return markup`<span class="credit" dir="auto">${facts.filter((fact) => fact !== null).join(' · ')}</span>`;
}

/** A figure with its picture, where there is one, and its credit. */
export function figureElement(
  arranged: ArrangedEntry,
  figure: Figure,
  index: number,
  picture: Picture | null,
): Markup {
  const path = `figures/${index}`;
  const whole = arranged.marked.whole.get(path)?.[0];
  const className = whole === undefined ? '' : `marked ${whole.color ?? 'noted'}`;
  const caption =
    figure.caption === null ? markup`<em>No caption</em>` : markedText(arranged, path);
  const missing = figure.picture === null ? 'Photo not in the file' : 'The picture cannot be shown';
  return markup`<figure${partAttributes(arranged, path, className)}>\n${
    picture === null ? markup`<p class="missing">${missing}</p>\n` : pictureElement(picture, figure)
  }<figcaption dir="auto">${caption}${wholePartNumbers(arranged, path)} ${creditLine(figure)}</figcaption>\n</figure>\n`;
}
