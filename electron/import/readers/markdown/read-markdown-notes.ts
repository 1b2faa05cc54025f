import { failure, success } from '../../../shared/result.ts';
import type { ImportedMark, ImportReader, RefusedItem } from '../../imported-mark.ts';
import { mostMarks } from '../limits.ts';
import { tooManyMarks, unreadable } from '../unreadable.ts';
import { excerptOf } from '../values/excerpt.ts';
import { readItem } from './read-item.ts';
import { splitItems, type WrittenItem } from './split-items.ts';

/** What only the notes of this app have: their headings, and the first line of an item. */
const sign = /^(?:## (?:Notes|Bookmarks)\s*|- \*\*[^*\n].*|No notes and no bookmarks\.)$/m;

/** Whether a text is notes that this app wrote as Markdown. */
export function isMarkdownNotes(text: string): boolean {
  return sign.test(text);
}

function nameOf({ label, lines }: WrittenItem): string {
  return excerptOf([label?.place ?? '', ...lines.slice(0, 100)].join(' '));
}

/**
 * Reads notes that this app wrote as Markdown, whatever was done to them in an editor. An item needs
 * its first line, `- **place** · …`; what it quotes and what its note says is what stands under it,
 * indented. Times are those of the last change, to the minute.
 */
export const readMarkdownNotes: ImportReader = (text) => {
  if (!isMarkdownNotes(text)) {
    return failure(unreadable('There are no notes of this app in this text.'));
  }
  const items = splitItems(text);
  if (items.length > mostMarks) return failure(tooManyMarks);
  const marks: ImportedMark[] = [];
  const refused: RefusedItem[] = [];
  for (const item of items) {
    const mark = readItem(item);
    if (mark.ok) marks.push(mark.value);
    else refused.push({ excerpt: nameOf(item), reason: mark.problem });
  }
  return success({ marks, refused });
};
