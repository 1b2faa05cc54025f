import path from 'node:path';
import type {
  Briefing,
  BriefingDate,
  Item,
  Section,
  Warning,
} from '../../../shared/model/briefing.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { BriefingFile } from '../briefing-file.ts';
import { isoDay } from '../calendar.ts';
import { dateOf } from '../date.ts';
import { languageOf, languageTag } from '../language.ts';
import { splitBullet } from '../line-kind.ts';
import { joinLines, WordsOf } from './join-lines.ts';
import { openPdf, type PdfContents } from './open-pdf.ts';
import { bodySizeOf, type PageBlock, toBlocks } from './page-blocks.ts';
import { splitRunningLines } from './running-lines.ts';

/** How much of a first page is looked at for a headline, in blocks. */
const headlineBlocks = 4;

/** Titles that programs put there by themselves. */
const noTitle =
  /^(?:microsoft \w+ - |untitled|document\d*$|print(?:out)?$)|\.(?:docx?|indd|pdf|rtf|odt|html?)$/i;

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{P}]+/gu, '')
    .toLowerCase();
}

interface Headline {
  readonly text: string;
  /** The block on the first page that says it. */
  readonly block: PageBlock | null;
}

/** The largest heading at the top of the first page, else the file's title, else its name. */
function headlineOf(
  blocks: readonly PageBlock[],
  title: string | null,
  words: WordsOf,
  fileName: string,
): Headline {
  const top = blocks.slice(0, headlineBlocks).filter(({ kind }) => kind === 'heading');
  const [largest] = top.toSorted((one, other) => other.size - one.size);
  if (largest !== undefined) return { text: joinLines(largest.lines, words).text, block: largest };
  if (title === null || noTitle.test(title))
    return { text: path.parse(fileName).name, block: null };
  const said = blocks[0];
  const isSaid = said !== undefined && fold(joinLines(said.lines, words).text) === fold(title);
  return { text: title.replace(/\s+/g, ' '), block: isSaid ? said : null };
}

function toItem(block: PageBlock, words: WordsOf): Item {
  const { text, links } = joinLines(block.lines, words);
  const bullet = splitBullet(text);
  const shift = bullet === null ? 0 : text.length - bullet.text.length;
  const moved = links
    .map(({ start, end, target }) => ({ start: start - shift, end: end - shift, target }))
    .filter(({ start }) => start >= 0);
  return {
    kind: bullet === null ? 'paragraph' : 'bullet',
    text: bullet?.text ?? text,
    marker: bullet?.marker ?? null,
    ...(moved.length === 0 ? {} : { links: moved }),
  };
}

/** The ranks of headings by their sizes, the largest first. */
function levelsOf(pages: readonly (readonly PageBlock[])[]): ReadonlyMap<number, number> {
  const sizes = pages.flat().flatMap(({ kind, size }) => (kind === 'heading' ? [size] : []));
  const sorted = [...new Set(sizes)].toSorted((one, other) => other - one);
  return new Map(sorted.map((size, index) => [size, Math.min(index + 2, 6)]));
}

function sectionsOf(
  pages: readonly (readonly PageBlock[])[],
  headline: PageBlock | null,
  words: WordsOf,
): readonly Section[] {
  const rest = pages.map((blocks) => blocks.filter((block) => block !== headline));
  const levels = levelsOf(rest);
  return rest.flatMap((blocks, index) => {
    const page = index + 1;
    const sections: { heading: string | null; level?: number; page: number; items: Item[] }[] = [];
    for (const block of blocks) {
      if (block.kind === 'heading') {
        const level = levels.get(block.size) ?? 2;
        const heading = joinLines(block.lines, words).text;
        sections.push({ heading, page, items: [], ...(level === 2 ? {} : { level }) });
        continue;
      }
      if (sections.length === 0) sections.push({ heading: null, page, items: [] });
      sections.at(-1)?.items.push(toItem(block, words));
    }
    return sections;
  });
}

/** The day of the file name, else that on which the file says it was made, else its time of change. */
function toDate(created: string | null, file: BriefingFile): BriefingDate | null {
  const { fileName, modifiedAt } = file;
  const named = dateOf({ frontMatter: null, fileName, newestCaption: null, texts: [], modifiedAt });
  if (named?.provenance === 'file name' || created === null) return named;
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(created) ?? [];
  const value = year === undefined ? null : isoDay(Number(year), Number(month), Number(day));
  return value === null ? named : { value, provenance: 'front matter', evidence: created };
}

function warningsOf(sections: readonly Section[], pageCount: number): readonly Warning[] {
  const read = new Set(sections.map(({ page }) => page)).size;
  if (read === 0) {
    const message =
      'This PDF has no text, only pictures of its pages. Open it in another program, or have its text recognised.';
    return [{ kind: 'empty', message }];
  }
  const missing = pageCount - read;
  if (missing === 0) return [];
  const message = `${missing} of its ${pageCount} pages have no text; pictures of pages are not shown.`;
  return [{ kind: 'left out', message }];
}

function toBriefing(contents: PdfContents, file: BriefingFile): Briefing {
  const { pages, running } = splitRunningLines(contents.pages);
  const lines = pages.flat();
  const words = new WordsOf(lines);
  const bodySize = bodySizeOf(lines);
  const blocks = pages.map((page) => toBlocks(page, bodySize));
  const headline = headlineOf(blocks[0] ?? [], contents.title, words, file.fileName);
  const sections = sectionsOf(blocks, headline.block, words);
  const isOnlyHeadline = sections.length === 0 && headline.block !== null;
  return {
    headline: headline.text,
    dek: null,
    figures: [],
    sections,
    source: null,
    date: toDate(contents.created, file),
    language:
      languageTag(contents.language) ?? languageOf(lines.map(({ text }) => text).join('\n')),
    furniture: running,
    warnings: isOnlyHeadline ? [] : warningsOf(sections, contents.pages.length),
  };
}

function problemOf(error: unknown, fileName: string): Problem {
  const name = error instanceof Error ? error.name : '';
  const reason =
    name === 'PasswordException'
      ? 'It is protected by a password. Save a copy without one.'
      : 'It is damaged, or no PDF.';
  return { kind: 'unreadable', message: `${fileName} cannot be read. ${reason}` };
}

/** Parses a PDF: its text, page by page. Never throws. */
export async function parsePdf(file: BriefingFile): Promise<Result<Briefing, Problem>> {
  try {
    return success(toBriefing(await openPdf(file.bytes), file));
  } catch (error) {
    return failure(problemOf(error, file.fileName));
  }
}
