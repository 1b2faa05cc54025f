import type { Briefing, Warning } from '../../../shared/model/briefing.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { BriefingFile } from '../briefing-file.ts';
import type { Block, DocumentFacts } from '../document.ts';
import { foldedWords, toBriefing } from '../document-briefing.ts';
import { decodingWarnings } from '../document-warnings.ts';
import { DocumentWriter } from '../document-writer.ts';
import { findArticle } from './article.ts';
import { decodePage } from './decode-page.ts';
import { openPage } from './open-page.ts';
import { type PageFacts, readFacts } from './page-facts.ts';
import { pageHeadline } from './page-headline.ts';
import type { PageNode } from './page-node.ts';
import { PagePictures } from './page-pictures.ts';
import { writePage } from './write-page.ts';

/** Larger or deeper pages are shown as a whole: to look for their article would take too long. */
const searchedPage = { elements: 20_000, depth: 400 } as const;

interface ReadPage {
  readonly blocks: readonly Block[];
  readonly pictures: readonly Uint8Array[];
}

interface ReadHtml extends ReadPage {
  readonly facts: DocumentFacts;
  readonly warnings: readonly Warning[];
}

function readBlocks(root: PageNode): ReadPage {
  const writer = new DocumentWriter();
  const pictures = new PagePictures();
  writePage(root, writer, pictures);
  return { blocks: writer.finish(), pictures: pictures.embedded };
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'figure' ? '' : block.words.text)).join('\n');
}

function toFacts(facts: PageFacts, byline: string | null, blocks: readonly Block[]): DocumentFacts {
  const line = (byline ?? facts.author ?? '').replace(/\s+/g, ' ').trim();
  const isShown = line === '' || foldedWords(textOf(blocks)).includes(foldedWords(line));
  return {
    headline: pageHeadline(facts),
    source: facts.source,
    date: facts.published,
    language: facts.language,
    furniture: isShown ? [] : [line],
  };
}

/** How much of a page's text its article has at least; what has less was mistaken for one. */
const leastShare = 0.1;

/** How many letters and digits there are. */
function lengthOf(blocks: readonly Block[]): number {
  return foldedWords(textOf(blocks)).length;
}

/** What the library takes out of an article, and is shown all the same. */
function lengthBeside({ blocks, facts }: Omit<ReadHtml, 'warnings'>): number {
  const { headline, furniture } = facts;
  const folded = foldedWords(headline ?? '');
  const isInside = blocks.some(
    (block) => block.kind === 'heading' && foldedWords(block.words.text) === folded,
  );
  return foldedWords(furniture.join(' ')).length + (isInside ? 0 : folded.length);
}

function leftOut(whole: readonly Block[], read: Omit<ReadHtml, 'warnings'>): readonly Warning[] {
  const message =
    'Only the article of this page is shown; menus and what else stands around it are left out.';
  const isLess = lengthOf(read.blocks) + lengthBeside(read) < lengthOf(whole);
  return isLess ? [{ kind: 'left out', message }] : [];
}

/** The page's article with what is known of it; `null` where none is found. */
function readArticle(
  page: PageNode,
  facts: PageFacts,
  whole: readonly Block[],
): Omit<ReadHtml, 'warnings'> | null {
  const isSearched =
    facts.hasSurroundings &&
    facts.elementCount <= searchedPage.elements &&
    facts.depth <= searchedPage.depth;
  const article = isSearched ? findArticle(page) : null;
  if (article === null) return null;
  const read = readBlocks(article.content);
  const length = lengthOf(read.blocks);
  if (length === 0 || length < lengthOf(whole) * leastShare) return null;
  return { ...read, facts: toFacts(facts, article.byline, read.blocks) };
}

function readHtml(html: string): ReadHtml {
  const page = openPage(html);
  const facts = readFacts(page);
  const whole = readBlocks(page);
  const article = readArticle(page, facts, whole.blocks);
  return article === null
    ? { ...whole, facts: toFacts(facts, null, whole.blocks), warnings: [] }
    : { ...article, warnings: leftOut(whole.blocks, article) };
}

function parse(file: BriefingFile): Result<Briefing, Problem> {
  const decoded = decodePage(file.bytes);
  if (decoded.binary) {
    return failure({ kind: 'unreadable', message: `${file.fileName} is not a text file.` });
  }
  const { blocks, facts, warnings } = readHtml(decoded.text);
  return success(toBriefing(blocks, facts, file, [...warnings, ...decodingWarnings(decoded)]));
}

/**
 * Parses a saved page: its article, or where that cannot be told from what stands around it all
 * that it shows.
 */
export function parseHtml(file: BriefingFile): Promise<Result<Briefing, Problem>> {
  return Promise.resolve(parse(file));
}

/** The picture with that number, from 0, of those that the page has inside; `null` for none. */
export function pictureInHtml(file: BriefingFile, number: number): Promise<Uint8Array | null> {
  const decoded = decodePage(file.bytes);
  return Promise.resolve(decoded.binary ? null : (readHtml(decoded.text).pictures[number] ?? null));
}
