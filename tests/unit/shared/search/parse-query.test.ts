import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import type { Query, TextField, Words } from '../../../../electron/shared/search/query.ts';

/** A Wednesday. */
const today = '2026-03-04';

function words(tokens: string, changes: Partial<Words> = {}): Words {
  return { kind: 'words', field: null, tokens: tokens.split(' '), isPrefix: false, ...changes };
}

function read(text: string): Query {
  const { query, faults } = parseQuery(text, today);
  expect(faults).toEqual([]);
  return query;
}

const storm = words('storm');
const flood = words('flood');
const unread: Query = { kind: 'is', standing: 'unread' };

describe('words', () => {
  it.each<[string, Query]>([
    ['', { kind: 'and', queries: [] }],
    ['storm ', storm],
    ['"storm"', storm],
    ['STORM ', storm],
    ['storm flood ', { kind: 'and', queries: [storm, flood] }],
    ['storm AND flood ', { kind: 'and', queries: [storm, flood] }],
    ['storm & flood — ', { kind: 'and', queries: [storm, flood] }],
    ['"storm flood"', words('storm flood')],
    ['“storm flood”', words('storm flood')],
    ['air‐defense ', words('air defense')],
    ['U.S. ', words('u s')],
    ['4.25% ', words('4 25')],
    ['Ukraine’s ', words('ukraine s')],
    ['北京市 ', words('北 京 市')],
    ['http://x ', words('http x')],
    ['foo:bar ', words('foo bar')],
  ])('reads %j', (text, query) => expect(read(text)).toEqual(query));

  it.each([
    ['sto', words('sto', { isPrefix: true })],
    ['sto*', words('sto', { isPrefix: true })],
    ['4.2', words('4 2', { isPrefix: true })],
    ['"storm flo"*', words('storm flo', { isPrefix: true })],
    ['headline:sto', words('sto', { isPrefix: true, field: 'headline' })],
  ])('takes the end of %j for the beginning of a word', (text, query) =>
    expect(read(text)).toEqual(query),
  );

  it.each(['sto ', '"sto"', 'U.S.', '北京', '(sto)'])('takes %j for whole words', (text) =>
    expect(read(text)).toMatchObject({ kind: 'words', isPrefix: false }),
  );

  it('excludes only the word that is typed, not those that begin with it', () =>
    expect(read('storm -uk')).toEqual({
      kind: 'and',
      queries: [storm, { kind: 'not', query: words('uk') }],
    }));
});

describe('operators', () => {
  it.each<[string, Query]>([
    ['storm OR flood ', { kind: 'or', queries: [storm, flood] }],
    ['storm | flood ', { kind: 'or', queries: [storm, flood] }],
    ['storm|flood ', { kind: 'or', queries: [storm, flood] }],
    ['storm or ', { kind: 'and', queries: [storm, words('or')] }],
    ['-storm ', { kind: 'not', query: storm }],
    ['NOT storm ', { kind: 'not', query: storm }],
    ['--storm ', storm],
    ['storm - flood ', { kind: 'and', queries: [storm, flood] }],
    ['((storm))', storm],
    ['(storm flood) is:unread', { kind: 'and', queries: [storm, flood, unread] }],
    ['-(storm OR is:unread)', { kind: 'not', query: { kind: 'or', queries: [storm, unread] } }],
  ])('reads %j', (text, query) => expect(read(text)).toEqual(query));

  it('binds words side by side more tightly than OR', () =>
    expect(read('storm flood OR is:unread')).toEqual({
      kind: 'or',
      queries: [{ kind: 'and', queries: [storm, flood] }, unread],
    }));

  it('reads parentheses around alternatives', () =>
    expect(read('storm (flood OR is:unread)')).toEqual({
      kind: 'and',
      queries: [storm, { kind: 'or', queries: [flood, unread] }],
    }));
});

