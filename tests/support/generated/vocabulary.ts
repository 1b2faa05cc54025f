import { choose, createRandom, type Random } from './random.ts';

/** How many words generated libraries are made of. */
export const vocabularySize = 70_000;

const onsets = ['b', 'br', 'c', 'd', 'f', 'g', 'gr', 'h', 'k', 'l', 'm', 'n', 'p', 'pr', 'r', 's'];
const lateOnsets = ['st', 't', 'tr', 'v', 'w', 'z'];
const nuclei = ['a', 'e', 'i', 'o', 'u', 'ea'];
const codas = ['', '', '', '', '', 'l', 'n', 'r', 's', 't', 'nd'];

function makeWord(random: Random, syllables: number): string {
  const parts = Array.from(
    { length: syllables },
    () =>
      choose(random, [...onsets, ...lateOnsets]) + choose(random, nuclei) + choose(random, codas),
  );
  return parts.join('');
}

/** Words of a language that nobody speaks, the frequent ones short, as in real ones. */
export interface Vocabulary {
  readonly words: readonly string[];
  /** A word; the one with the rank `r` is `r` times rarer than the first (Zipf's law). */
  readonly pick: (random: Random) => string;
}

/** Makes `size` different words, the same ones each time. */
export function createVocabulary(size: number): Vocabulary {
  const random = createRandom(7);
  const found = new Set<string>();
  while (found.size < size) {
    const syllables = found.size < 300 ? 1 : found.size < 8000 ? 2 : 3;
    found.add(makeWord(random, syllables));
  }
  const words = [...found];
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 1);
    sums[rank] = sum;
  }
  const pick = (given: Random): string => {
    const target = given() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? sum) < target) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
  return { words, pick };
}
