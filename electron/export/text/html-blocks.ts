import { inOneLine } from '../../shared/export/in-one-line.ts';
import type { Color } from '../../shared/model/annotation.ts';
import { type Markup, markup } from '../html/markup.ts';
import { noteText } from '../html/note-text.ts';
import type { Block, NoteBlock, WordsBlock } from './blocks.ts';
import { highlightColors } from '../../shared/export/highlight-colors.ts';
import type { MarkedWords } from './marked-words.ts';

/** Styles that Word, mail programs and Google Docs keep when they paste. */
const gray = 'color:#555555';
const quoteStyle = 'margin:0 0 6pt 18pt;padding-left:8pt;border-left:2pt solid #bbbbbb';
const codeStyle = 'font-family:Consolas,Menlo,monospace;white-space:pre-wrap';

function highlighted(text: Markup, color: Color | null): Markup {
  if (color === null) return text;
  return markup`<span style="background-color:${highlightColors[color]}">${text}</span>`;
}

/** Line feeds as line breaks, and tabs as space that programs do not fold. */
function lines(text: string): Markup {
  const rows = text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((row) => row.replaceAll('\t', '\u2003'));
  return markup`${rows.map((row, index) => (index === 0 ? markup`${row}` : markup`<br>${row}`))}`;
}

function wordsOf(words: readonly MarkedWords[]): Markup {
  return markup`${words.map(({ text, color, numbers }) => [
    highlighted(lines(text), color),
    numbers.map((number) => markup`<sup>[${number}]</sup>`),
  ])}`;
}

/** A block with a margin in steps of how deep it stands. */
function inset(level: number, content: Markup): Markup {
  return markup`<p dir="auto" style="margin:0 0 4pt ${18 * (level - 1)}pt">${content}</p>`;
}

function htmlOfWords({ form, words, lead, level }: WordsBlock): Markup {
  const content = wordsOf(words);
  switch (form) {
    case 'headline':
      return markup`<h1 dir="auto" style="font-size:18pt">${content}</h1>`;
    case 'heading':
      return markup`<h2 dir="auto" style="font-size:14pt">${content}</h2>`;
    case 'dek':
      return markup`<p dir="auto"><i>${content}</i></p>`;
    case 'figure':
      return markup`<p dir="auto" style="${gray}">${lead}${content}</p>`;
    case 'quote':
      return markup`<blockquote dir="auto" style="${quoteStyle}">${content}</blockquote>`;
    case 'code':
      return markup`<pre style="${codeStyle}">${content}</pre>`;
    case 'bullet':
      return inset(level + 1, markup`${lead}${content}`);
    case 'paragraph':
    case 'row':
      return inset(1, content);
  }
}

function quoteOf({ quote, color }: NoteBlock): Markup | null {
  if (quote === '') return null;
  return markup`<blockquote dir="auto" style="${quoteStyle}">${highlighted(lines(`“${quote}”`), color)}</blockquote>`;
}

function htmlOfNote(block: NoteBlock): Markup {
  const { number, place, details, credit, note } = block;
  const facts = details.map((detail) => ` · ${detail}`);
  return markup`<p dir="auto" style="margin:10pt 0 4pt 0"><b>[${number}] ${place}</b><span style="${gray}">${facts}</span></p>${quoteOf(block)}${
    credit === '' ? null : markup`<p style="${gray}">Credit: ${credit}</p>`
  }${note === '' ? null : noteText(note)}`;
}

function htmlOf(block: Block): Markup {
  switch (block.kind) {
    case 'words':
      return htmlOfWords(block);
    case 'note':
      return htmlOfNote(block);
    case 'fact':
      return markup`<p dir="auto" style="margin:0;${gray}">${block.name}: ${block.value}</p>`;
    case 'title':
      return markup`<h2 style="font-size:14pt">${block.text}</h2>`;
    case 'bookmark':
      return markup`<p dir="auto" style="margin:0 0 4pt 0"><b>${block.place}</b> · ${block.time}${
        block.quote === '' ? null : `: “${inOneLine(block.quote)}”`
      }</p>`;
  }
}

/** What stands between two briefings. */
export const htmlSeparator = '<hr>';

/** Blocks as an HTML fragment with inline styles only. All that is not the reader's note is escaped. */
export function htmlOfBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => htmlOf(block).html).join('\n');
}
