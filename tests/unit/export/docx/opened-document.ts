import { unzipSync } from 'fflate';
import { docxWriter } from '../../../../electron/export/docx/docx-writer.ts';
import type { WritingOptions } from '../../../../electron/export/format-writer.ts';
import type { ExportEntry } from '../../../../electron/shared/export/entry.ts';
import { entrySource } from '../../../support/export/entries.ts';
import { together, writingOptions } from '../../../support/export/written.ts';

/** The bytes of the document of these entries, with their text. */
export async function documentBytes(
  entries: readonly ExportEntry[],
  options: Partial<WritingOptions> = {},
): Promise<Uint8Array> {
  const all = writingOptions({ withText: true, ...options });
  return together(docxWriter(entrySource(entries), all));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescaped(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/**
 * Goes through a part's tags.
 *
 * @throws where the XML is not well formed, or has characters that it may not have.
 */
function checkXml(name: string, xml: string): void {
  const open: string[] = [];
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) throw new Error(`${name} has controls.`);
  const rest = xml
    .replace(/^<\?xml [^?]*\?>/, '')
    .replace(
      /<(\/?)([\w:]+)((?: [\w:]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)(\/?)>/g,
      (_, end: string, tag: string, _attributes, empty: string) => {
        if (end === '' && empty === '') open.push(tag);
        if (end !== '' && open.pop() !== tag) throw new Error(`${name}: </${tag}> ends nothing.`);
        return '';
      },
    );
  if (open.length > 0) throw new Error(`${name}: ${open.join(', ')} not ended.`);
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(rest))
    throw new Error(`${name} is not XML: ${rest}`);
}

/** A paragraph of a document. */
export interface OpenedParagraph {
  readonly style: string;
  readonly text: string;
  /** The words with a colour behind them. */
  readonly shaded: readonly { readonly fill: string; readonly text: string }[];
  readonly xml: string;
}

function textIn(xml: string): string {
  const pieces = xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g);
  return [...pieces]
    .map(([, text, mark]) => unescaped(text ?? (mark === 'tab' ? '\t' : '\n')))
    .join('');
}

function paragraphsIn(xml: string): readonly OpenedParagraph[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="(\w+)"\/>/.exec(paragraph)?.[1] ?? 'Normal',
    text: textIn(paragraph),
    shaded: [...paragraph.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:shd w:fill="(\w+)".*?<\/w:r>/gs)].map(
      ([run, fill = '']) => ({ fill, text: textIn(run) }),
    ),
    xml: paragraph,
  }));
}

/** A comment of a document. */
export interface OpenedComment {
  readonly id: string;
  readonly xml: string;
  readonly paragraphs: readonly string[];
  /** What it is on: the text between its beginning and its end. */
  readonly on: string;
}

/** A document that was written, taken apart without the library that wrote it. */
export interface OpenedDocument {
  readonly parts: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  readonly body: string;
  readonly paragraphs: readonly OpenedParagraph[];
  readonly comments: readonly OpenedComment[];
}

function commentsIn(xml: string, body: string): readonly OpenedComment[] {
  return [...xml.matchAll(/<w:comment .*?<\/w:comment>/gs)].map(([comment]) => {
    const id = / w:id="(\d+)"/.exec(comment)?.[1] ?? '';
    const from = body.split(`<w:commentRangeStart w:id="${id}"/>`);
    const to = from[1]?.split(`<w:commentRangeEnd w:id="${id}"/>`) ?? [];
    if (from.length !== 2 || to.length !== 2) throw new Error(`Comment ${id} has no range.`);
    const paragraphs = paragraphsIn(comment).map(({ text }) => text);
    return { id, xml: comment, paragraphs, on: textIn(to[0] ?? '') };
  });
}

/** Opens a document. @throws where a part is not well-formed XML, or a comment has no range. */
export function openDocument(bytes: Uint8Array): OpenedDocument {
  const files = Object.entries(unzipSync(bytes));
  const parts = new Map(
    files
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, data]) => [name, new TextDecoder('utf-8', { fatal: true }).decode(data)]),
  );
  for (const [name, xml] of parts) checkXml(name, xml);
  const body = parts.get('word/document.xml') ?? '';
  return {
    parts,
    names: files.map(([name]) => name),
    body,
    paragraphs: paragraphsIn(body),
    comments: commentsIn(parts.get('word/comments.xml') ?? '', body),
  };
}

/** The document of these entries, opened. */
export async function openedDocument(
  entries: readonly ExportEntry[],
  options: Partial<WritingOptions> = {},
): Promise<OpenedDocument> {
  return openDocument(await documentBytes(entries, options));
}
