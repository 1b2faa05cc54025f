import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinTag, normaliseTag, tagSchema } from '../../../../electron/shared/model/tag.ts';

describe('a tag as it was typed', () => {
  it.each([
    ['#Energy / grid', 'Energy/grid'],
    ['  harbour \t news  ', 'harbour news'],
    ['##a', 'a'],
    ['/a//b/', 'a/b'],
    ['C#', 'C#'],
    ['e\u0301nergie', 'énergie'],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['x'.repeat(201), null],
    ['', null],
    [' # / / ', null],
  ])('%j is stored as %j', (typed, tag) => expect(normaliseTag(typed)).toBe(tag));

  it('is stored in a form that stays as it is, and that the schema takes', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('#', '/', ' ', 'a', '\u0301', '\u00a0') }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const tag = normaliseTag(text);
        if (tag === null) return;
        expect(normaliseTag(tag)).toBe(tag);
        expect(tagSchema.safeParse(tag).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a tag inside of another', () => {
  it.each([
    ['a', 'a', true],
    ['a/b', 'a', true],
    ['a/b/c', 'a/b', true],
    ['a', 'a/b', false],
    ['ab', 'a', false],
    ['a-b/c', 'a', false],
    ['A/b', 'a', false],
    ['b/a', 'a', false],
  ])('%s in %s: %s', (tag, outer, expected) => expect(isWithinTag(tag, outer)).toBe(expected));
});
