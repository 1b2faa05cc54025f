import type { Passage } from './passage.ts';

/** A text in the form in which texts are compared, with the way back to its own offsets. */
export interface NormalisedText {
  readonly text: string;
  /** The stretch of the original text that a stretch of the normalised one stands for. */
  toOriginal(passage: Passage): Passage;
  /** The stretch of the normalised text that stands for one of the original. */
  fromOriginal(passage: Passage): Passage;
}

/** Characters without a shape of their own: soft hyphen, zero-width spaces, bidi controls. */
const shapeless = String.raw`\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF`;
const everyShapeless = new RegExp(`[${shapeless}]`, 'gu');

/** What copying and typing tools put for one another. */
const alike: ReadonlyMap<string, string> = new Map([
  ...Array.from('\u2018\u2019\u201A\u201B\u2032\u02BC', (quote) => [quote, "'"] as const),
  ...Array.from('\u201C\u201D\u201E\u201F\u2033', (quote) => [quote, '"'] as const),
  ...Array.from('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', (dash) => [dash, '-'] as const),
  ['\u2026', '...'],
]);

/**
 * What joins the character before it: combining marks, the later letters of a Hangul syllable, and
 * what has no shape.
 */
const joining = new RegExp(String.raw`[\p{M}\u1160-\u11FF${shapeless}]*`, 'uy');

/** Below this code no character joins the one before it. */
const firstJoining = 0xad;

/** A text that normalises to itself, as most do. */
const asItIs = /^[!-~]+(?: [!-~]+)*$/;

function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** The end of the character at `at`, with all that joins it. */
function characterEnd(text: string, at: number): number {
  joining.lastIndex = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  const { lastIndex } = joining;
  return lastIndex + (joining.exec(text)?.[0].length ?? 0);
}

/** Gathers the units of the normalised text, each with the stretch that it stands for. */
class Units {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  text = '';

  /** A code unit that stands for itself. */
  addOne(unit: string, at: number): void {
    this.starts.push(at);
    this.ends.push(at + 1);
    this.text += unit;
  }

  add(unit: string, start: number, end: number): void {
    this.starts.push(...new Array<number>(unit.length).fill(start));
    this.ends.push(...new Array<number>(unit.length).fill(end));
    this.text += unit;
  }

  /** A run of white space is one space. */
  addSpace(start: number, end: number): void {
    if (this.text.endsWith(' ')) this.ends[this.ends.length - 1] = end;
    else this.add(' ', start, end);
  }
}

function addCharacter(units: Units, original: string, start: number, end: number): void {
  const character = original.replaceAll(everyShapeless, '');
  if (/^\s/u.test(character)) units.addSpace(start, end);
  else units.add(alike.get(character) ?? character.normalize('NFC'), start, end);
}

function readUnits(text: string): Units {
  const units = new Units();
  let at = 0;
  while (at < text.length) {
    const isAlone = at + 1 === text.length || text.charCodeAt(at + 1) < firstJoining;
    if (isAlone && isPlain(text.charCodeAt(at))) {
      units.addOne(text.charAt(at), at);
      at += 1;
    } else {
      const end = characterEnd(text, at);
      addCharacter(units, text.slice(at, end), at, end);
      at = end;
    }
  }
  return units;
}

/** The first index whose value is larger than `limit`, in ascending values; their number for none. */
export function firstAbove(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Normalises a text for anchoring: composed characters (NFC, character by character), straight
 * quotes, one kind of dash, single spaces, nothing without a shape. Letters keep their case: two
 * texts that differ in it differ. Offsets count UTF-16 code units on either side.
 */
export function normaliseText(original: string): NormalisedText {
  if (asItIs.test(original)) {
    const same = (passage: Passage): Passage => passage;
    return { text: original, toOriginal: same, fromOriginal: same };
  }
  const { text, starts, ends } = readUnits(original);
  return {
    text,
    toOriginal: ({ start, end }) => {
      const from = starts[start] ?? original.length;
      return { start: from, end: end > start ? (ends[end - 1] ?? original.length) : from };
    },
    fromOriginal: ({ start, end }) => {
      const from = firstAbove(ends, start);
      return { start: from, end: Math.max(from, firstAbove(starts, end - 1)) };
    },
  };
}
