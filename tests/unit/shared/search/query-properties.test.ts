import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import { printQuery } from '../../../../electron/shared/search/print-query.ts';
import { queryTexts } from './queries.ts';

const today = '2026-03-04';
const anyText = fc.oneof(queryTexts, fc.string({ unit: 'binary', maxLength: 60 }));
const runs = { numRuns: 3000 };

describe('parseQuery, whatever is typed', () => {
  it('tells faults as sentences with a place in the text, in order', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const { faults } = parseQuery(text, today);
        for (const { start, end, message } of faults) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/^\P{Ll}.*\.$/su);
        }
        const starts = faults.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      }),
      runs,
    ));

  it('reads what is printed as the same tree, without faults', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const { query } = parseQuery(text, today);
        const printed = printQuery(query);
        expect(parseQuery(printed, '1999-01-01')).toEqual({ query, faults: [] });
        expect(printQuery(query)).toBe(printed);
      }),
      runs,
    ));

  it('reads on whatever day it is said to be', () =>
    fc.assert(
      fc.property(queryTexts, fc.string(), (text, day) => {
        expect(parseQuery(text, day).query).toBeDefined();
      }),
    ));
});