describe('fields', () => {
  it.each<TextField>(['headline', 'text', 'caption', 'credit', 'note'])(
    'looks only in the %s',
    (field) => {
      expect(read(`${field}:storm `)).toEqual(words('storm', { field }));
      expect(read(`${field}:"storm flood"`)).toEqual(words('storm flood', { field }));
      expect(read(`${field}:(storm OR -flood)`)).toEqual({
        kind: 'or',
        queries: [words('storm', { field }), { kind: 'not', query: words('flood', { field }) }],
      });
    },
  );

  it.each<[string, Query]>([
    ['source:Reuters', { kind: 'source', source: 'reuters', isWhole: false }],
    ['source:"Reuters"', { kind: 'source', source: 'reuters', isWhole: true }],
    ['source:"Getty Im"*', { kind: 'source', source: 'getty im', isWhole: false }],
    ['source:"The ""Post"""', { kind: 'source', source: 'the "post"', isWhole: true }],
    ['agency:"Getty Images"', { kind: 'agency', agency: 'getty images' }],
    ['tag:#Energy/grid', { kind: 'tag', tag: 'Energy/grid' }],
    ['tag:"New York"', { kind: 'tag', tag: 'New York' }],
    ['color:Yellow', { kind: 'color', color: 'yellow' }],
    ['is:pinned', { kind: 'is', standing: 'pinned' }],
    ['IS:Pinned', { kind: 'is', standing: 'pinned' }],
    ['has:image', { kind: 'has', possession: 'image' }],
    ['path:2025/Nov', { kind: 'path', path: '2025/nov' }],
    ['lang:uk-UA', { kind: 'language', language: 'uk' }],
    ['root:0123456789abcdef', { kind: 'root', root: '0123456789abcdef' }],
    [
      'source:(Reuters OR "AP")',
      {
        kind: 'or',
        queries: [
          { kind: 'source', source: 'reuters', isWhole: false },
          { kind: 'source', source: 'ap', isWhole: true },
        ],
      },
    ],
  ])('reads %s', (text, query) => expect(read(text)).toEqual(query));
});

describe('dates', () => {
  it.each([
    ['on:2025', '2025-01-01', '2025-12-31'],
    ['on:2024-02', '2024-02-01', '2024-02-29'],
    ['on:2025-11-19', '2025-11-19', '2025-11-19'],
    ['on:2025/11/9', '2025-11-09', '2025-11-09'],
    ['on:today', '2026-03-04', '2026-03-04'],
    ['on:yesterday', '2026-03-03', '2026-03-03'],
    ['on:"7 days ago"', '2026-02-25', '2026-02-25'],
    ['on:7 days ago', '2026-02-25', '2026-02-25'],
    ['on:1 week ago', '2026-02-25', '2026-02-25'],
    ['on:"4 months ago"', '2025-11-04', '2025-11-04'],
    ['on:"2 years ago"', '2024-03-04', '2024-03-04'],
    ['on:"last week"', '2026-02-23', '2026-03-01'],
    ['on:this week', '2026-03-02', '2026-03-08'],
    ['on:last month', '2026-02-01', '2026-02-28'],
    ['on:last year', '2025-01-01', '2025-12-31'],
    ['on:19 Nov 2025', '2025-11-19', '2025-11-19'],
    ['on:"Nov 19, 2025"', '2025-11-19', '2025-11-19'],
    ['on:Sept. 9, 2025', '2025-09-09', '2025-09-09'],
    ['on:November 2025', '2025-11-01', '2025-11-30'],
    ['on:2025-11-03..2025-11-09', '2025-11-03', '2025-11-09'],
    ['on:2025-11..2025-12', '2025-11-01', '2025-12-31'],
    ['after:2025-11', '2025-11-01', null],
    ['after:"7 days ago"', '2026-02-25', null],
    ['before:2025-11', null, '2025-10-31'],
    ['before:2025-01-01', null, '2024-12-31'],
  ])('reads %s as %s to %s', (text, from, to) =>
    expect(read(text)).toEqual({ kind: 'date', from, to }),
  );

  it('counts months back to the last day of a shorter one', () =>
    expect(parseQuery('on:"1 month ago"', '2026-03-31').query).toEqual({
      kind: 'date',
      from: '2026-02-28',
      to: '2026-02-28',
    }));

  it('reads words after a date', () =>
    expect(read('after:7 days ago storm ')).toEqual({
      kind: 'and',
      queries: [{ kind: 'date', from: '2026-02-25', to: null }, storm],
    }));

  it.each([
    '2025-13',
    '2025-02-29',
    '19.11.2025',
    '11/19/2025',
    '"19 Nov"',
    '"Nov 31, 2025"',
    'tomorrow',
    '"0 moons ago"',
    '"99999 years ago"',
    '2025-12..2025-11',
    '2025..2026..2027',
    '0000',
  ])('guesses no date from %s', (date) => {
    const { query, faults } = parseQuery(`storm on:${date} flood `, today);
    expect(query).toEqual({ kind: 'and', queries: [storm, flood] });
    expect(faults).toMatchObject([{ start: 9, end: 9 + date.length }]);
  });

  it('knows no day before the first', () =>
    expect(parseQuery('before:0001', today).faults).toHaveLength(1));
});
