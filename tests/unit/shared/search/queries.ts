import fc from 'fast-check';
import { colors, possessions, standings } from '../../../../electron/shared/search/query-filter.ts';

const word = fc.oneof(
  fc.constantFrom('storm', 'Müller', 'U.S.', '4.25%', '北京', 'とうきょう', 'air‐defense', 'ﬁnal'),
  fc.constantFrom('OR', 'AND', 'NOT', '|', '-', '*', '&', 'http://x', 'foo:bar', 'İstanbul'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }),
);

const date = fc.constantFrom(
  '2025',
  '2025-11',
  '2025-11-19',
  '2025-11-31',
  '0001',
  '9999-12-31',
  'today',
  '7 days ago',
  '3 months ago',
  'last week',
  '19 Nov 2025',
  'Nov 19, 2025',
  '2025-11-01..2025-11-09',
);

const value = fc.oneof(
  word,
  word.map((text) => `"${text}"`),
  word.map((text) => `"${text} ${text}"*`),
);

const filter = fc.oneof(
  fc.tuple(fc.constantFrom('after', 'before', 'on'), date),
  fc.tuple(
    fc.constantFrom('after', 'before', 'on'),
    date.map((text) => `"${text}"`),
  ),
  fc.tuple(fc.constant('is'), fc.constantFrom(...standings, 'foo')),
  fc.tuple(fc.constant('has'), fc.constantFrom(...possessions, 'foo')),
  fc.tuple(fc.constant('color'), fc.constantFrom(...colors, 'foo')),
  fc.tuple(fc.constantFrom('source', 'agency', 'tag', 'path', 'lang', 'root'), value),
  fc.tuple(fc.constantFrom('headline', 'text', 'caption', 'credit', 'note'), value),
);

const piece = fc.oneof(
  { weight: 4, arbitrary: value },
  { weight: 2, arbitrary: filter.map(([name, text]) => `${name}:${text}`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('(', ')', ' OR ', ' ', '-', '-(', 'NOT ', '"', 'note:', 'text:('),
  },
  { weight: 1, arbitrary: word.map((text) => `${text}*`) },
);

/** Texts that look like queries, right and wrong ones. */
export const queryTexts: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ')), { maxLength: 14 })
  .map((pieces) => pieces.map(([text, space]) => text + space).join(''));
