import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import { deepestNesting } from '../../../../electron/shared/search/query-parser.ts';

const today = '2026-03-04';

/** What is underlined, with the sentence. */
function faultsIn(text: string): readonly (readonly [string, string])[] {
  return parseQuery(text, today).faults.map(({ start, end, message }) => [
    text.slice(start, end),
    message,
  ]);
}

describe('a fault', () => {
  it.each([
    ['storm is:foo', 'foo', /unread, reading, read, pinned/],
    ['storm has:foo', 'foo', /note, highlight, image/],
    ['storm color:red', 'red', /yellow, green, blue/],
    ['storm lang:english', 'english', /code of a language/],
    ['storm root:home', 'home', /sidebar/],
    ['storm on:soon', 'soon', /2025-11-19/],
    ['storm headline:', 'headline:', /a word, a "phrase"/],
    ['headline: storm', 'headline:', /a word, a "phrase"/],
    ['storm is: ', 'is:', /unread/],
    ['storm source:""', '""', /Reuters/],
    ['storm tag:#', '#', /energy\/grid/],
    ['storm headline:—', '—', /a word/],
    ['storm ""', '""', /words between/],
    ['storm OR', 'OR', /two things/],
    ['OR storm', 'OR', /two things/],
    ['storm |', '|', /two things/],
    ['storm AND', 'AND', /two things/],
    ['AND storm', 'AND', /two things/],
    ['storm NOT', 'NOT', /leave out/],
    ['storm )', ')', /closes nothing/],
    ['storm ()', '()', /between/],
    ['(storm', '(', /not closed/],
    ['"storm', '"', /not closed/],
  ])('in %j is at %j', (text, place, message) => {
    const faults = faultsIn(text);
    expect(faults.map(([at]) => at)).toEqual([place]);
    expect(faults[0]?.[1]).toMatch(message);
    const { query } = parseQuery(text, today);
    expect(query).toMatchObject({ kind: 'words', tokens: ['storm'] });
  });

  it('is told for each', () =>
    expect(faultsIn('(is:foo OR OR storm) OR').map(([at]) => at)).toEqual(['foo', 'OR', 'OR']));

  it('leaves a query that everything satisfies, where nothing else is in it', () =>
    expect(parseQuery('-is:foo OR', today).query).toEqual({ kind: 'and', queries: [] }));

  it('lets what is quoted or grouped reach to the end', () => {
    expect(parseQuery('"storm flo', today).query).toMatchObject({
      tokens: ['storm', 'flo'],
      isPrefix: true,
    });
    expect(parseQuery('headline:(storm OR flo', today).query).toMatchObject({
      kind: 'or',
      queries: [{ field: 'headline' }, { field: 'headline', isPrefix: true }],
    });
  });

  it('is nesting that is too deep, which is left out whole', () => {
    const deep = `${'('.repeat(deepestNesting + 1)}storm${')'.repeat(deepestNesting + 1)} flood `;
    expect(faultsIn(deep)).toEqual([['(storm)', expect.stringContaining('20 deep')]]);
    expect(parseQuery(deep, today).query).toMatchObject({ tokens: ['flood'] });
    expect(faultsIn(deep.slice(1).replace(')', ''))).toEqual([]);
  });

  it('is one of many in a text that is nothing else', () => {
    expect(parseQuery('('.repeat(50_000), today).faults.length).toBeGreaterThan(1);
    expect(parseQuery('-'.repeat(50_001) + 'x ', today).query).toMatchObject({ kind: 'not' });
  });
});
