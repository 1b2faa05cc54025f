import { fold } from '../../electron/shared/search/fold.ts';

/**
 * How well a label answers to what is typed; higher is better, `null` where it does not: the typed
 * letters stand in it in their order, best at the beginnings of words and next to each other.
 */
export function fuzzyScore(label: string, typed: string): number | null {
  const text = fold(label);
  const letters = fold(typed).replaceAll(/\s+/gu, '');
  if (text.includes(fold(typed).trim())) return 1000 - text.indexOf(fold(typed).trim());
  let [score, from] = [0, 0];
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at === -1) return null;
    const isStart = at === 0 || text[at - 1] === ' ';
    const follows = at === from && from > 0;
    if (!isStart && !follows) score -= 2;
    score += isStart ? 4 : 1;
    from = at + 1;
  }
  return score > 0 ? score : null;
}

/** The items that answer to what is typed, the best first; all of them where nothing is. */
export function fuzzyFilter<Item>(
  items: readonly Item[],
  typed: string,
  labelOf: (item: Item) => string,
): readonly Item[] {
  if (typed.trim() === '') return items;
  return items
    .map((item) => ({ item, score: fuzzyScore(labelOf(item), typed) }))
    .flatMap(({ item, score }) => (score === null ? [] : [{ item, score }]))
    .toSorted((one, other) => other.score - one.score)
    .map(({ item }) => item);
}
