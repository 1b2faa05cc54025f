import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../electron/shared/search/fold.ts';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import {
  printQuery,
  rootQuery,
  sourceQuery,
  tagQuery,
} from '../../../../electron/shared/search/print-query.ts';

const today = '2026-03-04';

describe('printQuery', () => {
  it.each([
    ['', ''],
    ['STORM   flood ', 'storm "flood"'],
    ['storm flo', 'storm flo*'],
    ['“Storm surge”', '"storm surge"'],
    ['storm AND (flood | tide )', 'storm (flood OR tide)'],
    ['NOT (a b)', '-(a b)'],
    ['headline:(a OR b) x ', '(headline:a OR headline:b) "x"'],
    ['source:Reuters', 'source:reuters'],
    ['source:"Getty Images"', 'source:"getty images"'],
    ['source:"Getty Im"*', 'source:"getty im"*'],
    ['tag:"a ""b"" c"', 'tag:"a ""b"" c"'],
    ['on:"last week"', 'on:2026-02-23..2026-03-01'],
    ['after:yesterday before:today', 'after:2026-03-03 before:2026-03-04'],
    ['storm is:foo )', '"storm"'],
  ])('writes %j as %j', (typed, printed) =>
    expect(printQuery(parseQuery(typed, today).query)).toBe(printed),
  );
});

describe('queries of views', () => {
  const names = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', 'a', ' ', '“', '*') }),
    )
    .map((name) => name.trim())
    .filter((name) => fold(name).trim() !== '');

  it('find just the source with a name, whatever it is', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(parseQuery(sourceQuery(name), today)).toEqual({
          query: { kind: 'source', source: fold(name).trim(), isWhole: true },
          faults: [],
        });
      }),
    );
  });

  it('find a tag', () =>
    expect(parseQuery(tagQuery('New "York"/city'), today)).toEqual({
      query: { kind: 'tag', tag: 'New "York"/city' },
      faults: [],
    }));

  it('find a folder', () =>
    expect(parseQuery(rootQuery('0123456789abcdef'), today)).toEqual({
      query: { kind: 'root', root: '0123456789abcdef' },
      faults: [],
    }));
});
