import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../electron/shared/model/briefing.ts';
import type { Excerpt } from '../../../../electron/shared/model/listing.ts';
import { excerptOf } from '../../../../electron/shared/search/excerpt.ts';
import { excerptsFor } from '../../../../electron/shared/search/excerpts.ts';
import { positiveWords } from '../../../../electron/shared/search/hits.ts';
import { parseQuery } from '../../../../electron/shared/search/parse-query.ts';
import type { Query, Words } from '../../../../electron/shared/search/query.ts';
import { briefingOf } from '../briefings.ts';

function queryOf(typed: string): Query {
  return parseQuery(typed, '2026-03-04').query;
}

function wordsOf(typed: string): readonly Words[] {
  return positiveWords(queryOf(typed));
}

function marked({ text, hits }: Pick<Excerpt, 'text' | 'hits'>): string {
  return hits.toReversed().reduce((all, { start, end }) => {
    return `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`;
  }, text);
}

/** The excerpt with its hits in brackets. */
function cut(text: string, typed: string, length: number): string | null {
  const excerpt = excerptOf(text, wordsOf(typed), length);
  return excerpt && marked(excerpt);
}

describe('excerptOf', () => {
  const long =
    'The ferry to Valmar left at noon, and the ferry to Norland stays in its port today.';

  it.each([
    [
      'valmar ',
      200,
      `The ferry to [Valmar] left at noon, and the ferry to Norland stays in its port today.`,
    ],
    ['norland ', 40, '…ferry to [Norland] stays in its port…'],
    ['valmar ', 30, '…to [Valmar] left at noon, and…'],
    ['the ', 20, '[The] ferry to…'],
    ['today ', 20, '…in its port [today].'],
    ['ferry norland ', 36, '…the [ferry] to [Norland] stays in its…'],
    ['storm ', 40, null],
  ])('cuts for %j to %i', (typed, length, excerpt) => {
    expect(cut(long, typed, length)).toBe(excerpt);
  });

  it('goes where most hits stand close together', () => {
    const apart = ' and so on'.repeat(5);
    const text = `Storm${apart}, storm after storm after storm${apart}, storm${apart}, storm, storm.`;
    expect(cut(text, 'storm ', 50)).toBe('…on, [storm] after [storm] after [storm] and so on and…');
  });

  it('keeps characters whole where no spaces are', () => {
    expect(cut('👩‍👩‍👧北京市は東京都と👩‍👩‍👧上海市', '東京', 12)).toBe('…市は[東京]都と…');
    expect(cut('x'.repeat(30), 'xxx', 12)).toBe('[xxx]xxxxxxx…');
  });

  it('cuts a hit only where it is longer than all', () =>
    expect(cut('one two three four five', '"two three four"', 10)).toBe('…[two thre]…'));

  it('is verbatim but for its ends, no longer than it may be, and marks what stands in it', () => {
    const pieces = fc.constantFrom(
      'storm',
      'a',
      'é',
      'e\u0301',
      '😀',
      '👩‍👩‍👧',
      '北',
      'が',
      ' ',
      '\n',
      '. ',
      'ß',
      '\u00ad',
    );
    const texts = fc.array(pieces, { maxLength: 80 }).map((all) => all.join(''));
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 60 }), (text, length) => {
        const excerpt = excerptOf(text, wordsOf('storm OR a OR 北'), length);
        if (excerpt === null) return;
        expect(excerpt.text.length).toBeLessThanOrEqual(length);
        expect(excerpt.hits).not.toEqual([]);
        const verbatim = excerpt.text.replace(/^…/u, '').replace(/…$/u, '');
        const starts = [...graphemes.segment(text)].map(({ index }) => index);
        const boundaries = new Set([...starts, text.length]);
        const isWhole = starts.some(
          (at) => text.startsWith(verbatim, at) && boundaries.has(at + verbatim.length),
        );
        expect(isWhole).toBe(true);
        for (const { start, end } of excerpt.hits) {
          expect(excerpt.text.slice(start, end)).toMatch(
            /^(?:s\u00ad*t\u00ad*o\u00ad*r\u00ad*m|[a北])/u,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('excerptsFor', () => {
  function item(text: string): Item {
    return { kind: 'bullet', text, marker: '•' };
  }

  function excerpts(typed: string, notes: readonly string[] = []): readonly string[] {
    const briefing = briefingOf({
      sections: [
        {
          heading: 'Overview',
          items: [
            item('The ferry to Valmar left.'),
            item('The ferry and the other ferry to Norland stay.'),
            item('The ferry to Norland and Valmar sank.'),
          ],
        },
      ],
    });
    return excerptsFor(briefing, notes, queryOf(typed)).map(
      (excerpt) => `${excerpt.part ?? 'note'}: ${marked(excerpt)}`,
    );
  }

  it('gives the two with most different words, then with most hits, then the first', () => {
    expect(excerpts('ferry OR norland OR valmar ')).toEqual([
      'sections/0/items/2: The [ferry] to [Norland] and [Valmar] sank.',
      'sections/0/items/1: The [ferry] and the other [ferry] to [Norland] stay.',
    ]);
    expect(excerpts('ferry ')).toEqual([
      'sections/0/items/1: The [ferry] and the other [ferry] to Norland stay.',
      'figures/0: The [ferry] at the quay of Valmar.',
    ]);
  });

  it('gives words of notes and credits', () => {
    expect(excerpts('ask ', ['Ask the harbour.', 'Later'])).toEqual(['note: [Ask] the harbour.']);
    expect(excerpts('credit:berg ')).toEqual(['figures/0: Norland Post/Ada [Berg]']);
  });

  it('looks for words where they are asked for', () => {
    expect(excerpts('note:ferry ', ['The ferry!'])).toEqual(['note: The [ferry]!']);
    expect(excerpts('caption:ferry ')).toEqual(['figures/0: The [ferry] at the quay of Valmar.']);
  });

  it('gives a text that stands there twice once', () =>
    expect(excerpts('harbour ', ['Harbour', 'Harbour'])).toEqual(['note: [Harbour]']));

  it('gives none for the headline alone, without words, and for words to be left out', () => {
    expect(excerpts('run again ')).toEqual([]);
    expect(excerpts('is:unread')).toEqual([]);
    expect(excerpts('-ferry')).toEqual([]);
  });
});
