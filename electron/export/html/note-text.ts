import createMarkdown, { type Token } from 'markdown-it';
import { Markup, markup } from './markup.ts';
import { linkedWords, shownTarget } from './shown-link.ts';

/** Read as the app shows notes: HTML in them is text, and a line end is one. */
const markdown = new createMarkdown({ html: false, linkify: false, breaks: true });
// Addresses are shown whatever they are; what can be followed is decided where they are written.
markdown.validateLink = () => true;

/** Elements that are written as they are named. */
const elements: ReadonlySet<string> = new Set([
  ...['p', 'em', 'strong', 's', 'blockquote', 'ul', 'ol', 'li'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '');
}

function openElement(token: Token): Markup | null {
  // A note is no part of the document's outline.
  if (token.type === 'heading_open') return markup`<p class="note-heading">`;
  if (token.type === 'ordered_list_open') {
    return markup`<ol start="${Number(token.attrGet('start') ?? 1)}">`;
  }
  return elements.has(token.tag) ? Markup.stated(`<${token.tag}>`) : null;
}

function closeElement(token: Token): Markup | null {
  if (token.type === 'heading_close') return markup`</p>`;
  return elements.has(token.tag) ? Markup.stated(`</${token.tag}>`) : null;
}

function leaf(token: Token): Markup {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return markup`<br>`;
    case 'hr':
      return markup`<hr>`;
    case 'code_inline':
      return markup`<code>${token.content}</code>`;
    case 'fence':
    case 'code_block':
      return markup`<pre><code>${token.content}</code></pre>`;
    case 'image':
      return markup`${token.content}${shownTarget(token.content, attributeOf(token, 'src'))}`;
    default:
      return markup`${token.content}`;
  }
}

interface WrittenTokens {
  readonly written: Markup;
  /** The index of the first token that is not in it. */
  readonly next: number;
}

/** The plain words of tokens. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ content }) => content).join('');
}

/** Writes the tokens of a line up to the end of the link that begins before `start`, or all. */
function writeInline(tokens: readonly Token[], start: number): WrittenTokens {
  const pieces: Markup[] = [];
  let index = start;
  for (let token = tokens[index]; token !== undefined; token = tokens[index]) {
    index += 1;
    if (token.type === 'link_close') break;
    if (token.type === 'link_open') {
      const { written, next } = writeInline(tokens, index);
      const words = wordsOf(tokens.slice(index, next));
      const target = attributeOf(token, 'href');
      pieces.push(linkedWords(written, target), markup`${shownTarget(words, target)}`);
      index = next;
    } else pieces.push(writeToken(token));
  }
  return { written: markup`${pieces}`, next: index };
}

function writeToken(token: Token): Markup {
  if (token.type === 'inline') return writeInline(token.children ?? [], 0).written;
  if (token.hidden) return markup``;
  if (token.nesting === 1) return markup`${openElement(token)}`;
  return token.nesting === -1 ? markup`${closeElement(token)}` : leaf(token);
}

/**
 * A reader's note, which is Markdown (CommonMark with tables), as HTML: structure and emphasis, no
 * pictures, and only such links as the app would open.
 */
export function noteText(note: string): Markup {
  return markup`<div class="note-text" dir="auto">${markdown.parse(note, {}).map(writeToken)}</div>`;
}
