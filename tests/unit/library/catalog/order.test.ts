import { describe, expect, it } from 'vitest';
import { idOf, newest, openedCatalog } from './opened-catalog.ts';

describe('the order of a list', () => {
  it('is newest day first, within a day what came last, and what has no day at the end', () => {
    const { put, headlines, reader } = openedCatalog();
    put('a', { headline: 'Monday, first', day: '2025-11-17' });
    put('b', { headline: 'Undated' });
    put('c', { headline: 'Wednesday', day: '2025-11-19' });
    put('d', { headline: 'Monday, second', day: '2025-11-17' });
    put('e', { headline: 'No such month', day: '2025-13-40' });
    put('f', { headline: 'No such day', day: '2025-02-30' });
    const dated = ['Wednesday', 'Monday, second', 'Monday, first'];
    const order = [...dated, 'No such day', 'No such month', 'Undated'];
    expect(headlines()).toEqual(order);
    expect(reader.outline(newest())).toEqual({
      total: 6,
      isCapped: false,
      days: [
        { day: '2025-11-19', count: 1 },
        { day: '2025-11-17', count: 2 },
        { day: null, count: 3 },
      ],
    });
  });

  it('keeps a briefing in its place when its file changes, but for its day', () => {
    const { put, headlines } = openedCatalog();
    put('a', { headline: 'One', day: '2025-11-19' });
    put('b', { headline: 'Two', day: '2025-11-19' });
    put('a', { headline: 'One, corrected', day: '2025-11-19' });
    expect(headlines()).toEqual(['Two', 'One, corrected']);
    put('a', { headline: 'One, of today', day: '2025-11-20' });
    expect(headlines()).toEqual(['One, of today', 'Two']);
  });

  it('pages through the same rows as the whole list, and knows where each of them is', () => {
    const { put, headlines, reader } = openedCatalog();
    for (let number = 0; number < 30; number += 1) {
      put(`${number}`, { headline: `Story ${number}`, day: `2025-11-0${(number % 7) + 1}` });
    }
    const all = headlines();
    const pages = [0, 7, 14, 21, 28].flatMap((offset) => headlines(newest(), offset, 7));
    expect(pages).toEqual(all);
    for (const [position, headline] of all.entries()) {
      const id = idOf(headline.replace('Story ', ''));
      expect(reader.locate(newest(), id)).toBe(position);
    }
    expect(reader.locate(newest('nothing '), idOf('1'))).toBeNull();
    expect(reader.locate(newest(), idOf('gone'))).toBeNull();
  });

  it('by relevance puts what has the words in its headline before what mentions them', () => {
    const { put, headlines, reader } = openedCatalog();
    put('a', { headline: 'Harbour strike ends', day: '2020-01-01', text: 'It was long.' });
    put('b', {
      headline: 'Weather',
      day: '2025-11-19',
      text: 'A strike was not in the way of it.',
    });
    const ranked = { view: '', text: 'strike ', order: 'relevance' } as const;
    expect(headlines(ranked)).toEqual(['Harbour strike ends', 'Weather']);
    expect(reader.locate(ranked, idOf('b'))).toBe(1);
    expect(reader.outline(ranked)).toEqual({ total: 2, isCapped: false, days: [] });
    expect(headlines(newest('strike '))).toEqual(['Weather', 'Harbour strike ends']);
  });

  it('says when there are more rows than a list of hits has', () => {
    const { put, headlines, reader } = openedCatalog({ caps: { newest: 3, relevance: 2 } });
    for (let number = 0; number < 5; number += 1) {
      put(`${number}`, { headline: `Strike ${number}`, day: `2025-11-0${5 - number}` });
    }
    expect(reader.outline(newest('strike '))).toEqual({
      total: 3,
      isCapped: true,
      days: [
        { day: '2025-11-05', count: 1 },
        { day: '2025-11-04', count: 1 },
        { day: '2025-11-03', count: 1 },
      ],
    });
    expect(headlines(newest('strike '))).toEqual(['Strike 0', 'Strike 1', 'Strike 2']);
    expect(headlines(newest('strike '), 2, 10)).toEqual(['Strike 2']);
    expect(reader.locate(newest('strike '), idOf('4'))).toBeNull();
    const ranked = { view: '', text: 'strike ', order: 'relevance' } as const;
    expect(reader.outline(ranked)).toMatchObject({ total: 2, isCapped: true });
    expect(headlines(ranked)).toHaveLength(2);
    expect(reader.outline(newest())).toMatchObject({ total: 5, isCapped: false });
  });

  it('shows what was written since the last answer', () => {
    const { put, writer, reader } = openedCatalog();
    put('a', { headline: 'One', day: '2025-11-19' });
    expect(reader.outline(newest()).total).toBe(1);
    put('b', { headline: 'Two', day: '2025-11-19' });
    expect(reader.outline(newest()).total).toBe(2);
    writer.batch(() => writer.removeFile('/news/a'));
    expect(reader.outline(newest()).total).toBe(1);
    expect(reader.counts()).toEqual({ briefings: 1, problems: 0 });
  });

  it('counts days back from the day that it is', () => {
    let today = '2025-11-19';
    const { put, reader } = openedCatalog({ today: () => today });
    put('a', { headline: 'One', day: '2025-11-18' });
    expect(reader.outline(newest('after:yesterday ')).total).toBe(1);
    today = '2025-11-20';
    expect(reader.outline(newest('after:yesterday ')).total).toBe(0);
  });

  it('has a place for each day from 0001-01-01 to 9999-12-31', () => {
    const { put, headlines, reader } = openedCatalog();
    for (const day of ['9999-12-31', '0001-01-01', '1969-12-31', '1970-01-01', '0000-12-31']) {
      put(day, { headline: `Day ${day}`, day });
    }
    const days = ['9999-12-31', '1970-01-01', '1969-12-31', '0001-01-01'];
    expect(reader.outline(newest()).days).toEqual([
      ...days.map((day) => ({ day, count: 1 })),
      { day: null, count: 1 },
    ]);
    const queried = headlines(newest('day after:1970 '));
    expect(queried).toEqual(['Day 9999-12-31', 'Day 1970-01-01']);
    expect(headlines(newest('day before:1970 '))).toEqual(['Day 1969-12-31', 'Day 0001-01-01']);
    expect(headlines()).toEqual([...days, '0000-12-31'].map((day) => `Day ${day}`));
  });
});
