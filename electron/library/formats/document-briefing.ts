import path from 'node:path';
import type { Briefing, Item, Section, Warning } from '../../shared/model/briefing.ts';
import type { BriefingFile } from './briefing-file.ts';
import { dateOf } from './date.ts';
import type { Block, DocumentFacts } from './document.ts';
import { figuresOf, newestCaption, picturesByNumber, toFigure } from './document-figures.ts';
import { languageOf, languageTag } from './language.ts';

/** How many items of a text tell its language. */
const languageItems = 200;

/** How much of a text's beginning, in items, may state the day that it is of. */
const datedItems = 10;

type Heading = Extract<Block, { kind: 'heading' }>;

/** Letters and digits only, so that quotes, dashes and spaces make no difference. */
export function foldedWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toLowerCase();
}

/**
 * The heading that is the headline: the one that says what the document says of itself, or where it
 * says nothing its first of the highest rank.
 */
function headlineOf(blocks: readonly Block[], stated: string | null): Heading | null {
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (stated === null) return headings.find(({ rank }) => rank === 1) ?? null;
  const folded = foldedWords(stated);
  return headings.find(({ words }) => foldedWords(words.text) === folded) ?? null;
}

function toItem(block: Exclude<Block, { kind: 'heading' | 'figure' }>): Item {
  const { text, links } = block.words;
  const level = 'level' in block && block.level > 1 ? { level: block.level } : {};
  return {
    kind: block.kind,
    text,
    marker: block.kind === 'bullet' ? block.marker : null,
    ...level,
    ...(links.length === 0 ? {} : { links }),
    ...(block.kind === 'row' ? { cells: block.words.cells } : {}),
  };
}

function sectionsOf(blocks: readonly Block[], headline: Heading | null): readonly Section[] {
  const sections: { heading: string | null; items: Item[]; level?: number }[] = [];
  // Beside the headline there are more headings of its rank: all go one down.
  const isShifted = blocks.some(
    (block) => block.kind === 'heading' && block.rank === 1 && block !== headline,
  );
  for (const block of blocks) {
    if (block === headline || block.kind === 'figure') continue;
    if (block.kind === 'heading') {
      const { rank, words } = block;
      const level = Math.min(isShifted ? rank + 1 : rank, 6);
      sections.push({ heading: words.text, items: [], ...(level > 2 ? { level } : {}) });
      continue;
    }
    if (sections.length === 0) sections.push({ heading: null, items: [] });
    sections.at(-1)?.items.push(toItem(block));
  }
  return sections;
}

function warningsOf(hasText: boolean, hasHeadline: boolean): readonly Warning[] {
  if (!hasText) return [{ kind: 'empty', message: 'This file has no text in it.' }];
  if (hasHeadline) return [];
  const message = 'This text has no headline; the file’s name stands in for it.';
  return [{ kind: 'no headline', message }];
}

/**
 * Makes a briefing of a document's blocks. Every text of a block is in it once.
 *
 * @param warnings of what was read before; they come after those about the text.
 */
export function toBriefing(
  blocks: readonly Block[],
  facts: DocumentFacts,
  file: BriefingFile,
  warnings: readonly Warning[] = [],
): Briefing {
  const heading = headlineOf(blocks, facts.headline);
  const headline = heading?.words.text ?? facts.headline;
  const sections = sectionsOf(blocks, heading);
  const figures = figuresOf(blocks);
  const newest = newestCaption(figures);
  const texts = sections.flatMap(({ items }) => items.map(({ text }) => text));
  const date = dateOf({
    frontMatter: facts.date,
    fileName: file.fileName,
    newestCaption: newest,
    texts: texts.slice(0, datedItems),
    modifiedAt: file.modifiedAt,
  });
  const pictures = picturesByNumber(file.pictures);
  const reference = newest?.day ?? date?.value ?? null;
  const sample = [headline ?? '', ...texts.slice(0, languageItems)].join('\n');
  const hasText = headline !== null || sections.length + figures.length > 0;
  return {
    headline: headline ?? path.parse(file.fileName).name,
    dek: null,
    figures: figures.map(({ caption, picture }, index) =>
      toFigure({ caption, picture: picture ?? pictures.get(index + 1) ?? null }, reference),
    ),
    sections,
    source: facts.source,
    date,
    language: languageTag(facts.language) ?? languageOf(sample),
    furniture: facts.furniture,
    warnings: [...warningsOf(hasText, headline !== null), ...warnings],
  };
}
