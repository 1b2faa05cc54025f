import { describe, expect, it } from 'vitest';
import { readAs, readFixture } from './read-fixture.ts';

const source = {
  briefingId: null,
  fingerprint: null,
  headline: 'Ferries of Norland run again',
  source: null,
  date: null,
  address: 'https://harbour.example/ferries',
};

describe('Hypothesis', () => {
  it('gives the quote, note, tags and times of an annotation of its export', () => {
    expect(readFixture('hypothesis-export.json').marks[0]).toEqual({
      kind: 'annotation',
      id: '252c834e-e64f-11ec-95bb-137ba435aa38',
      source,
      target: {
        kind: 'passage',
        exact: 'ferry to Valmar',
        prefix: 'Overview\nThe ',
        suffix: ' left at noon.',
        part: null,
        position: null,
        fingerprint: null,
        repeated: false,
      },
      color: null,
      tags: ['travel/sea', 'ferries'],
      note: 'Ask the *harbour* office.',
      createdAt: Date.UTC(2026, 2, 5, 10, 1, 2, 345),
      modifiedAt: Date.UTC(2026, 2, 5, 10, 1, 2, 345),
    });
  });

  it('gives a note on a page as one on the whole briefing; an old id is no UUID', () => {
    expect(readFixture('hypothesis-export.json').marks[1]).toMatchObject({
      id: null,
      source,
      target: { kind: 'briefing' },
      note: 'A note on the page.',
    });
  });

  it('refuses what does not quote its words', () => {
    const { marks, refused } = readFixture('hypothesis-export.json');
    expect(marks).toHaveLength(2);
    expect(refused).toEqual([
      {
        excerpt: 'It has a place, but no words.',
        reason: 'It does not quote the words that it is on.',
      },
    ]);
  });

  it('gives what the API answers', () => {
    const { marks, refused } = readFixture('hypothesis-api.json');
    expect(refused).toEqual([]);
    expect(marks).toMatchObject([
      { source, target: { exact: 'left at noon', prefix: 'Valmar ' }, note: '', tags: [] },
    ]);
  });

  it('takes a page note that has no target at all', () => {
    const row = { id: 'x', uri: 'https://harbour.example/', text: 'Note', tags: ['a'] };
    expect(readAs('rows.json', JSON.stringify({ rows: [row] })).marks).toMatchObject([
      { target: { kind: 'briefing' }, note: 'Note', tags: ['a'] },
    ]);
  });
});
