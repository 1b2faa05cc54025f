import type { Link } from '../../shared/model/briefing.ts';
import type { Words } from './document.ts';

/** What is shown as one space. A no-break space is none of it. */
const whiteSpace = /[\t\n\v\f\r \u0085\u2028\u2029]+/g;

/** Puts a text together from pieces; white space collapses across them, as a browser does it. */
export class WordsBuilder {
  #text = '';
  #links: Link[] = [];
  /** Of the text, which is not asked itself: that would put its pieces together each time. */
  #lastUnit = '';
  #isBlank = true;

  /** @param target where the words lead; `null` for nowhere. */
  add(piece: string, target: string | null): void {
    const isOpen = this.#lastUnit !== '' && this.#lastUnit !== ' ';
    const collapsed = piece.replace(whiteSpace, ' ');
    this.#append(isOpen ? collapsed : collapsed.replace(/^ /, ''), target);
  }

  /** Adds preformatted text, whose white space stays. */
  addVerbatim(piece: string, target: string | null): void {
    this.#append(piece.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'), target);
  }

  /** Ends a line of preformatted text, if one has begun. */
  endLine(): void {
    if (this.#lastUnit !== '' && this.#lastUnit !== '\n') this.#append('\n', null);
  }

  get isBlank(): boolean {
    return this.#isBlank;
  }

  /** The words without the white space around them. The builder is empty then. */
  take(): Words {
    const end = this.#text.trimEnd().length;
    const start = end - this.#text.slice(0, end).trimStart().length;
    return this.#cut(start, end);
  }

  /** The lines without blank ones before and after them. The builder is empty then. */
  takeLines(): Words {
    const end = this.#text.trimEnd().length;
    const start = /^(?:[^\S\n]*\n)*/.exec(this.#text)?.[0].length ?? 0;
    return this.#cut(Math.min(start, end), end);
  }

  #append(text: string, target: string | null): void {
    if (text === '') return;
    const start = this.#text.length;
    this.#text += text;
    this.#lastUnit = text.slice(-1);
    this.#isBlank &&= text.trim() === '';
    if (target === null) return;
    const last = this.#links.at(-1);
    if (last?.end === start && last.target === target) this.#links.pop();
    const from = last?.end === start && last.target === target ? last.start : start;
    this.#links.push({ start: from, end: this.#text.length, target });
  }

  #cut(start: number, end: number): Words {
    const text = this.#text.slice(start, end);
    const links = this.#links.flatMap((link) => trimmedLink(text, link, start));
    this.#text = '';
    this.#links = [];
    this.#lastUnit = '';
    this.#isBlank = true;
    return { text, links };
  }
}

/** The link in a text that begins at `shift`, without white space at its ends; none if that is all. */
function trimmedLink(text: string, { start, end, target }: Link, shift: number): readonly Link[] {
  const from = Math.max(start - shift, 0);
  const words = text.slice(from, Math.max(from, Math.min(end - shift, text.length)));
  const length = words.trim().length;
  if (length === 0) return [];
  const first = from + words.length - words.trimStart().length;
  return [{ start: first, end: first + length, target }];
}

/** Puts words one after the other, `between` between two. */
export function joinWords(parts: readonly Words[], between: string): Words {
  let text = '';
  const links: Link[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0) text += between;
    for (const { start, end, target } of part.links) {
      links.push({ start: start + text.length, end: end + text.length, target });
    }
    text += part.text;
  }
  return { text, links };
}
