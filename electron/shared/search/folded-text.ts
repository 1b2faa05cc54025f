import { foldForIndex, isMark } from './tokens.ts';

/** A stretch of a text, in UTF-16 code units: `start` inclusive, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A folded text with the way back to the original one. */
export interface FoldedText {
  readonly text: string;
  /** The stretch of the original that a stretch of the folded text, which is not empty, stands for. */
  readonly toOriginal: (stretch: Stretch) => Stretch;
}

const plain = /^[\0-\x7f]*$/;

/** Below this code no character joins the one before it, but the soft hyphen. */
const firstJoining = 0x300;
const softHyphen = 0xad;

const shapelessCharacter = /^[\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]$/u;

/** Whether a character is one with what stands before it: marks, later letters of a Hangul syllable. */
function isJoining(code: number): boolean {
  if (code < firstJoining) return code === softHyphen;
  if (isMark(code)) return true;
  if (code >= 0x1160 && code <= 0x11ff) return true;
  if (code === 0xff9e || code === 0xff9f) return true;
  const mayBeShapeless = code === 0x61c || (code >= 0x200c && code <= 0x2069) || code === 0xfeff;
  return mayBeShapeless && shapelessCharacter.test(String.fromCharCode(code));
}

function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The end of the character at `at`, with all that joins it. */
function characterEnd(text: string, at: number): number {
  let end = at + lengthAt(text, at);
  while (end < text.length && isJoining(text.codePointAt(end) ?? 0)) end += lengthAt(text, end);
  return end;
}

const plainRun = /[\0-\x7f]*/y;

/** The end of the characters from `at` on that are ASCII and that nothing joins. */
function plainRunEnd(text: string, at: number): number {
  plainRun.lastIndex = at;
  const end = at + (plainRun.exec(text)?.[0].length ?? 0);
  const isJoined = end > at && end < text.length && isJoining(text.codePointAt(end) ?? 0);
  return isJoined ? end - 1 : end;
}

/** Characters that were folded; most texts are made of few. */
const foldings = new Map<string, string>();
const mostFoldings = 10_000;

function foldCharacter(character: string): string {
  const known = foldings.get(character);
  if (known !== undefined) return known;
  if (foldings.size >= mostFoldings) foldings.clear();
  const folded = foldForIndex(character);
  foldings.set(character, folded);
  return folded;
}

/**
 * Folds a text as the index does, character by character: ligatures and other characters may become
 * several, marks none.
 */
export function foldWithOffsets(original: string): FoldedText {
  if (plain.test(original)) return { text: original.toLowerCase(), toOriginal: (same) => same };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  while (at < original.length) {
    const runEnd = plainRunEnd(original, at);
    text += original.slice(at, runEnd).toLowerCase();
    for (; at < runEnd; at += 1) {
      starts.push(at);
      ends.push(at + 1);
    }
    const end = at < original.length ? characterEnd(original, at) : at;
    text += foldCharacter(original.slice(at, end));
    while (starts.length < text.length) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return {
    text,
    toOriginal: ({ start, end }) => ({
      start: starts[start] ?? original.length,
      end: ends[end - 1] ?? original.length,
    }),
  };
}
