import type { LinkStretch, PageLine } from './page-lines.ts';

/** A text put together from lines. */
export interface JoinedText {
  readonly text: string;
  readonly links: readonly LinkStretch[];
}

const brokenEnd = /([\p{L}\p{M}\p{N}]+)[-\u2010\u00ad]$/u;
const continuedStart = /^\p{Ll}[\p{L}\p{M}]*/u;

/** The words of a document, to tell a hyphen at the end of a line from one that is part of a word. */
export class WordsOf {
  readonly #words = new Set<string>();

  constructor(lines: readonly PageLine[]) {
    for (const { text } of lines) {
      for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu)) {
        this.#words.add(word.toLowerCase());
      }
    }
  }

  /** Whether two halves are written with a hyphen and not without one elsewhere. */
  areHyphenated(first: string, second: string): boolean {
    const isKnown = this.#words.has(`${first}-${second}`.toLowerCase());
    return isKnown && !this.#words.has((first + second).toLowerCase());
  }
}

/** How many code units of a line's end go, and what comes in their place before the next line. */
function seam(end: string, start: string, words: WordsOf): { cut: number; between: string } {
  const first = brokenEnd.exec(end)?.[1];
  const second = continuedStart.exec(start)?.[0];
  if (first === undefined)
    return { cut: 0, between: /[-\u2010\u2013\u2014/]$/.test(end) ? '' : ' ' };
  if (end.endsWith('\u00ad')) return { cut: 1, between: '' };
  if (second === undefined || words.areHyphenated(first, second)) return { cut: 0, between: '' };
  return { cut: 1, between: '' };
}

/** Letters of scripts without spaces between words. */
const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;

function between(end: string, start: string, words: WordsOf): { cut: number; between: string } {
  const isSpaceless = spaceless.test(end.slice(-1)) && spaceless.test(start.slice(0, 1));
  return isSpaceless ? { cut: 0, between: '' } : seam(end, start, words);
}

/** Puts the lines of a paragraph together; words that were broken at line ends become whole. */
export function joinLines(lines: readonly PageLine[], words: WordsOf): JoinedText {
  let text = '';
  const links: LinkStretch[] = [];
  for (const line of lines) {
    const trimmed = line.text.trim();
    const lead = line.text.length - line.text.trimStart().length;
    if (text !== '') {
      const { cut, between: space } = between(text, trimmed, words);
      text = text.slice(0, text.length - cut) + space;
    }
    const shift = text.length - lead;
    text += trimmed;
    for (const { start, end, target } of line.links) {
      const last = links.at(-1);
      const from = Math.max(start + shift, last?.end ?? 0);
      const to = Math.min(end + shift, text.length);
      if (to > from) links.push({ start: from, end: to, target });
    }
  }
  // A link that ended with a hyphen that went is one shorter.
  return { text, links: links.map((link) => ({ ...link, end: Math.min(link.end, text.length) })) };
}
