import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../../electron/shared/anchoring/normalise.ts';

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60, size: 'max' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      ' ',
      '\u00a0',
      '…',
      '“',
      '–',
      '\u00ad',
      '\u0301',
      '👩‍🚒',
      'ا',
      '\u202e',
    ),
    maxLength: 40,
  }),
);

describe('normaliseText', () => {
  it.each([
    ['He said “no”', 'He said "no"'],
    ['Ukraine’s ‘last’', "Ukraine's 'last'"],
    ['U.S.–Russia, air‐defense — now', 'U.S.-Russia, air-defense - now'],
    ['two  spaces\u00a0\u2009and\ta tab', 'two spaces and a tab'],
    ['wait…', 'wait...'],
    ['har\u00adbour\u200b, \u2066isolated\u2069', 'harbour, isolated'],
    ['Cafe\u0301', 'Café'],
    ['\u1112\u1161\u11ab', '한'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['Case Stays', 'Case Stays'],
    ['', ''],
  ])('makes of %j %j', (original, expected) => {
    expect(normaliseText(original).text).toBe(expected);
  });

  it('makes no difference where it is done already', () => {
    fc.assert(
      fc.property(anything, (original) => {
        const { text } = normaliseText(original);
        expect(normaliseText(text).text).toBe(text);
      }),
    );
  });

  it.each([
    ['The  “ferry”', 4, 11, 5, 12],
    ['wait… here', 4, 7, 4, 5],
    ['Cafe\u0301 bar', 3, 4, 3, 5],
    ['har\u00adbour', 0, 7, 0, 8],
    ['👩‍🚒 waved', 0, 5, 0, 5],
  ])('knows where a stretch of %j came from', (original, start, end, from, to) => {
    const normalised = normaliseText(original);
    expect(normalised.toOriginal({ start, end })).toEqual({ start: from, end: to });
    expect(normalised.fromOriginal({ start: from, end: to })).toEqual({ start, end });
  });

  it('gives back stretches that normalise to the same text', () => {
    fc.assert(
      fc.property(anything, fc.nat(), fc.nat(), (original, first, second) => {
        const normalised = normaliseText(original);
        const length = normalised.text.length + 1;
        const [start = 0, end = 0] = [first % length, second % length].toSorted((a, b) => a - b);
        const from = normalised.toOriginal({ start, end });
        const whole = normalised.fromOriginal(from);
        fc.pre(start < end);
        // A stretch that begins or ends inside of one original character grows to all of it.
        expect(whole.start).toBeLessThanOrEqual(start);
        expect(whole.end).toBeGreaterThanOrEqual(end);
        expect(normalised.toOriginal(whole)).toEqual(from);
      }),
      { numRuns: 2000 },
    );
  });
});
