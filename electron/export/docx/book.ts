import {
  Footer,
  InternalHyperlink,
  PageNumber,
  PageReference,
  Tab,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import type { WritingOptions } from '../format-writer.ts';
import { ownBullet } from './lists.ts';
import { pageRoom } from './page.ts';
import type { Place } from './references.ts';
import type { IndexedNote, TagIndex } from './tag-index.ts';
import { paragraphOf, textParagraph } from './text-paragraph.ts';
import { textRun } from './text-runs.ts';
import { onOneLine } from './word-text.ts';
import { beginsRightToLeft } from './reading-direction.ts';

/** How much a book has of what. */
export interface BookFacts {
  readonly briefings: number;
  readonly notes: number;
  readonly bookmarks: number;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** The first page of a book. */
export function titlePage(
  { title, today }: WritingOptions,
  { briefings, notes, bookmarks }: BookFacts,
): readonly Paragraph[] {
  const facts = [
    counted(briefings, 'briefing'),
    counted(notes, 'note'),
    counted(bookmarks, 'bookmark'),
  ];
  return [
    textParagraph(title, { style: 'Title' }),
    textParagraph(today, { style: 'TitleFacts' }),
    textParagraph(facts.join(', '), { style: 'TitleFacts' }),
  ];
}

/** A briefing as the contents list it: its headline and the name of its place in the document. */
export interface ContentsEntry {
  readonly headline: string;
  readonly place: string;
}

function linkTo(place: string, text: string): InternalHyperlink {
  return new InternalHyperlink({ anchor: place, children: [textRun(text)] });
}

function entryParagraph({ headline, place }: ContentsEntry): Paragraph {
  const children = [
    linkTo(place, onOneLine(headline)),
    new TextRun({ children: [new Tab()] }),
    new PageReference(place, { hyperlink: true }),
  ];
  const tabStops = [{ type: 'right', position: pageRoom.twips, leader: 'dot' }] as const;
  return paragraphOf(children, beginsRightToLeft(headline), { style: 'TOC1', tabStops });
}

/** The contents: a field that Word can renew, with an entry for each briefing in it already. */
export function contentsParagraphs(
  entries: readonly ContentsEntry[],
): readonly (Paragraph | TableOfContents)[] {
  return [
    textParagraph('Contents', { style: 'ContentsHeading', pageBreakBefore: true }),
    new TableOfContents('Contents', {
      headingStyleRange: '1-1',
      hyperlink: true,
      beginDirty: false,
      contentChildren: entries.map(entryParagraph),
    }),
  ];
}

/** The number of the page at its foot. */
export function pageFooter(): Footer {
  const number = new TextRun({ children: [PageNumber.CURRENT] });
  return new Footer({ children: [new Paragraph({ style: 'PageFoot', children: [number] })] });
}

function briefingOfIndex(notes: readonly IndexedNote[]): readonly Paragraph[] {
  const [first] = notes;
  if (first === undefined) return [];
  const { headline, headlinePlace } = first;
  return [
    paragraphOf([linkTo(headlinePlace, headline)], beginsRightToLeft(headline), {
      style: 'IndexEntry',
    }),
    ...notes.map(({ place, text }) =>
      paragraphOf([linkTo(place, text)], beginsRightToLeft(text), ownBullet),
    ),
  ];
}

/** What the index of tags is called. */
export const indexTitle = 'Index of tags';

/** The tags in alphabetical order, each with the briefings and the notes that it is on. */
export function tagIndexParagraphs(index: TagIndex, place: Place): readonly Paragraph[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const tags = [...index].toSorted(
    ([one], [other]) => compare(one, other) || (one < other ? -1 : 1),
  );
  return [
    paragraphOf([...place.marks, textRun(indexTitle)], false, {
      heading: 'Heading1',
      pageBreakBefore: true,
    }),
    ...tags.flatMap(([tag, notes]) => [
      textParagraph(tag, { heading: 'Heading2' }),
      ...[...Map.groupBy(notes, ({ headlinePlace }) => headlinePlace).values()].flatMap(
        briefingOfIndex,
      ),
    ]),
  ];
}
