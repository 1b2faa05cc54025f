import { type FoldedText, foldWithOffsets, type Stretch } from './folded-text.ts';
import type { Query, Words } from './query.ts';
import { forEachToken } from './tokens.ts';

/** The words of a text, to be compared with several words of a query. */
export class TextTokens {
  readonly #toOriginal: (stretch: Stretch) => Stretch;
  readonly #tokens: string[] = [];
  readonly #starts: number[] = [];

  constructor(folded: FoldedText) {
    this.#toOriginal = folded.toOriginal;
    forEachToken(folded.text, (start, end) => {
      this.#tokens.push(folded.text.slice(start, end));
      this.#starts.push(start);
    });
  }

  /** Where the words stand in the original text, in order; of a beginning just the beginning. */
  find({ tokens, isPrefix }: Words): readonly Stretch[] {
    const found: Stretch[] = [];
    const last = tokens.length - 1;
    const isAt = (at: number): boolean =>
      tokens.every((token, index) =>
        isPrefix && index === last
          ? this.#tokens[at + index]?.startsWith(token)
          : this.#tokens[at + index] === token,
      );
    for (let at = 0; at + last < this.#tokens.length; at += 1) {
      if (!isAt(at)) continue;
      const start = this.#starts[at] ?? 0;
      const end = (this.#starts[at + last] ?? 0) + (tokens[last]?.length ?? 0);
      found.push(this.#toOriginal({ start, end }));
    }
    return found;
  }
}

/** Stretches in order, those that overlap as one. */
export function mergeStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || stretch.start >= last.end) merged.push(stretch);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
  }
  return merged;
}

/**
 * Where any of the words stand in a text, in order and without overlaps: stretches of the text as it
 * is, in UTF-16 code units. Their fields are not looked at.
 */
export function findHits(text: string, terms: readonly Words[]): readonly Stretch[] {
  if (terms.length === 0) return [];
  const tokens = new TextTokens(foldWithOffsets(text));
  return mergeStretches(terms.flatMap((words) => tokens.find(words)));
}

/** The words of a query that are looked for, which are not those to be left out. */
export function positiveWords(query: Query): readonly Words[] {
  return wordsOf(query, true);
}

function wordsOf(query: Query, isPositive: boolean): readonly Words[] {
  switch (query.kind) {
    case 'words':
      return isPositive ? [query] : [];
    case 'and':
    case 'or':
      return query.queries.flatMap((part) => wordsOf(part, isPositive));
    case 'not':
      return wordsOf(query.query, !isPositive);
    default:
      return [];
  }
}
