/**
 * Where the name in a credit begins. A name may stand right behind the caption's last sentence, so
 * its beginning is looked for from its end, in a bounded stretch of text.
 */

/** The longest name, in UTF-16 code units. */
export const longestName = 61;

/** A person's or an organisation's name: letters with their marks, full stops, apostrophes, hyphens. */
const name = /^\p{L}[\p{L}\p{M}.'’\u2010\u2011 -]{1,60}$/u;

/** An organisation that hands out pictures may have figures in its name: "93rd Brigade". */
const organisation = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.,&'’\u2010\u2011 -]{1,60}$/u;

const abbreviations: ReadonlySet<string> = new Set(
  'Jr Sr St Dr Mr Mrs Ms Gen Col Lt Sgt Capt Maj Cpl Pfc Spc Prof Rev'.split(' '),
);

/** Abbreviations that captions end with before the credit. */
const places: ReadonlySet<string> = new Set(['U.S.', 'U.K.', 'U.N.', 'E.U.', 'D.C.']);

/** Small words inside names, and those of them that never begin one. */
const innerWords: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', '-']);
const particles: ReadonlySet<string> = new Set(
  'de la le du da das do dos di del della van von der den ter ten af av zu al el bin ibn ben y e'.split(
    ' ',
  ),
);

/** Whether the whole text is a name. */
export function isName(text: string): boolean {
  return name.test(text) && sentenceStart(text) === 0;
}

/**
 * Where the last sentence of a text begins, as an offset in UTF-16 code units: 0 where the text is
 * one sentence. Initials ("J. Doe") and titles ("Lt. Doe") end no sentence.
 */
export function sentenceStart(text: string): number {
  const words = /(\S+)\s+/g;
  let start = 0;
  for (const match of text.matchAll(words)) {
    if (endsSentence(match[1] ?? '')) start = match.index + match[0].length;
  }
  return start;
}

function endsSentence(word: string): boolean {
  const bare = word.replace(/["”’')\]]{1,3}$/, '');
  if (/[!?]$/.test(bare)) return true;
  if (!bare.endsWith('.')) return false;
  if (places.has(bare)) return true;
  const stem = bare.slice(0, -1);
  return !/(?:^|[./-])\p{L}$/u.test(stem) && !abbreviations.has(stem);
}

/**
 * Where the name at the end of a text begins: the words from the end that are capitalised, are of a
 * script without capitals, or are particles ("van der"). `null` where there is none.
 */
export function personStart(text: string): number | null {
  const window = lastStretch(text);
  const from = sentenceStart(window);
  let start = window.length;
  for (const word of [...window.slice(from).matchAll(/\S+/g)].reverse()) {
    if (!isNameWord(word[0])) break;
    if (!innerWords.has(word[0])) start = from + word.index;
  }
  return isName(window.slice(start)) ? text.length - window.length + start : null;
}

function isNameWord(word: string): boolean {
  if (innerWords.has(word) || particles.has(word)) return true;
  return /^(?:[dlL]['’])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}.'’\u2010\u2011-]*$/u.test(word);
}

/** Like {@link personStart}, but an organisation's name may be the whole last sentence. */
export function organisationStart(text: string): number | null {
  const window = lastStretch(text);
  const from = sentenceStart(window);
  const reachesStart = from > 0 || window.length === text.length;
  if (reachesStart && organisation.test(window.slice(from))) {
    return text.length - window.length + from;
  }
  return personStart(text);
}

/** The end of a text, a little longer than a name, and beginning with a whole word. */
function lastStretch(text: string): string {
  if (text.length <= longestName + 1) return text;
  const cut = text.slice(-(longestName + 1));
  const space = cut.search(/\s/);
  return space === -1 ? '' : cut.slice(space + 1);
}
