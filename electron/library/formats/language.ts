type Script = 'Latin' | 'Cyrillic' | 'Arabic' | 'Hebrew' | 'Greek' | 'Hangul' | 'Kana' | 'Han';

const scripts: readonly (readonly [script: Script, letter: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Kana', /[\u3040-\u30ff]/u],
  ['Han', /\p{Script=Han}/u],
];

/** What can be no letter of another script than Latin: all that most texts are made of. */
const plain = /^[\0-\xb4\xb6-\u02af\u2000-\u206f\u20a0-\u20cf]*$/;

/** How much of a text is looked at, in UTF-16 code units. */
const sample = 20_000;

/** A script counts where at least this share of the letters is not Latin: names occur in any text. */
const foreignShare = 0.3;

/** The share of its letters that may be another language's: a name or a quotation. */
const strangers = 0.02;

/**
 * The language of a text as far as its script tells it, as a BCP 47 tag; `null` for Latin script and
 * wherever it does not. The script with the most letters beside Latin decides. Claimed are `he`,
 * `el`, `ko`, `ja` (Han with a tenth of kana), `zh` (Han without), `ar`, `fa` (Arabic script with
 * its own four letters), `uk` and `ru`. Not told apart: Hebrew from Yiddish, Arabic from other
 * languages that need none but its letters.
 */
export function languageOf(text: string): string | null {
  const start = text.slice(0, sample);
  // Most texts are Latin throughout, and to count letters takes longer than all the rest of parsing.
  if (plain.test(start)) return null;
  const letters = start.match(/\p{L}/gu) ?? [];
  const counts = new Map<Script, number>();
  for (const letter of letters) {
    const script = scripts.find(([, pattern]) => pattern.test(letter))?.[0];
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const count = (script: Script): number => counts.get(script) ?? 0;
  if (letters.length - count('Latin') < Math.max(1, letters.length * foreignShare)) return null;
  const candidates: readonly (readonly [number, () => string | null])[] = [
    [count('Cyrillic'), () => cyrillicLanguage(letters, count('Cyrillic'))],
    [count('Arabic'), () => arabicLanguage(letters, count('Arabic'))],
    [count('Hebrew'), () => 'he'],
    [count('Greek'), () => 'el'],
    [count('Hangul'), () => 'ko'],
    [count('Kana') + count('Han'), () => (count('Kana') * 9 >= count('Han') ? 'ja' : 'zh')],
  ];
  const [most, language] = candidates.reduce((one, other) => (other[0] > one[0] ? other : one));
  return most === 0 ? null : language();
}

function shareOf(letters: readonly string[], pattern: RegExp, total: number): number {
  return letters.filter((letter) => pattern.test(letter)).length / total;
}

/** By the letters that only one of the two has; `null` for the other languages of the script. */
function cyrillicLanguage(letters: readonly string[], total: number): string | null {
  const others = shareOf(letters, /(?![а-яёіїєґ])\p{Script=Cyrillic}/iu, total);
  if (others > strangers) return null;
  const ukrainian = shareOf(letters, /[іїєґ]/iu, total);
  const russian = shareOf(letters, /[ыэё]/iu, total);
  if (ukrainian > russian) return russian > strangers ? null : 'uk';
  return russian === 0 || ukrainian > strangers ? null : 'ru';
}

/** Persian by its four letters; `null` where letters of Urdu, Pashto, Kurdish or Uyghur occur. */
function arabicLanguage(letters: readonly string[], total: number): string | null {
  if (shareOf(letters, /[ٹڈڑںےہھټډړښڼۍېڕڵۆێۇۈۋە]/u, total) > strangers) return null;
  return shareOf(letters, /[پچژگ]/u, total) > 0.005 ? 'fa' : 'ar';
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
