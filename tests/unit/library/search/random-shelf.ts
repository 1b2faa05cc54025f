import fc from 'fast-check';
import { colors, possessions, standings } from '../../../../electron/shared/search/query-filter.ts';
import type { Query, TextField } from '../../../../electron/shared/search/query.ts';
import { tokensOf } from '../../../../electron/shared/search/tokens.ts';
import type { Shelved } from './shelf.ts';

const vocabulary = [
  ...[
    'storm',
    'storms',
    'stormy',
    'flood',
    'Müller',
    'muller',
    'İstanbul',
    'Ёлка',
    '北京市',
    '北京',
  ],
  ...[
    'とうきょう',
    'Ukraine’s',
    'U.S.',
    'air‐defense',
    '4.25%',
    'and',
    'OR',
    'not',
    'near',
    'हिंदी',
  ],
  ...['ﬁnal', 'Straße', '한국', 'ガス', '𐐀x', '\ud801\udc28'],
];
const word = fc.constantFrom(...vocabulary);
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
const days = ['2025-10-31', '2025-11-01', '2025-11-19', '2026-01-01'];
const sources = ['Reuters', 'Reuters Müller', 'The "Post" 100%', 'AP'];
const tags = ['energy', 'Energy/grid', 'energy0', 'energy%', 'a_b', 'aXb', 'Größe/x', 'energy-x'];
const paths = ['/Home/ÄRGER/a.txt', '/home/100%/b_c.txt', '/home/bXc.txt'];
const languages = ['en', 'uk', 'uk-UA', 'ukr'];
const roots = ['0123456789abcdef', 'fedcba9876543210'];

/** One of a few, or `null`. */
function maybe(values: readonly string[]): fc.Arbitrary<string | null> {
  return fc.option(fc.constantFrom(...values));
}

const count = fc.nat({ max: 1 });

/** A briefing of few words, so that queries find some and not all. */
export const shelved: fc.Arbitrary<Shelved> = fc.record({
  texts: fc.record({ headline: text, text, caption: text, credit: text, note: text }),
  root: fc.constantFrom(...roots),
  path: fc.constantFrom(...paths),
  day: maybe(days),
  source: maybe(sources),
  language: maybe(languages),
  agencies: fc.uniqueArray(fc.constantFrom('Reuters', 'Getty Images', 'AP'), { maxLength: 2 }),
  hasProblem: fc.boolean(),
  hasImage: fc.boolean(),
  isCopy: fc.boolean(),
  fingerprint: maybe(['one', 'two']),
  tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 2 }),
  colors: fc.uniqueArray(fc.constantFrom(...colors), { maxLength: 2 }),
  noteCount: count,
  bookmarkCount: count,
  highlightCount: count,
  state: fc.option(
    fc.record({
      reading: fc.constantFrom('unread', 'reading', 'read'),
      isPinned: fc.boolean(),
      fingerprint: maybe(['one', 'two']),
    }),
  ),
});

const textField = fc.constantFrom<TextField>('headline', 'text', 'caption', 'credit', 'note');

const words: fc.Arbitrary<Query> = fc
  .record({
    field: fc.option(textField),
    text: fc.oneof(
      word,
      fc.tuple(word, word).map((pair) => pair.join(' ')),
    ),
    isPrefix: fc.boolean(),
    typed: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ field, text: typedText, isPrefix, typed }) => {
    const tokens = tokensOf(typedText);
    const last = Array.from(tokens.at(-1) ?? '')
      .slice(0, typed)
      .join('');
    const all = isPrefix ? [...tokens.slice(0, -1), last] : tokens;
    return { kind: 'words', field, tokens: all, isPrefix };
  });

const filter = fc.oneof<fc.Arbitrary<Query>[]>(
  fc.record({ kind: fc.constant('date'), from: maybe(days), to: maybe(days) }),
  fc.record({ kind: fc.constant('is'), standing: fc.constantFrom(...standings) }),
  fc.record({ kind: fc.constant('has'), possession: fc.constantFrom(...possessions) }),
  fc.record({
    kind: fc.constant('source'),
    source: fc.constantFrom('reuters', 'muller', 'the "post" 100%', '0%', '_'),
    isWhole: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('agency'), agency: fc.constantFrom('getty', 'reuters', 'e') }),
  fc.record({ kind: fc.constant('tag'), tag: fc.constantFrom(...tags, 'grosse', 'energy/') }),
  fc.record({ kind: fc.constant('color'), color: fc.constantFrom(...colors) }),
  fc.record({ kind: fc.constant('path'), path: fc.constantFrom('arger', '%', 'b_c', 'home') }),
  fc.record({ kind: fc.constant('language'), language: fc.constantFrom('en', 'uk') }),
  fc.record({ kind: fc.constant('root'), root: fc.constantFrom(...roots) }),
);

/** Queries of any shape, those too that no reader can type. */
export const anyQuery = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    filter,
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      queries: fc.array(tie('query'), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not'), query: tie('query') }),
  ),
})).query;
