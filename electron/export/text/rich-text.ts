import type { Problem } from '../../shared/model/problem.ts';
import { failure, type Result, success } from '../../shared/result.ts';
import type { EntrySource, WritingOptions } from '../format-writer.ts';
import { blocksOf } from './blocks.ts';
import { plainSeparator, plainText } from './plain-text.ts';
import { htmlOfBlocks, htmlSeparator } from './html-blocks.ts';

/** What the clipboard gets: programs take the form that they can read. */
interface RichText {
  readonly text: string;
  /** A fragment with inline styles, which needs nothing from outside. */
  readonly html: string;
}

/** The most that either form may have, in bytes: programs hang when they are given more. */
const mostBytes = 5_000_000;

const tooLarge: Problem = {
  kind: 'unwritable',
  message:
    'This is too much for the clipboard, which is as it was. Choose fewer briefings, or export them as a file.',
};

/** Briefings with their notes and bookmarks for the clipboard, at most 5 MB in either form. */
export async function richTextOf(
  entries: EntrySource,
  options: WritingOptions,
): Promise<Result<RichText, Problem>> {
  const texts: string[] = [];
  const pages: string[] = [];
  let byteLength = { text: 0, html: 0 };
  for await (const entry of entries()) {
    const blocks = blocksOf(entry, options);
    const text = plainText(blocks);
    const html = htmlOfBlocks(blocks);
    byteLength = {
      text: byteLength.text + Buffer.byteLength(text + plainSeparator),
      html: byteLength.html + Buffer.byteLength(html + htmlSeparator),
    };
    if (Math.max(byteLength.text, byteLength.html) > mostBytes) return failure(tooLarge);
    texts.push(text);
    pages.push(html);
  }
  return success({ text: `${texts.join(plainSeparator)}\n`, html: pages.join(htmlSeparator) });
}
