/** Letters that tell a language, the most telling first. */
const signs: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['fa', /[پچژگ]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['uk', /[іїєґ]/iu],
  ['ru', /[ыэъё]/iu],
];

/** How much of a text is looked at, in UTF-16 code units. */
const sample = 20_000;

/** A script counts where at least this share of the letters is not Latin: names occur in any text. */
const foreignShare = 0.3;

/**
 * The language of a text as far as its script tells it, as a BCP 47 tag; `null` for Latin script and
 * wherever it does not. Ukrainian and Russian are told apart by letters that only one of them has.
 */
export function languageOf(text: string): string | null {
  const letters = text.slice(0, sample).match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (foreign.length === 0 || foreign.length < letters.length * foreignShare) return null;
  const joined = foreign.join('');
  return signs.find(([, pattern]) => pattern.test(joined))?.[0] ?? null;
}

/** A BCP 47 tag as front matter gives it, in its usual form; `null` where it is none. */
export function languageTag(given: string | null): string | null {
  if (given === null) return null;
  try {
    return Intl.getCanonicalLocales(given)[0] ?? null;
  } catch {
    return null;
  }
}
