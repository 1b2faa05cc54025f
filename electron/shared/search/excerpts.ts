import type { Briefing } from '../model/briefing.ts';
import type { Excerpt } from '../model/listing.ts';
import { type PartPath, partsOf } from '../model/part.ts';
import { excerptOf } from './excerpt.ts';
import { TextTokens, positiveWords } from './hits.ts';
import { fieldOf, wordsIn } from './hits-in-briefing.ts';
import type { Query, TextField, Words } from './query.ts';
import { foldForIndex } from './tokens.ts';

/** The longest excerpt, in UTF-16 code units: two lines of a row. */
const longestExcerpt = 180;

const mostExcerpts = 2;

/** A text that an excerpt may be of. */
interface Passage {
  readonly part: PartPath | null;
  readonly field: TextField;
  readonly text: string;
}

/** What words a passage has, and how often. */
interface FoundPassage extends Passage {
  readonly words: readonly Words[];
  readonly hitCount: number;
}

function passagesOf(briefing: Briefing, notes: readonly string[]): readonly Passage[] {
  const parts = partsOf(briefing)
    .filter(({ path }) => path !== 'headline')
    .map(({ path, text }) => ({ part: path, field: fieldOf(path), text }));
  const credits = briefing.figures.map(({ credit }, index) => ({
    part: `figures/${String(index)}`,
    field: 'credit' as const,
    text: credit?.verbatim ?? '',
  }));
  const written = notes.map((text) => ({ part: null, field: 'note' as const, text }));
  return [...parts, ...written, ...credits];
}

/**
 * Which of the words a passage has. It is cut into words only where some may be among them, and
 * where they stand in the original is not asked: most passages make no excerpt.
 */
function findIn(passage: Passage, words: readonly Words[]): FoundPassage | null {
  const folded = foldForIndex(passage.text);
  const likely = wordsIn(passage.field, words).filter(({ tokens }) =>
    tokens.every((token) => folded.includes(token)),
  );
  if (likely.length === 0) return null;
  const tokens = new TextTokens({ text: folded, toOriginal: (stretch) => stretch });
  const counts = likely.map((term) => tokens.find(term).length);
  const found = likely.filter((_, index) => counts[index] !== 0);
  if (found.length === 0) return null;
  return { ...passage, words: found, hitCount: counts.reduce((sum, count) => sum + count, 0) };
}

/**
 * The excerpts of a briefing's row: of the passages and notes with the most different words of the
 * query, then with the most hits, then in reading order; at most two. The headline is in the row
 * anyway. Empty where the query has no words, or none of them stands in what is left.
 */
export function excerptsFor(
  briefing: Briefing,
  notes: readonly string[],
  query: Query,
): readonly Excerpt[] {
  const words = positiveWords(query);
  if (words.length === 0) return [];
  const found = passagesOf(briefing, notes).flatMap((passage) => findIn(passage, words) ?? []);
  const best = found.toSorted(
    (one, other) => other.words.length - one.words.length || other.hitCount - one.hitCount,
  );
  const different = best.filter(
    ({ text }, index) => best.findIndex((passage) => passage.text === text) === index,
  );
  return different.slice(0, mostExcerpts).flatMap(({ part, text, words: terms }) => {
    const excerpt = excerptOf(text, terms, longestExcerpt);
    return excerpt === null ? [] : [{ part, ...excerpt }];
  });
}
