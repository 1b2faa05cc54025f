/** Languages that are written from right to left unless their tag names a script. */
const rightToLeftLanguages = new Set(
  'ar arc ckb dv fa he iw ks nqo pnb prs ps sd syr ug ur yi'.split(' '),
);

const rightToLeftScripts = new Set('adlm arab hebr nkoo rohg syrc thaa'.split(' '));

const rightToLeftLetter =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a language is written from right to left. `null` is not. */
export function isRightToLeftLanguage(tag: string | null): boolean {
  const [language = '', ...rest] = (tag ?? '').toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4);
  return script === undefined ? rightToLeftLanguages.has(language) : rightToLeftScripts.has(script);
}

/** Whether a letter of the text is written from right to left. */
export function hasRightToLeftLetter(text: string): boolean {
  return rightToLeftLetter.test(text);
}

/** Whether the first letter of a text is written from right to left. */
export function beginsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && hasRightToLeftLetter(first);
}
