/**
 * Marks that are written over or under letters without being letters themselves. Those of Indian
 * and other scripts stay, because they are vowels; the Japanese sound marks make other syllables.
 */
const diacritics =
  /[[\p{M}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]]--[\u3099\u309a]]/gv;

/**
 * Folds a text for comparison: compatibility forms, diacritics and case are dropped, so that
 * `muller` finds `Müller`, `istanbul` finds `İSTANBUL`, `isparta` finds `ISPARTA`, and `елка`
 * finds `Ёлка`. What is folded folds to itself.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(diacritics, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ς', 'σ')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd');
}

/** The words of a query, folded; a text matches when it contains every one of them. */
export function foldedWords(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
