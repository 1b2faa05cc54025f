import type { ExportEntry } from '../../shared/export/entry.ts';
import { quoteOf } from '../../shared/export/quote-of.ts';
import type { Annotation } from '../../shared/model/annotation.ts';
import { inDocumentOrder } from '../../shared/model/document-order.ts';
import type { FormatWriter } from '../format-writer.ts';
import { type Row, writeTable } from './table.ts';

/** Those that Readwise reads; only the first is needed. */
const columns = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'] as const;

/** What Readwise takes for an order to join highlights or to make one a heading. */
const order = /^(?:c\d+|h\d)$/i;

/** A tag as Readwise reads it in a note: one word after a full stop. */
function inlineTag(tag: string): string {
  const word = tag.replace(/\s+/gu, '-');
  return order.test(word) ? `.${word}-` : `.${word}`;
}

/** The time of a highlight as Readwise's own exports have it. */
function timeOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')}+00:00`;
}

function rowsOf({
  reference,
  briefing,
  marks,
}: ExportEntry): readonly Row<(typeof columns)[number]>[] {
  const says = (one: Annotation): boolean =>
    quoteOf(one.target).trim() + one.note.trim() + one.tags.join('') !== '';
  return inDocumentOrder(marks.annotations, briefing)
    .filter(says)
    .map(({ target, tags, note, createdAt }, index) => ({
      Highlight: quoteOf(target).trim() === '' ? reference.headline : quoteOf(target),
      Title: reference.headline,
      Author: reference.source ?? '',
      // Readout reads files, and does not know what address their text once had.
      URL: '',
      Note: [...tags.map(inlineTag), ...(note.trim() === '' ? [] : [note])].join('\n'),
      Location: String(index + 1),
      Date: timeOf(createdAt),
    }));
}

/**
 * Annotations as Readwise imports them. Bookmarks are none. A note that quotes nothing (one of the
 * whole briefing, or of a figure without a caption) stands at the headline. Tags begin the note, as
 * Readwise reads them there; the place is the number of the highlight in its briefing.
 *
 * @see https://docs.readwise.io/readwise/guides/action-tags
 */
export const readwiseWriter: FormatWriter = (entries) => writeTable(columns, entries, rowsOf);
