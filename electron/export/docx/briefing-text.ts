import type { HeadingLevel, Paragraph, Table } from 'docx';
import type { Briefing, Item, Section } from '../../shared/model/briefing.ts';
import type { PartPath } from '../../shared/model/part.ts';
import { figureParagraphs } from './figures.ts';
import { hangingAt, type Lists } from './lists.ts';
import { contentOfPart } from './marked-content.ts';
import { columnCount, type RowAt, tableOf } from './tables.ts';
import { paragraphOf } from './text-paragraph.ts';
import { textRun } from './text-runs.ts';
import type { BriefingContext } from './writing-context.ts';

type Block = Paragraph | Table;

/** Twentieths of a point that a quotation inside of another stands further in. */
const quoteIndent = 567;

const headings: Readonly<Record<number, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  3: 'Heading3',
  4: 'Heading4',
  5: 'Heading5',
  6: 'Heading6',
};

function bulletParagraph(
  item: Item,
  path: PartPath,
  context: BriefingContext,
  lists: Lists,
): Block {
  const content = contentOfPart(path, item.links ?? [], context);
  const options = lists.optionsFor(item);
  return options === null
    ? paragraphOf(
        [textRun(`${item.marker ?? ''}\t`), ...content],
        context.isRightToLeft,
        hangingAt(item),
      )
    : paragraphOf(content, context.isRightToLeft, options);
}

function itemParagraph(item: Item, path: PartPath, context: BriefingContext, lists: Lists): Block {
  if (item.kind === 'bullet') return bulletParagraph(item, path, context, lists);
  lists.end();
  const content = contentOfPart(path, item.links ?? [], context);
  // Code is written from left to right whatever the language.
  if (item.kind === 'code') return paragraphOf(content, false, { style: 'HTMLPreformatted' });
  const indent = { start: quoteIndent * (item.level ?? 1), end: quoteIndent };
  const options = item.kind === 'quote' ? { style: 'Quote', indent } : {};
  return paragraphOf(content, context.isRightToLeft, options);
}

function rowBlocks(
  rows: readonly RowAt[],
  context: BriefingContext,
  lists: Lists,
): readonly Block[] {
  lists.end();
  const columns = columnCount(rows);
  if (columns === null)
    return rows.map(({ path, item }) => itemParagraph(item, path, context, lists));
  // Tables that touch each other would be one.
  return [tableOf(rows, columns, context), paragraphOf([], false, { style: 'TableEnd' })];
}

function itemBlocks(
  { items }: Section,
  section: number,
  context: BriefingContext,
  lists: Lists,
): readonly Block[] {
  const blocks: Block[] = [];
  let rows: RowAt[] = [];
  for (const [index, item] of items.entries()) {
    const path = `sections/${section}/items/${index}`;
    if (item.kind === 'row') rows.push({ path, item });
    if (item.kind !== 'row' || index === items.length - 1) {
      if (rows.length > 0) blocks.push(...rowBlocks(rows, context, lists));
      rows = [];
    }
    if (item.kind !== 'row') blocks.push(itemParagraph(item, path, context, lists));
  }
  return blocks;
}

function headingParagraphs(
  { heading, level }: Section,
  index: number,
  context: BriefingContext,
): readonly Paragraph[] {
  if (heading === null) return [];
  const content = contentOfPart(`sections/${index}/heading`, [], context);
  const options = { heading: headings[level ?? 2] ?? 'Heading2' } as const;
  return [paragraphOf(content, context.isRightToLeft, options)];
}

function sectionBlocks(
  section: Section,
  index: number,
  context: BriefingContext,
  lists: Lists,
): readonly Block[] {
  lists.end();
  // A passage may begin in the heading, so that is written first.
  const heading = headingParagraphs(section, index, context);
  return [...heading, ...itemBlocks(section, index, context, lists)];
}

/** The text of a briefing below its headline and facts, with the marks in place. */
export async function briefingBlocks(
  { dek, figures, sections }: Briefing,
  context: BriefingContext,
  lists: Lists,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  if (dek !== null) {
    const content = contentOfPart('dek', [], context);
    blocks.push(paragraphOf(content, context.isRightToLeft, { style: 'Subtitle' }));
  }
  for (const [index, figure] of figures.entries()) {
    blocks.push(...(await figureParagraphs(figure, index, context)));
  }
  return [
    ...blocks,
    ...sections.flatMap((section, index) => sectionBlocks(section, index, context, lists)),
  ];
}
