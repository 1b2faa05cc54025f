/** Elements that stand in lines of their own. */
const block =
  /^(?:address|article|aside|blockquote|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|title|tr|ul)$/;

/** Elements between which a blank line stands. */
const spaced = /^(?:article|blockquote|dl|figure|h[1-6]|ol|p|pre|section|table|title|ul)$/;

/** Elements whose content is no text. */
const silent = /^(?:head|noscript|script|style|svg|template)$/;

/** Names of characters that word processors and browsers write; others stay as they are. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['bull', '•'],
  ['middot', '·'],
  ['euro', '€'],
  ['pound', '£'],
  ['copy', '©'],
  ['shy', ''],
]);

function decodeNumber(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function decodeCharacters(text: string): string {
  return text.replace(
    /&(?:#(\d{1,8})|#x([0-9a-f]{1,8})|([a-z]{2,8}));/gi,
    (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (decimal !== undefined) return decodeNumber(decimal, 10);
      if (hexadecimal !== undefined) return decodeNumber(hexadecimal, 16);
      return named.get(name?.toLowerCase() ?? '') ?? whole;
    },
  );
}

/** Where the content of a tag ends that is no text, or the end of all. */
function skip(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** Where a comment or a tag that begins at `start` ends, behind its `>`. */
function endOfMarkup(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start);
  const end = html.indexOf(isComment ? '-->' : '>', start);
  if (end === -1) return html.length;
  return end + (isComment ? 3 : 1);
}

/** Puts lines together: white space is one space, and there is at most one blank line. */
class Lines {
  readonly #parts: string[] = [];
  #breaks = 0;
  #isSpaceDue = false;

  /** Adds a text as HTML has it. */
  add(html: string): void {
    if (/^\s/u.test(html)) this.#isSpaceDue = true;
    const text = decodeCharacters(html.replace(/\s+/gu, ' ').trim());
    if (text === '') return;
    if (this.#parts.length > 0) {
      if (this.#breaks > 0) this.#parts.push('\n'.repeat(Math.min(this.#breaks, 2)));
      else if (this.#isSpaceDue) this.#parts.push(' ');
    }
    this.#parts.push(text);
    this.#breaks = 0;
    this.#isSpaceDue = /\s$/u.test(html);
  }

  /** Ends the line, and leaves a blank one where there are to be two breaks. */
  end(breaks: number): void {
    this.#breaks = Math.max(this.#breaks, breaks);
  }

  /** Ends the line where it is broken by hand: two such breaks are a blank line. */
  endByHand(): void {
    this.#breaks += 1;
  }

  get text(): string {
    return this.#parts.join('');
  }
}

function readTag(lines: Lines, name: string): void {
  if (name === 'br') lines.endByHand();
  else if (spaced.test(name)) lines.end(2);
  else if (block.test(name)) lines.end(1);
  else if (name === 'td' || name === 'th') lines.add(' ');
}

/**
 * The text of HTML that another app put on the clipboard, with a line for each block and a blank one
 * between paragraphs. Only for taking text out: the answer is data, and nothing of the HTML runs.
 */
export function textOfHtml(html: string): string {
  const lines = new Lines();
  let position = 0;
  while (position < html.length) {
    const start = html.indexOf('<', position);
    lines.add(html.slice(position, start === -1 ? html.length : start));
    if (start === -1) break;
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(html.slice(start, start + 20))?.[1]?.toLowerCase();
    if (name === undefined && !/^<[!?/]/.test(html.slice(start, start + 2))) {
      lines.add('<');
      position = start + 1;
      continue;
    }
    position = endOfMarkup(html, start);
    if (name === undefined) continue;
    readTag(lines, name);
    if (html[start + 1] !== '/' && silent.test(name)) position = skip(html, position, name);
  }
  return lines.text;
}
