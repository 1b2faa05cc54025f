/**
 * Folds a text for comparison: compatibility forms, diacritics and case are dropped, so that
 * `muller` finds `Müller`, `istanbul` finds `İSTANBUL` and `ISPARTA`, and `елка` finds `Ёлка`.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
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
