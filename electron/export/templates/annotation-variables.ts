import type { ExportEntry } from '../../shared/export/entry.ts';
import { creditAt, placeOf } from '../../shared/export/place.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import { quoteLines } from '../../shared/export/quote-lines.ts';
import type { Annotation, Place, Target } from '../../shared/model/annotation.ts';
import type { Briefing, Item } from '../../shared/model/briefing.ts';
import { bookmarksInDocumentOrder, inDocumentOrder } from '../../shared/model/document-order.ts';
import { findItem } from '../../shared/model/part.ts';
import { escapeLine } from './escape-line.ts';
import { escapeWiki } from './escape-wiki.ts';

/** An annotation as templates see it. */
export interface AnnotationVariables {
  readonly id: string;
  /** What stands in exported files for the annotation, see {@link blockIdOf}. */
  readonly block_id: string;
  /** Its place among the annotations of the briefing, from 1. */
  readonly number: number;
  readonly place: string;
  /** It is about the briefing as a whole. */
  readonly is_whole: boolean;
  readonly quote: string | null;
  /** The quote as lines of a block quote in CommonMark, each with its `>`. */
  readonly quote_lines: readonly string[];
  /** The same with {@link escapeWiki}. */
  readonly wiki_quote_lines: readonly string[];
  readonly color: string | null;
  readonly color_name: string | null;
  readonly tags: readonly string[];
  /** Markdown without white space at its end, line feeds between its lines; empty for none. */
  readonly note: string;
  readonly note_lines: readonly string[];
  /** ISO 8601, in UTC. */
  readonly created: string | null;
  readonly modified: string | null;
  readonly credit: string | null;
}

/** A bookmark as templates see it. */
export interface BookmarkVariables {
  readonly id: string;
  readonly block_id: string;
  readonly place: string;
  readonly is_whole: boolean;
  readonly quote: string | null;
  readonly created: string | null;
}

/**
 * What a mark is found by in a file that it was exported to: `rd-` and the first 12 hexadecimal
 * digits of its UUID. It never changes.
 */
function blockIdOf(id: string): string {
  return `rd-${id.replaceAll('-', '').slice(0, 12)}`;
}

/** Milliseconds since the Unix epoch as ISO 8601 in UTC; `null` for what is no time. */
function momentOf(time: number): string | null {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function placeName(target: Target | Place, briefing: Briefing | null): string {
  return target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
}

function quoteIn(target: Target | Place): string | null {
  const quote = quoteOf(target);
  return quote === '' ? null : quote;
}

/** The item that an annotation is about as a whole, if the briefing still has it as it was. */
function itemOf({ target }: Annotation, briefing: Briefing | null): Item | null {
  if (target.kind !== 'part' || briefing === null) return null;
  const item = findItem(briefing, target.part);
  return item?.text === target.quote ? item : null;
}

type ColorNames = Readonly<Record<string, string>>;

function annotationVariables(
  annotation: Annotation,
  number: number,
  briefing: Briefing | null,
  colorNames: ColorNames,
): AnnotationVariables {
  const { id, target, color, tags } = annotation;
  const quote = quoteIn(target);
  const item = itemOf(annotation, briefing);
  const noteLines = annotation.note.trim() === '' ? [] : linesOf(annotation.note.trimEnd());
  return {
    id,
    block_id: blockIdOf(id),
    number,
    place: placeName(target, briefing),
    is_whole: target.kind === 'briefing',
    quote,
    quote_lines: quote === null ? [] : quoteLines(quote, item, escapeLine),
    wiki_quote_lines: quote === null ? [] : quoteLines(quote, item, escapeWiki),
    color,
    color_name: color === null ? null : (colorNames[color] ?? color),
    tags,
    note: noteLines.join('\n'),
    note_lines: noteLines,
    created: momentOf(annotation.createdAt),
    modified: momentOf(annotation.modifiedAt),
    credit: target.kind === 'briefing' ? null : creditAt(briefing, target.part),
  };
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n]/);
}

/** The annotations of an entry in the order of its text. */
export function annotationsOf(
  { briefing, marks }: ExportEntry,
  colorNames: ColorNames,
): readonly AnnotationVariables[] {
  return inDocumentOrder(marks.annotations, briefing).map((annotation, index) =>
    annotationVariables(annotation, index + 1, briefing, colorNames),
  );
}

/** The bookmarks of an entry in the order of its text. */
export function bookmarksOf({ briefing, marks }: ExportEntry): readonly BookmarkVariables[] {
  return bookmarksInDocumentOrder(marks.bookmarks, briefing).map(({ id, place, createdAt }) => ({
    id,
    block_id: blockIdOf(id),
    place: placeName(place, briefing),
    is_whole: place.kind === 'briefing',
    quote: quoteIn(place),
    created: momentOf(createdAt),
  }));
}
