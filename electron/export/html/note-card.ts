import { momentOf } from '../../shared/export/date-words.ts';
import { placeOf } from '../../shared/export/place.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import type { Annotation, Bookmark } from '../../shared/model/annotation.ts';
import type { Briefing } from '../../shared/model/briefing.ts';
import type { PartPath } from '../../shared/model/part.ts';
import type { WritingOptions } from '../format-writer.ts';
import { markAnchor, noteAnchor } from './addresses.ts';
import type { NumberedNote } from './arrange-notes.ts';
import { type Markup, markup } from './markup.ts';
import { noteText } from './note-text.ts';

/** What notes are written with. */
export interface CardOptions extends Pick<WritingOptions, 'colorNames'> {
  readonly briefing: Briefing | null;
  /** Whether the place of a note is in the document, so that it can be gone to. */
  readonly hasPlace: (annotation: Annotation) => boolean;
}

/** A time in milliseconds since the Unix epoch, in UTC. */
export function timeElement(time: number): Markup {
  return markup`<time datetime="${new Date(time).toISOString()}">${momentOf(time)}</time>`;
}

/** Where a mark is, for a person. */
export function placeName(
  briefing: Briefing | null,
  { target }: Pick<Annotation, 'target'>,
): string {
  return target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
}

function headOf({ number, annotation }: NumberedNote, options: CardOptions): Markup {
  const name = placeName(options.briefing, annotation);
  const place = options.hasPlace(annotation)
    ? markup`<a href="#${markAnchor(annotation.id)}">${name}</a>`
    : markup`${name}`;
  return markup`<p class="note-place"><b class="number">${number}</b> <bdi>${place}</bdi></p>\n`;
}

function footOf({ color, tags, createdAt, modifiedAt }: Annotation, options: CardOptions): Markup {
  const label = color === null ? null : (options.colorNames[color] ?? color);
  const changed = modifiedAt === createdAt ? null : markup`, changed ${timeElement(modifiedAt)}`;
  return markup`<p class="note-details">${[
    label === null ? null : markup`<bdi class="color">${label}</bdi> `,
    tags.map((tag) => markup`<bdi class="tag">#${tag}</bdi> `),
    markup`<span class="times">${timeElement(createdAt)}${changed}</span>`,
  ]}</p>`;
}

function noteCard(note: NumberedNote, options: CardOptions): Markup {
  const { id, color, target, note: text } = note.annotation;
  const quote = quoteOf(target);
  return markup`<li class="note ${color ?? 'noted'}" id="${noteAnchor(id)}">\n${[
    headOf(note, options),
    quote === '' ? null : markup`<blockquote class="quoted" dir="auto">${quote}</blockquote>\n`,
    text.trim() === '' ? null : markup`${noteText(text)}\n`,
    footOf(note.annotation, options),
  ]}\n</li>\n`;
}

/** Notes as a list; nothing where there are none. */
export function noteList(
  notes: readonly NumberedNote[],
  name: string,
  options: CardOptions,
): Markup | null {
  if (notes.length === 0) return null;
  return markup`<ol class="notes" aria-label="${name}">\n${notes.map((note) => noteCard(note, options))}</ol>\n`;
}

/** Bookmarks as a list; nothing where there are none. */
export function bookmarkList(
  bookmarks: readonly Bookmark[],
  briefing: Briefing | null,
  addressOf: (part: PartPath) => string | null,
): Markup | null {
  if (bookmarks.length === 0) return null;
  const written = bookmarks.map(({ place, createdAt }) => {
    const name = placeName(briefing, { target: place });
    const address = place.kind === 'part' ? addressOf(place.part) : null;
    const linked = address === null ? name : markup`<a href="#${address}">${name}</a>`;
    const quote = place.kind === 'part' && place.quote !== '' ? markup`: ${place.quote}` : null;
    return markup`<li dir="auto"><bdi>${linked}</bdi>${quote} <span class="times">${timeElement(createdAt)}</span></li>\n`;
  });
  return markup`<section class="bookmarks">\n<p class="label">Bookmarks</p>\n<ul>\n${written}</ul>\n</section>\n`;
}
