import { threeWay } from './regions.ts';

function wordsAndSpaces(text: string): readonly string[] {
  return text.split(/(\s+)/).filter((word) => word !== '');
}

/**
 * Merges the first line of a block word by word: Readout changes the time in it with each edit of a
 * note, which must not contradict what the reader wrote into it.
 *
 * @returns `null` where both changed the same words.
 */
export function mergeHead(base: string, mine: string, theirs: string): string | null {
  const regions = threeWay(
    wordsAndSpaces(base),
    wordsAndSpaces(mine),
    wordsAndSpaces(theirs),
    (words) => words,
  );
  let merged = '';
  for (const region of regions) {
    if (region.kind === 'both' && region.mine.join('') !== region.theirs.join('')) return null;
    merged += region.kind === 'theirs' ? region.theirs.join('') : region.mine.join('');
  }
  // Words of both may stand without a space between them now, and would be others.
  const words = new Set(merged.split(/\s+/));
  const isWhole = wordsAndSpaces(merged).every(
    (word) => base.includes(word) || mine.includes(word) || theirs.includes(word),
  );
  const kept = mine.split(/\s+/).every((word) => words.has(word) || base.includes(word));
  return isWhole && kept ? merged : null;
}
