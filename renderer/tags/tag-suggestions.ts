import { fold } from '../../electron/shared/search/fold.ts';

/** At most so many tags are proposed at once. */
const mostSuggestions = 8;

/** Tags with those that they are inside of (`a/b` with `a`), each once, by name. */
export function withOuterTags(tags: Iterable<string>): readonly string[] {
  const all = new Set<string>();
  for (const tag of tags) {
    const steps = tag.split('/');
    steps.forEach((_, index) => all.add(steps.slice(0, index + 1).join('/')));
  }
  return [...all].toSorted((one, other) => one.localeCompare(other));
}

/** How well a tag answers to folded words: at its beginning, at one of its steps, or inside. */
function rank(tag: string, words: string): number {
  const folded = fold(tag);
  if (folded.startsWith(words)) return 0;
  if (folded.includes(`/${words}`)) return 1;
  return folded.includes(words) ? 2 : 3;
}

/** The known tags that what is typed could become, the best first, without those that are taken. */
export function suggestTags(
  typed: string,
  known: readonly string[],
  taken: readonly string[],
): readonly string[] {
  const words = fold(typed)
    .replace(/^\s*#+/u, '')
    .trim();
  return withOuterTags(known)
    .filter((tag) => !taken.includes(tag))
    .map((tag) => ({ tag, rank: rank(tag, words) }))
    .filter((one) => one.rank < 3)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostSuggestions)
    .map(({ tag }) => tag);
}
