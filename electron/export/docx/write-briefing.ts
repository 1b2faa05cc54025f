import type { Paragraph, Table } from 'docx';
import type { ExportEntry } from '../../shared/export/entry.ts';
import { markedParts } from '../../shared/export/marked-parts.ts';
import type { ContentsEntry } from './book.ts';
import { factParagraphs } from './briefing-facts.ts';
import { briefingBlocks } from './briefing-text.ts';
import { endComments, startComments } from './comments.ts';
import type { Lists } from './lists.ts';
import { contentOfPart } from './marked-content.ts';
import { extentsOf } from './marked-pieces.ts';
import { bookmarkList, noteList } from './notes-list.ts';
import { beginsRightToLeft, isRightToLeftLanguage } from './reading-direction.ts';
import { paragraphOf, textParagraph } from './text-paragraph.ts';
import { textRun } from './text-runs.ts';
import type { BriefingContext, DocumentContext } from './writing-context.ts';

type Block = Paragraph | Table;

function contextFor(
  entry: ExportEntry,
  document: DocumentContext,
  headlinePlace: string,
): BriefingContext {
  const { briefing, reference } = entry;
  const marked = markedParts(entry);
  const language = briefing?.language ?? null;
  return {
    ...document,
    entry,
    marked,
    extents: extentsOf(marked),
    headlinePlace,
    isRightToLeft:
      language === null ? beginsRightToLeft(reference.headline) : isRightToLeftLanguage(language),
    comments: new Map(),
  };
}

async function withText(
  entry: ExportEntry,
  context: BriefingContext,
  lists: Lists,
): Promise<readonly Block[]> {
  const { elsewhere } = context.marked;
  const lost = elsewhere.filter(({ target }) => target.kind !== 'briefing');
  const text = entry.briefing === null ? [] : await briefingBlocks(entry.briefing, context, lists);
  return [...text, ...noteList('Notes without a place', lost, context)];
}

/** A briefing as blocks of a document. */
export interface WrittenBriefing extends ContentsEntry {
  readonly blocks: readonly Block[];
}

/** A briefing with its marks. Each but the first begins a page. */
export async function writeBriefing(
  entry: ExportEntry,
  document: DocumentContext,
  lists: Lists,
  startsPage: boolean,
): Promise<WrittenBriefing> {
  const { marks, briefing, reference } = entry;
  const place = document.references.addPlace();
  const context = contextFor(entry, document, place.name);
  const { isRightToLeft } = context;
  const hasText = document.options.withText && briefing !== null;
  const ofWhole = hasText
    ? context.marked.elsewhere.filter(({ target }) => target.kind === 'briefing')
    : [];
  const headline = [
    ...place.marks,
    ...startComments(ofWhole, context),
    ...(hasText ? contentOfPart('headline', [], context) : [textRun(reference.headline)]),
    ...endComments(ofWhole, context),
  ];
  const body = hasText
    ? await withText(entry, context, lists)
    : noteList('Notes', marks.annotations, context);
  const isUnmarked = marks.annotations.length + marks.bookmarks.length === 0;
  const blocks = [
    paragraphOf(headline, isRightToLeft, { heading: 'Heading1', pageBreakBefore: startsPage }),
    ...factParagraphs(entry),
    ...body,
    ...bookmarkList(context),
    ...(isUnmarked && !hasText ? [textParagraph('No notes and no bookmarks.')] : []),
  ];
  return { blocks, headline: reference.headline, place: place.name };
}
