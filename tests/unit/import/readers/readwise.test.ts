import { describe, expect, it } from 'vitest';
import { readwiseWriter } from '../../../../electron/export/tables/readwise.ts';
import { quoteOf } from '../../../../electron/shared/export/quote-of.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';
import { writingOptions } from '../../export/web-annotation/written-json.ts';
import { readAs, readFixture } from './read-fixture.ts';

const source = {
  briefingId: null,
  fingerprint: null,
  headline: 'Ferries of Norland run again',
  source: 'Harbour Post',
  date: null,
  address: null,
};

function passage(exact: string) {
  return {
    kind: 'passage',
    exact,
    prefix: '',
    suffix: '',
    part: null,
    position: null,
    fingerprint: null,
    repeated: false,
  };
}

describe('Readwise’s own export', () => {
  it('gives quotes, notes, tags, colours and times', () => {
    const { marks } = readFixture('readwise-export.csv');
    const common = { kind: 'annotation', id: null, source, modifiedAt: null };
    expect(marks).toEqual([
      {
        ...common,
        target: passage('The ferry to Valmar left at "noon".'),
        color: 'yellow',
        tags: ['travel/sea', 'ferries'],
        note: 'Ask the office,\nthen the captain.',
        createdAt: Date.UTC(2026, 2, 5, 10, 1, 2),
      },
      {
        ...common,
        target: passage('The ferry to Norland stays in port.'),
        color: 'blue',
        tags: [],
        note: '',
        createdAt: Date.UTC(2026, 2, 5, 10, 2, 0, 500),
      },
      {
        ...common,
        target: { kind: 'briefing' },
        color: null,
        tags: [],
        note: 'A note alone',
        createdAt: null,
      },
    ]);
  });

  it('refuses a row that says nothing', () => {
    expect(readFixture('readwise-export.csv').refused).toEqual([
      {
        excerpt: 'Ferries of Norland run again Harbour Post yellow page 4',
        reason: 'It has neither a highlight nor a note.',
      },
    ]);
  });
});

describe('what is imported into Readwise', () => {
  it('has its columns in any order, behind a byte order mark, with semicolons', () => {
    expect(readFixture('readwise-import.csv').marks).toEqual([
      {
        kind: 'annotation',
        id: null,
        source: { ...source, address: 'https://harbour.example/ferries' },
        target: passage('The ferry to Valmar left at noon.'),
        color: null,
        tags: ['travel/sea', 'ferries'],
        note: 'Ask them.',
        createdAt: Date.UTC(2026, 2, 5, 10, 1),
        modifiedAt: null,
      },
    ]);
  });

  it('keeps a note that begins with a full stop and no word', () => {
    const csv = 'Highlight,Note\nOne,... and more\nTwo,. Yes\n';
    expect(readAs('n.csv', csv).marks).toMatchObject([
      { note: '... and more', tags: [] },
      { note: '. Yes', tags: [] },
    ]);
  });

  it('reads rows that are too short or too long, and quotation marks inside of cells', () => {
    const csv = 'Highlight,Title\nOne\n\nTwo,T,more,cells\n5" pipes,T\n';
    expect(readAs('n.csv', csv).marks).toMatchObject([
      { target: passage('One'), source: { headline: null } },
      { target: passage('Two'), source: { headline: 'T' } },
      { target: passage('5" pipes') },
    ]);
  });

  it('gives back what this app wrote for Readwise, formulas and markup too', async () => {
    let csv = '';
    for await (const piece of readwiseWriter(entrySource(exportEntries()), writingOptions)) {
      csv += String(piece);
    }
    const { marks, refused } = readAs('readwise.csv', csv);
    const written = exportEntries().flatMap(({ marks: { annotations } }) => annotations);
    const quotes = written.map(({ target }) => quoteOf(target)).filter((quote) => quote !== '');
    const found = marks.map(({ target }) => ('exact' in target ? target.exact : ''));
    expect(refused).toEqual([]);
    expect(marks).toHaveLength(written.length);
    expect(found).toEqual(expect.arrayContaining(quotes));
    expect(marks.map(({ note }) => note)).toContain(
      "=cmd|' /C calc'!A0\n<script>alert(1)</script>\n```\nopen fence",
    );
    expect(marks.flatMap(({ tags }) => tags)).toEqual(
      expect.arrayContaining(['=1+1', '<b>', 'travel/sea', 'Überfahrt']),
    );
  });
});
