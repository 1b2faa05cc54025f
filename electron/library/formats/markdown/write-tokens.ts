import type { Token } from 'markdown-it';
import { localPicture } from '../document-picture.ts';
import type { DocumentWriter } from '../document-writer.ts';

/** The words that a token and what is inside of it hold: a picture's description. */
function wordsIn(tokens: readonly Token[] | null): string {
  return (tokens ?? [])
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return children === null || children.length === 0 ? content : wordsIn(children);
    })
    .join('');
}

function attributeOf(token: Token, name: string): string | null {
  const value = token.attrGet(name);
  return value === null ? null : String(value);
}

function writePicture(writer: DocumentWriter, token: Token): void {
  const description = wordsIn(token.children).trim();
  const title = attributeOf(token, 'title')?.trim() ?? '';
  const words = title === description ? [title] : [description, title];
  writer.picture(localPicture(attributeOf(token, 'src') ?? ''), words.join(' '));
}

function writeInline(writer: DocumentWriter, token: Token): void {
  switch (token.type) {
    case 'link_open':
      writer.openLink(attributeOf(token, 'href'));
      break;
    case 'link_close':
      writer.closeLink();
      break;
    case 'image':
      writePicture(writer, token);
      break;
    case 'softbreak':
      writer.text(' ');
      break;
    case 'hardbreak':
      writer.lineBreak();
      break;
    default:
      writer.text(token.content);
  }
}

function writeCode(writer: DocumentWriter, content: string): void {
  writer.openCode();
  writer.text(content);
  writer.closeCode();
}

type Write = (writer: DocumentWriter, token: Token) => void;

const writeBoundary: Write = (writer) => {
  writer.boundary();
};

const openList: Write = (writer) => {
  writer.openList();
};

const closeList: Write = (writer) => {
  writer.closeList();
};

const openCell: Write = (writer) => {
  writer.openCell();
};

/** What is done at the tokens of blocks; those that are missing say nothing about the document. */
const blockWriters: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['paragraph_open', writeBoundary],
  ['paragraph_close', writeBoundary],
  ['bullet_list_open', openList],
  ['bullet_list_close', closeList],
  ['ordered_list_open', openList],
  ['ordered_list_close', closeList],
  [
    'list_item_open',
    (writer, { info, markup }) => {
      writer.openItem(info === '' ? '•' : info + markup);
    },
  ],
  [
    'list_item_close',
    (writer) => {
      writer.closeItem();
    },
  ],
  [
    'blockquote_open',
    (writer) => {
      writer.openQuote();
    },
  ],
  [
    'blockquote_close',
    (writer) => {
      writer.closeQuote();
    },
  ],
  [
    'heading_open',
    (writer) => {
      writer.openHeading();
    },
  ],
  [
    'heading_close',
    (writer, { tag }) => {
      writer.closeHeading(Number(tag.slice(1)));
    },
  ],
  [
    'tr_open',
    (writer) => {
      writer.openRow();
    },
  ],
  [
    'tr_close',
    (writer) => {
      writer.closeRow();
    },
  ],
  ['th_open', openCell],
  ['td_open', openCell],
  [
    'th_close',
    (writer) => {
      writer.closeCell(true);
    },
  ],
  [
    'td_close',
    (writer) => {
      writer.closeCell(false);
    },
  ],
  [
    'inline',
    (writer, { children }) => {
      for (const child of children ?? []) writeInline(writer, child);
    },
  ],
  [
    'fence',
    (writer, { content }) => {
      writeCode(writer, content);
    },
  ],
  [
    'code_block',
    (writer, { content }) => {
      writeCode(writer, content);
    },
  ],
]);

/** Writes the tokens of a Markdown text as blocks. */
export function writeTokens(writer: DocumentWriter, tokens: readonly Token[]): void {
  for (const token of tokens) blockWriters.get(token.type)?.(writer, token);
}
