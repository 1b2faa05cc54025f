import { createRandom, type Random } from '../../support/generated/random.ts';
import {
  createVocabulary,
  type Vocabulary,
  vocabularySize,
} from '../../support/generated/vocabulary.ts';

/** Queries of one kind. */
export interface QueryKind {
  readonly name: string;
  /** The p99 that is wanted at 100,000 briefings, in milliseconds. */
  readonly target: number;
  readonly queries: readonly string[];
}

const perKind = 200;

function repeat(make: () => string): readonly string[] {
  return Array.from({ length: perKind }, make);
}

/** A word that is neither everywhere nor nowhere, half of the time one of the frequent ones. */
function pickWord(random: Random, vocabulary: Vocabulary): string {
  if (random() < 0.5) return vocabulary.pick(random);
  const rank = Math.floor(random() * vocabulary.words.length);
  return vocabulary.words[rank] ?? '';
}

function pickPrefix(random: Random, vocabulary: Vocabulary): string {
  const word = pickWord(random, vocabulary);
  return word.slice(0, 2 + Math.floor(random() * 7));
}

/** The queries that are measured, the same ones each time. A space at the end: a whole word. */
export function queryKinds(): readonly QueryKind[] {
  const vocabulary = createVocabulary(vocabularySize);
  const random = createRandom(99);
  const word = (): string => pickWord(random, vocabulary);
  const year = (): number => 2016 + Math.floor(random() * 10);
  return [
    { name: 'prefix', target: 16, queries: repeat(() => pickPrefix(random, vocabulary)) },
    { name: 'word', target: 30, queries: repeat(() => `${word()} `) },
    { name: 'and', target: 30, queries: repeat(() => `${word()} ${word()} `) },
    { name: 'phrase', target: 30, queries: repeat(() => `"${word()} ${word()}"`) },
    { name: 'field', target: 30, queries: repeat(() => `headline:${word()} `) },
    { name: 'date', target: 30, queries: repeat(() => `${word()} after:${year()} `) },
  ];
}
