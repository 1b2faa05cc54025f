import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinQueries,
  mostSearches,
  renameSearch,
  withoutSearch,
  withSearch,
} from '../../../../renderer/state/saved-searches.ts';
import { labelOfView } from '../../../../renderer/state/views.ts';
import { fold } from '../../../../electron/shared/search/fold.ts';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import { sourceQuery, tagQuery } from '../../../../electron/shared/search/print-query.ts';

const searches = [
  { name: 'Ports', query: 'ports' },
  { name: 'Grids', query: 'grids' },
];

describe('saved searches', () => {
  it('are added last, under a trimmed name', () => {
    expect(withSearch(searches, '  Storms ', 'storm')).toEqual({
      ok: true,
      value: [...searches, { name: 'Storms', query: 'storm' }],
    });
  });

  it.each([
    ['', /no letter/],
    ['pORTS', /already/],
    ['x'.repeat(81), /too long/],
  ])('cannot be called %j', (name, reason) => {
    for (const result of [withSearch(searches, name, 'q'), renameSearch(searches, 'Grids', name)]) {
      expect(result.ok ? '' : result.problem.message).toMatch(reason);
    }
  });

  it('are refused where there are too many, or the query is too long', () => {
    const many = Array.from({ length: mostSearches }, (_, n) => ({ name: `${n}`, query: 'q' }));
    expect(withSearch(many, 'One more', 'q').ok).toBe(false);
    expect(withSearch([], 'Long', 'q'.repeat(1001)).ok).toBe(false);
  });

  it('are renamed in their place, and may get the case of their name changed', () => {
    const result = renameSearch(searches, 'Ports', 'PORTS');
    expect(result.ok && result.value.map(({ name }) => name)).toEqual(['PORTS', 'Grids']);
    expect(withoutSearch(searches, 'Ports').map(({ name }) => name)).toEqual(['Grids']);
  });

  it('join a view and words, alternatives in parentheses', () => {
    expect(joinQueries('', ' storm ')).toBe('storm');
    expect(joinQueries('is:unread', 'a OR b')).toBe('is:unread (a OR b)');
    expect(joinQueries('is:unread', '')).toBe('is:unread');
  });
});

describe('the queries of views', () => {
  it('find just the source and the tag, whatever they are called', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        name.filter((text) => fold(text).trim() !== '' && !/["\u201c-\u201f*]/u.test(text)),
        (source) => {
          expect(parseQuery(sourceQuery(source), '2026-03-04')).toEqual({
            query: { kind: 'source', source: fold(source.trim()).trim(), isWhole: true },
            faults: [],
          });
        },
      ),
    );
  });

  it('are called by their names', () => {
    const saved = [{ name: 'Ports', query: 'ports' }];
    expect(labelOfView('is:unread -is:problem', [], saved)).toBe('Unread');
    expect(labelOfView('ports', [], saved)).toBe('Ports');
    expect(labelOfView(tagQuery('energy/grid'), [], saved)).toBe('energy/grid');
    expect(labelOfView('other words', [], saved)).toBe('other words');
  });
});
