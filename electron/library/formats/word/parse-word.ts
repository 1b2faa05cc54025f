import type { Briefing, Warning } from '../../../shared/model/briefing.ts';
import type { Problem } from '../../../shared/model/problem.ts';
import { failure, type Result, success } from '../../../shared/result.ts';
import type { BriefingFile } from '../briefing-file.ts';
import { dateOf } from '../date.ts';
import type { Block, DocumentFacts } from '../document.ts';
import { toBriefing } from '../document-briefing.ts';
import { DocumentWriter } from '../document-writer.ts';
import { openPage } from '../html/open-page.ts';
import type { Pictures } from '../html/page-pictures.ts';
import { writePage } from '../html/write-page.ts';
import { type CoreProperties, coreProperties } from './core-properties.ts';
import { runningLines } from './running-lines.ts';
import { toPage } from './to-page.ts';
import { unpackWord, type WordParts } from './word-parts.ts';

/** Titles that programs put there by themselves. */
const noTitle =
  /^(?:microsoft \w+ - |untitled|document ?\d*$|dokument ?\d*$)|\.(?:docx?|dotx?|rtf|odt)$/i;

interface ReadWord {
  readonly blocks: readonly Block[];
  readonly hasTitle: boolean;
  readonly pictures: readonly Uint8Array[];
  /** How many pictures are of a kind that is not shown. */
  readonly unshown: number;
}

/** Numbers pictures in the order of the text, whatever the order in which they were unpacked. */
class WordPictures implements Pictures {
  readonly #bytes: ReadonlyMap<string, Uint8Array>;
  readonly found: Uint8Array[] = [];

  constructor(bytes: ReadonlyMap<string, Uint8Array>) {
    this.#bytes = bytes;
  }

  referenceOf(address: string): string | null {
    const bytes = this.#bytes.get(address);
    if (bytes === undefined) return null;
    this.found.push(bytes);
    return `embedded:${this.found.length - 1}`;
  }
}

async function readWord(parts: WordParts): Promise<ReadWord> {
  const page = await toPage(parts);
  const pictures = new WordPictures(page.pictures);
  const writer = new DocumentWriter();
  writePage(openPage(page.html), writer, pictures);
  const images = page.html.match(/<img /g)?.length ?? 0;
  return {
    blocks: writer.finish(),
    hasTitle: page.html.includes('<h1 class="title">'),
    pictures: pictures.found,
    unshown: images - pictures.found.length,
  };
}

/** A day in the file's name is the text's; the day on which a file was made may be another's. */
function createdDay({ created }: CoreProperties, file: BriefingFile): string | null {
  const { fileName, modifiedAt } = file;
  const named = dateOf({ frontMatter: null, fileName, newestCaption: null, texts: [], modifiedAt });
  return named?.provenance === 'file name' ? null : created;
}

/** A title in the text or its only heading of the first rank comes before what the file says. */
function statedHeadline({ blocks, hasTitle }: ReadWord, { title }: CoreProperties): string | null {
  const main = blocks.filter((block) => block.kind === 'heading' && block.rank === 1);
  if (hasTitle || main.length === 1) return null;
  return title === null || noTitle.test(title) ? null : title;
}

function leftOut({ unshown }: ReadWord): readonly Warning[] {
  if (unshown === 0) return [];
  const message = `Pictures that are no JPEG, PNG, WebP or GIF, or lie outside of the file, are left out: ${unshown}.`;
  return [{ kind: 'left out', message }];
}

async function parse(parts: WordParts, file: BriefingFile): Promise<Briefing> {
  const read = await readWord(parts);
  const properties = coreProperties(parts);
  const author = properties.creator === null ? [] : [properties.creator];
  const facts: DocumentFacts = {
    headline: statedHeadline(read, properties),
    source: null,
    date: createdDay(properties, file),
    language: properties.language,
    furniture: [...author, ...runningLines(parts)],
  };
  return toBriefing(read.blocks, facts, file, leftOut(read));
}

function refused({ fileName }: BriefingFile, reason: string): Result<never, Problem> {
  return failure({ kind: 'unreadable', message: `${fileName} cannot be read. ${reason}` });
}

/** Parses a Word document. Never throws. */
export async function parseWord(file: BriefingFile): Promise<Result<Briefing, Problem>> {
  const parts = unpackWord(file.bytes);
  if (!parts.ok) return refused(file, parts.problem);
  try {
    return success(await parse(parts.value, file));
  } catch {
    return refused(file, 'It is damaged, or no Word document.');
  }
}

/** The picture with that number, from 0, of those in a Word document; `null` for none. */
export async function pictureInWord(
  file: BriefingFile,
  number: number,
): Promise<Uint8Array | null> {
  const parts = unpackWord(file.bytes);
  if (!parts.ok) return null;
  const { pictures } = await readWord(parts.value);
  return pictures[number] ?? null;
}
