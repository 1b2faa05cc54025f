import type { Annotation, Bookmark } from '../model/annotation.ts';
import type { Briefing, BriefingDate, Item } from '../model/briefing.ts';
import { bookmarksInDocumentOrder, inDocumentOrder } from '../model/document-order.ts';
import { findItem } from '../model/part.ts';
import { momentOf } from './date-words.ts';
import type { ExportEntry } from './entry.ts';
import { escapeMarkdown, markdownCode } from './escape-markdown.ts';
import { creditAt, placeOf } from './place.ts';
import { quoteLines } from './quote-lines.ts';

function dateLine({ value, provenance, evidence }: BriefingDate): string {
  const basis = evidence === null ? '' : `, “${escapeMarkdown(evidence)}”`;
  const source = provenance === 'inferred' ? 'inferred from the text' : `from the ${provenance}`;
  return `${value} (${source}${basis})`;
}

function headOf({ reference, briefing }: ExportEntry): readonly string[] {
  const { headline, source, date, fileName } = reference;
  const facts = [
    ['Source', source === null ? 'not stated' : escapeMarkdown(source)],
    ['Date', date === null ? 'not known' : dateLine(date)],
    ['File', markdownCode(fileName) + (briefing === null ? ' (not in the library any more)' : '')],
  ];
  return [
    `# ${escapeMarkdown(headline)}`,
    '',
    ...facts.map(([name, fact]) => `- ${name}: ${fact}`),
  ];
}

/** Lines as the continuation of a list item: what is open in them ends with the item. */
function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

function quoteOf({ target }: Annotation): string | null {
  if (target.kind === 'briefing') return null;
  return target.kind === 'passage' ? target.quote.exact : target.quote;
}

/** The item that an annotation is about as a whole, if the briefing still has it as it was. */
function itemOf({ target }: Annotation, briefing: Briefing | null): Item | null {
  if (target.kind !== 'part' || briefing === null) return null;
  const item = findItem(briefing, target.part);
  return item?.text === target.quote ? item : null;
}

function annotationLines(annotation: Annotation, briefing: Briefing | null): readonly string[] {
  const { target, color, tags, note, modifiedAt } = annotation;
  const place = target.kind === 'briefing' ? 'The whole briefing' : placeOf(briefing, target.part);
  const details = [color, ...tags.map((tag) => `#${escapeMarkdown(tag)}`), momentOf(modifiedAt)];
  const quote = quoteOf(annotation);
  const credit = target.kind === 'briefing' ? null : creditAt(briefing, target.part);
  const body = [
    ...(quote === null || quote === ''
      ? []
      : ['', ...quoteLines(quote, itemOf(annotation, briefing))]),
    ...(credit === null ? [] : ['', `Credit: ${escapeMarkdown(credit)}`]),
    ...(note.trim() === '' ? [] : ['', ...note.trimEnd().split(/\r\n|[\r\n]/)]),
  ];
  const shown = details.filter((detail) => detail !== null).join(' · ');
  return [`- **${escapeMarkdown(place)}** · ${shown}`, ...indent(body)];
}

function bookmarkLine({ place, createdAt }: Bookmark, briefing: Briefing | null): string {
  if (place.kind === 'briefing') return `- **The whole briefing** · ${momentOf(createdAt)}`;
  const name = escapeMarkdown(placeOf(briefing, place.part));
  return `- **${name}** · ${momentOf(createdAt)}: ${escapeMarkdown(place.quote)}`;
}

function entryLines(entry: ExportEntry): readonly string[] {
  const { briefing, marks } = entry;
  const notes = inDocumentOrder(marks.annotations, briefing).map((one) =>
    annotationLines(one, briefing),
  );
  const bookmarks = bookmarksInDocumentOrder(marks.bookmarks, briefing);
  return [
    ...headOf(entry),
    ...(notes.length === 0 ? [] : ['', '## Notes', ...notes.flatMap((lines) => ['', ...lines])]),
    ...(bookmarks.length === 0 ? [] : ['', '## Bookmarks', '']),
    ...bookmarks.map((bookmark) => bookmarkLine(bookmark, briefing)),
    ...(notes.length + bookmarks.length === 0 ? ['', 'No notes and no bookmarks.'] : []),
  ];
}

/**
 * Briefings with their notes and bookmarks as Markdown (CommonMark). Text of a briefing is escaped,
 * so that markup in it stays text; a note is the reader's own Markdown and stands verbatim inside its
 * list item, out of which nothing in it can reach. The same entries give the same text.
 */
export function writeMarkdown(entries: readonly ExportEntry[]): string {
  const parts = entries.map((entry) => entryLines(entry).join('\n'));
  return `${parts.join('\n\n---\n\n')}\n`;
}
