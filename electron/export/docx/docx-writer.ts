import { Document, type Paragraph, type Table, type TableOfContents } from 'docx';
import type { EntrySource, FormatWriter, WritingOptions } from '../format-writer.ts';
import {
  type BookFacts,
  type ContentsEntry,
  contentsParagraphs,
  indexTitle,
  pageFooter,
  tagIndexParagraphs,
  titlePage,
} from './book.ts';
import { mostParagraphs, paragraphCount, tooMuch } from './document-limits.ts';
import { Lists } from './lists.ts';
import { packDocument } from './pack-document.ts';
import { page } from './page.ts';
import { References } from './references.ts';
import { documentStyles } from './styles.ts';
import { textParagraph } from './text-paragraph.ts';
import { onOneLine } from './word-text.ts';
import { writeBriefing } from './write-briefing.ts';
import type { DocumentContext } from './writing-context.ts';

type Block = Paragraph | Table | TableOfContents;

interface Written {
  readonly blocks: readonly Block[];
  readonly contents: readonly ContentsEntry[];
  readonly facts: BookFacts;
}

async function writeEntries(entries: EntrySource, context: DocumentContext): Promise<Written> {
  const { isBook } = context.options;
  const lists = new Lists();
  const blocks: Block[] = [];
  const contents: ContentsEntry[] = [];
  const facts = { briefings: 0, notes: 0, bookmarks: 0 };
  let paragraphs = 0;
  for await (const entry of entries()) {
    paragraphs += paragraphCount(entry, context.options.withText);
    if (paragraphs > mostParagraphs) throw new Error(tooMuch);
    const startsPage = isBook || facts.briefings > 0;
    const { blocks: own, ...listed } = await writeBriefing(entry, context, lists, startsPage);
    for (const block of own) blocks.push(block);
    contents.push(listed);
    facts.briefings += 1;
    facts.notes += entry.marks.annotations.length;
    facts.bookmarks += entry.marks.bookmarks.length;
  }
  return { blocks, contents, facts };
}

function documentOf(
  { blocks, contents, facts }: Written,
  { options, references, tagIndex }: DocumentContext,
): Document {
  const text = blocks.length === 0 ? [textParagraph('There is nothing in this export.')] : blocks;
  const hasIndex = tagIndex.size > 0;
  const index = references.addPlace();
  const book = [
    ...titlePage(options, facts),
    ...contentsParagraphs(
      hasIndex ? [...contents, { headline: indexTitle, place: index.name }] : contents,
    ),
    ...text,
    ...(hasIndex ? tagIndexParagraphs(tagIndex, index) : []),
  ];
  return new Document({
    creator: 'Readout',
    title: onOneLine(options.title),
    styles: documentStyles,
    comments: { children: references.comments },
    sections: [
      {
        properties: { page, titlePage: options.isBook },
        children: options.isBook ? book : text,
        ...(options.isBook ? { footers: { default: pageFooter() } } : {}),
      },
    ],
  });
}

/**
 * Writes a Word document (Office Open XML) with real headings, highlights in their colours and notes
 * as comments. The library makes a document in memory as a whole, so what is too much for one file is
 * refused.
 *
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/
 */
export const docxWriter: FormatWriter = async function* write(
  entries: EntrySource,
  options: WritingOptions,
) {
  const context = { options, references: new References(), tagIndex: new Map() };
  const written = await writeEntries(entries, context);
  const document = documentOf(written, context);
  context.references.addLinksTo(document);
  yield await packDocument(document, options.title);
};
