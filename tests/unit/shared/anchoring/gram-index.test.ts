import search from 'approx-string-match';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GramIndex } from '../../../../electron/shared/anchoring/gram-index.ts';

const letters = (maxLength: number, minLength = 0) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength, maxLength, size: 'max' });

describe('the ranges of a gram index', () => {
  it('hold every similar place', () => {
    fc.assert(
      fc.property(letters(600), letters(60, 12), fc.nat({ max: 15 }), (text, pattern, errors) => {
        const ranges = new GramIndex(text).rangesFor(pattern, errors);
        for (const { start, end } of search(text, pattern, errors)) {
          expect(ranges.some((range) => range.start <= start && end <= range.end)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('hold a pattern that was put into the text and changed', () => {
    fc.assert(
      fc.property(
        letters(300),
        letters(60, 20),
        letters(300),
        fc.nat(),
        (head, pattern, tail, at) => {
          const place = at % pattern.length;
          const changed = `${pattern.slice(0, place)}xy${pattern.slice(place + 1)}`;
          const ranges = new GramIndex(head + changed + tail).rangesFor(pattern, 4);
          const [start, end] = [head.length, head.length + changed.length];
          expect(ranges.some((range) => range.start <= start && end <= range.end)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('leave out what is unlike', () => {
    const text = `${'lorem ipsum dolor sit amet '.repeat(400)}the council votes on Monday`;
    const ranges = new GramIndex(text).rangesFor('the council votes on Tuesday', 5);
    expect(ranges).toHaveLength(1);
    const [{ start, end } = { start: 0, end: text.length }] = ranges;
    expect(end - start).toBeLessThan(300);
  });

  it.each(['', 'a', 'ab', 'abc'])('are in the text, however short it is: %j', (text) => {
    for (const { start, end } of new GramIndex(text).rangesFor('abcdefghijklmnop', 3)) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });
});
