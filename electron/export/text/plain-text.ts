import type { EntrySource, FormatWriter, WritingOptions } from '../format-writer.ts';
import { inOneLine } from '../../shared/export/in-one-line.ts';
import { type Block, blocksOf, type NoteBlock, type WordsBlock } from './blocks.ts';
import type { MarkedWords } from './marked-words.ts';

/** Controls, which can command a terminal that shows the text. */
const controls = /[^\P{Cc}\n\t]/gu;

/** Text with line feeds and tabs as its only controls. */
function plain(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(controls, '');
}

/** A number in brackets stands behind the last words of its note. */
function wordsOf(words: readonly MarkedWords[]): string {
  return words
    .map(({ text, numbers }) => text + numbers.map((number) => ` [${number}]`).join(''))
    .join('');
}

function indent(text: string, by: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');
}

function plainWords({ form, words, lead, level }: WordsBlock): string {
  const text = plain(wordsOf(words));
  switch (form) {
    case 'code':
      return indent(text, '    ');
    case 'quote':
      return indent(inOneLine(text), '> '.repeat(level));
    case 'bullet':
      return '  '.repeat(level - 1) + lead + inOneLine(text);
    case 'row':
      return text;
    default:
      return lead + inOneLine(text);
  }
}

function plainNote({ number, place, details, quote, credit, note }: NoteBlock): string {
  return [
    [`[${number}] ${place}`, ...details].join(' · '),
    ...(quote === '' ? [] : [`“${plain(quote)}”`]),
    ...(credit === '' ? [] : [`Credit: ${credit}`]),
    ...(note === '' ? [] : [plain(note)]),
  ].join('\n');
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'words':
      return plainWords(block);
    case 'note':
      return plainNote(block);
    case 'fact':
      return `${block.name}: ${block.value}`;
    case 'title':
      return block.text;
    case 'bookmark': {
      const quote = block.quote === '' ? '' : `: “${block.quote}”`;
      return `${block.place} · ${block.time}${quote}`;
    }
  }
}

/** Whether two blocks follow each other without an empty line: those of a list or a table. */
function isTogether(one: Block, other: Block): boolean {
  if (one.kind !== 'words' || other.kind !== 'words') {
    return one.kind === other.kind && ['fact', 'bookmark'].includes(one.kind);
  }
  return one.form === other.form && ['bullet', 'row', 'figure'].includes(one.form);
}

/** Blocks as text for people. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      if (before === undefined) return plainBlock(block);
      return (isTogether(before, block) ? '\n' : '\n\n') + plainBlock(block);
    })
    .join('');
}

/** What stands between two briefings. */
export const plainSeparator = '\n\n* * *\n\n';

/**
 * Briefings with their notes and bookmarks as plain text for people. Lines are as long as they are.
 * Numbers in brackets lead from the text to the notes.
 */
export const textWriter: FormatWriter = async function* writeText(
  entries: EntrySource,
  options: WritingOptions,
) {
  let before = '';
  for await (const entry of entries()) {
    yield before + plainText(blocksOf(entry, options));
    before = plainSeparator;
  }
  yield '\n';
};
