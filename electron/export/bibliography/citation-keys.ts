import type { BriefingReference } from '../../shared/model/annotation.ts';

/** The first telling word of a headline in ASCII letters, for a person who types the key. */
function wordOf(headline: string): string {
  const letters = headline.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = letters.match(/[a-z]+/g) ?? [];
  return (words.find((word) => word.length > 3) ?? words[0] ?? 'briefing').slice(0, 40);
}

/**
 * Keys by which texts cite briefings, such as `ferries2026-3fa9c1`: a word, the year, and the beginning
 * of the briefing's id (the whole id if that is taken), so that a key stays when other briefings come.
 * Each call of the result gives a key that no call before gave; the keys are the same in every format.
 */
export function citationKeys(): (reference: BriefingReference) => string {
  const given = new Set<string>();
  return ({ id, headline, date }) => {
    const name = `${wordOf(headline)}${date?.value.slice(0, 4) ?? ''}`;
    const short = `${name}-${id.slice(0, 6)}`;
    const key = given.has(short) ? `${name}-${id}` : short;
    given.add(key);
    return key;
  };
}
