import { fold } from '../search/fold.ts';

/** What a text consists of: how often each word, and each pair of neighbours, stands in it. */
export interface WordProfile {
  readonly counts: ReadonlyMap<string, number>;
  /** Of words and pairs together. */
  readonly total: number;
}

const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text with their neighbours; case and diacritics do not count. */
export function wordProfileOf(text: string): WordProfile {
  const counts = new Map<string, number>();
  let before = '';
  let total = 0;
  for (const [word] of fold(text).matchAll(words)) {
    for (const gram of before === '' ? [word] : [word, `${before} ${word}`]) {
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
      total += 1;
    }
    before = word;
  }
  return { counts, total };
}

/**
 * How alike two texts are, from 0 (no common word) to 1 (the same words in the same order): the Dice
 * coefficient of their words and pairs of words. Two texts without words are alike.
 */
export function similarity(one: WordProfile, other: WordProfile): number {
  if (one.total + other.total === 0) return 1;
  let common = 0;
  for (const [gram, count] of one.counts) common += Math.min(count, other.counts.get(gram) ?? 0);
  return (2 * common) / (one.total + other.total);
}
