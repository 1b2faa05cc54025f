import { fold } from './fold.ts';

/** What a character is to the index; 0 is one that was not asked for yet. */
const unknown = 0;
const separator = 1;
const word = 2;
const mark = 3;
const lone = 4;

/**
 * Letters of scripts that put no spaces between words. Iteration and length marks (`々`, `ー`) are
 * among them.
 */
const lonePattern = /^[[\p{L}\p{N}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]$/v;
const markPattern = /^\p{M}$/u;
/** Letters, digits, and characters of private fonts. */
const wordPattern = /^[\p{L}\p{N}\p{Co}]$/u;

function classify(character: string): number {
  if (lonePattern.test(character)) return lone;
  if (markPattern.test(character)) return mark;
  return wordPattern.test(character) ? word : separator;
}

/** What is known of characters, by code point. */
const known = new Uint8Array(0x11_00_00);

function kindOf(code: number): number {
  const kind = known[code] ?? unknown;
  if (kind !== unknown) return kind;
  return (known[code] = classify(String.fromCodePoint(code)));
}

/** Whether a character is a mark on the one before it. */
export function isMark(code: number): boolean {
  return kindOf(code) === mark;
}

/** Characters without a shape that stand inside of words: soft hyphens, joiners, directions. */
export const shapeless =
  /[\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

const plain = /^[\0-\x7f]*$/;
const betweenPlainWords = /[^0-9a-z]+/g;

/** Folds as the index does: like {@link fold}, and without characters that have no shape. */
export function foldForIndex(text: string): string {
  return fold(text.replace(shapeless, ''));
}

/**
 * Calls `found` with each token of a folded text: runs of letters, marks and digits, and every
 * Chinese or Japanese character by itself, with its sound marks.
 */
export function forEachToken(folded: string, found: (start: number, end: number) => void): void {
  let start = -1;
  let last = separator;
  let at = 0;
  while (at < folded.length) {
    const code = folded.codePointAt(at) ?? 0;
    const kind = kindOf(code);
    if (kind !== mark && (kind !== word || last !== word)) {
      if (start >= 0) found(start, at);
      start = kind === separator ? -1 : at;
      last = kind;
    } else if (start < 0) {
      start = at;
      last = word;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (start >= 0) found(start, folded.length);
}

/** The folded tokens of a text in order. */
export function tokensOf(text: string): readonly string[] {
  const folded = foldForIndex(text);
  const tokens: string[] = [];
  forEachToken(folded, (start, end) => tokens.push(folded.slice(start, end)));
  return tokens;
}

/** Whether a text ends with a token that letters typed behind it would make longer. */
export function endsInsideWord(text: string): boolean {
  const folded = foldForIndex(text);
  let last: { readonly start: number; readonly end: number } | undefined;
  forEachToken(folded, (start, end) => (last = { start, end }));
  if (last?.end !== folded.length) return false;
  return kindOf(folded.codePointAt(last.start) ?? 0) !== lone;
}

/**
 * The folded tokens of a text in order, separated by single spaces. This is what the index is
 * filled with.
 */
export function indexWords(text: string): string {
  if (!plain.test(text)) return tokensOf(text).join(' ');
  return text.toLowerCase().replace(betweenPlainWords, ' ').trim();
}
