import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileQuery } from '../../../../electron/library/search/compile-query.ts';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import type { Query, TextField } from '../../../../electron/shared/search/query.ts';
import { anyQuery, shelved } from './random-shelf.ts';
import { satisfies } from './satisfies.ts';
import { Shelf, type Shelved } from './shelf.ts';

const nothing: Shelved = {
  texts: { headline: '', text: '', caption: '', credit: '', note: '' },
  root: '0123456789abcdef',
  path: '/news/a.txt',
  day: null,
  source: null,
  language: null,
  agencies: [],
  hasProblem: false,
  hasImage: false,
  isCopy: false,
  fingerprint: 'one',
  tags: [],
  colors: [],
  noteCount: 0,
  bookmarkCount: 0,
  highlightCount: 0,
  state: null,
};

function withText(text: string, field: TextField = 'text'): Shelved {
  return { ...nothing, texts: { ...nothing.texts, [field]: text } };
}

function parsed(typed: string): Query {
  return parseQuery(typed, '2026-03-04').query;
}

function finds(briefing: Shelved, typed: string): boolean {
  const shelf = new Shelf([briefing]);
  const found = shelf.find(parsed(typed));
  shelf.close();
  return found.length > 0;
}

describe('a compiled query', () => {
  it('finds what satisfies it and nothing else', () =>
    fc.assert(
      fc.property(
        fc.array(shelved, { minLength: 1, maxLength: 8 }),
        fc.array(anyQuery, { minLength: 1, maxLength: 12 }),
        (briefings, queries) => {
          const shelf = new Shelf(briefings);
          for (const query of queries) {
            const wanted = briefings.flatMap((briefing, index) =>
              satisfies(briefing, query) ? [index] : [],
            );
            expect(shelf.find(query)).toEqual(wanted);
          }
          shelf.close();
        },
      ),
      { numRuns: 300 },
    ));

  it.each([
    ['Herr Müller', 'muller '],
    ['Herr muller', 'Müller '],
    ['in İstanbul', 'istanbul '],
    ['in ISTANBUL', 'İstanbul '],
    ['Ёлка', 'елка '],
    ['елка', 'Ёлка '],
    ['在北京市内', '北京'],
    ['昨日とうきょうで', 'とうきょう'],
    ['昨日とうきょうで', 'きょう'],
    ['Ukraine’s ports', 'ukraine '],
    ['The U.S. says', 'U.S.'],
    ['The U.S. says', '"U. S."'],
    ['an air‐defense unit', 'air-defense '],
    ['an air‐defense unit', 'defense '],
    ['an air‐defense unit', 'air‐def'],
    ['up to 4.25%', '4.25%'],
    ['up to 4.25%', '4.2'],
    ['this AND that', '"and that"'],
  ])('finds %j for %j', (text, typed) => expect(finds(withText(text), typed)).toBe(true));

  it.each([
    ['up to 4.5 or 25', '4.25%'],
    ['京北', '北京'],
    ['stormy', 'storm '],
    ['a surge of storm', '"storm surge"'],
    ['storm', 'headline:storm '],
    ['storm', '-storm'],
    ['storm', 'stormx OR (flood -storm)'],
  ])('does not find %j for %j', (text, typed) => expect(finds(withText(text), typed)).toBe(false));

  it('takes a tag for itself and those inside of it', () => {
    const tagged = { ...nothing, tags: ['Energy/grid'] };
    expect(['tag:energy', 'tag:"energy/Grid"'].map((typed) => finds(tagged, typed))).toEqual([
      true,
      true,
    ]);
    expect(['tag:ener', 'tag:energy/gri', 'tag:e%'].some((typed) => finds(tagged, typed))).toBe(
      false,
    );
  });

  it('leaves undated briefings out of dates, and finds them where dates are excluded', () => {
    expect(finds(nothing, 'after:2025')).toBe(false);
    expect(finds(nothing, '-after:2025')).toBe(true);
  });

  it('is one expression of the index where it is only about words', () => {
    const { match, condition } = compileQuery(
      parsed('storm (flood OR "high tide") -caption:ship '),
    );
    expect(match).not.toBeNull();
    expect(condition).toEqual({ sql: 'TRUE', values: [] });
  });

  it('is driven by the words that every result has', () => {
    expect(compileQuery(parsed('storm is:unread')).match).not.toBeNull();
    expect(compileQuery(parsed('storm OR is:unread')).match).toBeNull();
    expect(compileQuery(parsed('-storm')).match).toBeNull();
  });

  it.each([
    ['and', 'storm '],
    ['or', 'storm OR '],
    ['excluded', '-storm '],
    ['filters', 'is:unread '],
    ['alternative filters', 'has:note OR '],
    ['mixed', '(storm OR is:unread) '],
  ])('can be long: %s', (_, part) => {
    const shelf = new Shelf([withText('storm')]);
    expect(() => shelf.find(parsed(part.repeat(2000)))).not.toThrow();
    shelf.close();
  });

  it('can be as deep as queries can be', () => {
    const deep = (part: string): string =>
      Array.from({ length: 6 }).reduce<string>(
        (inner) => `(${part} -(x OR (y ${inner})))`,
        'storm',
      );
    const shelf = new Shelf([withText('storm')]);
    expect(shelf.find(parsed(deep('storm')))).toEqual([0]);
    expect(shelf.find(parsed(deep('is:unread')))).toEqual([0]);
    shelf.close();
  });
});
