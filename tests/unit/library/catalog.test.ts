import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Listing } from '../../../electron/shared/model/listing.ts';
import { briefingIdOf } from '../../../electron/library/briefing-id.ts';
import { Catalog } from '../../../electron/library/catalog.ts';
import { toProblemListing } from '../../../electron/library/to-listing.ts';
import { everything, temporaryFolder } from '../../support/library/briefing-folder.ts';

const stamp = { byteLength: 100, modifiedAt: 1_700_000_000_000.5 };

function listingOf(file: string, headline: string, day: string | null): Listing {
  return {
    id: briefingIdOf(file),
    headline,
    source: null,
    date: day === null ? null : { value: day, provenance: 'file time', evidence: null },
    wordCount: 3,
    fileName: path.basename(file),
    path: file,
    fingerprint: 'a'.repeat(64),
    problem: null,
  };
}

function openCatalog(file = ':memory:'): Catalog {
  const catalog = new Catalog(file);
  onTestFinished(() => catalog.close());
  return catalog;
}

/** A catalog of briefings that scan 1 has seen, each at `/news/` and its headline. */
function catalogOf(...briefings: readonly (readonly [headline: string, day: string | null])[]) {
  const catalog = openCatalog();
  for (const [headline, day] of briefings) {
    catalog.put(listingOf(`/news/${headline}`, headline, day), stamp, 1);
  }
  return catalog;
}

function headlinesIn(catalog: Catalog, text = '', offset = 0, limit = 1000): readonly string[] {
  return catalog.query({ filter: { text, ids: null }, offset, limit }).map((row) => row.headline);
}

describe('the order of a catalog', () => {
  it('is newest day, then folded headline, with what has no day at the end', () => {
    const catalog = catalogOf(
      ['zulu', '2025-11-19'],
      ['Émile', '2025-11-20'],
      ['undated', null],
      ['echo', '2025-11-20'],
      ['Alpha', '2025-11-19'],
      ['FOXTROT', '2025-11-20'],
    );
    const order = ['echo', 'Émile', 'FOXTROT', 'Alpha', 'zulu', 'undated'];
    expect(headlinesIn(catalog)).toEqual(order);
    expect(catalog.outline(everything)).toEqual({
      total: 6,
      days: [
        { day: '2025-11-20', count: 3 },
        { day: '2025-11-19', count: 2 },
        { day: null, count: 1 },
      ],
    });
  });

  it.each([
    [0, 2, ['a', 'b']],
    [1, 3, ['b', 'c', 'd']],
    [4, 10, ['e']],
    [5, 10, []],
    [1000, 10, []],
    [0, 0, []],
  ])('is paged: from %d, %d rows', (offset, limit, expected) => {
    const catalog = catalogOf(...['c', 'a', 'e', 'b', 'd'].map((name) => [name, null] as const));
    expect(headlinesIn(catalog, '', offset, limit)).toEqual(expected);
  });
});

describe('the position of a briefing', () => {
  const row = fc.record({
    headline: fc.constantFrom('a', 'A', 'ä', 'b', 'ab', 'é', ''),
    day: fc.constantFrom(null, '2025-11-20', '2025-11-19', '2024-01-01'),
  });

  it('is that of its row, with every filter', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom('', 'a', 'b'), (rows, text) => {
        const catalog = new Catalog(':memory:');
        rows.forEach(({ headline, day }, index) =>
          catalog.put(listingOf(`/news/${index}`, headline, day), stamp, 1),
        );
        const filter = { text, ids: null };
        const listed = catalog.query({ filter, offset: 0, limit: 100 }).map(({ id }) => id);
        const ids = rows.map((_, index) => briefingIdOf(`/news/${index}`));
        const positions = ids.map((id) => catalog.positionOf(filter, id));
        catalog.close();
        expect(positions).toEqual(
          ids.map((id) => (listed.includes(id) ? listed.indexOf(id) : null)),
        );
      }),
    );
  });

  it('is none of a briefing that is not there', () => {
    expect(catalogOf(['a', null]).positionOf(everything, briefingIdOf('/b'))).toBeNull();
  });
});

describe('the words of a query', () => {
  it.each([
    ['reopens', 'Port of Valmar Reopens'],
    ['REOP', 'Port of Valmar Reopens'],
    ['valmar port', 'Port of Valmar Reopens'],
    ['ÎSTANBUL müller', 'Muller in İstanbul'],
    ['akcapinar', 'Akçapınar Feribot'],
    ['озеріі', 'Бібліотека Озерії'],
    ['strasse', 'Die STRAßE'],
    ['thorso', 'Thorsø Wins'],
    ['مرسال', 'جمهورية مَرسال'],
    ["keepers'", "The Keepers' Lamp"],
    ['100%', '100% of_it'],
    ['of_it', '100% of_it'],
  ])('find by %j', (text, headline) => {
    const catalog = catalogOf([headline, '2025-11-20'], ['Other', '2025-11-19']);
    expect(headlinesIn(catalog, text)).toEqual([headline]);
    expect(catalog.outline({ text, ids: null })).toEqual({
      total: 1,
      days: [{ day: '2025-11-20', count: 1 }],
    });
  });

  it.each(['nothing', 'port x', '%', '_', "' OR 1=1 --", '"', '*', '\0'])(
    'find nothing by %j',
    (text) => {
      const catalog = catalogOf(['Port Reopens', '2025-11-20']);
      expect(headlinesIn(catalog, text)).toEqual([]);
      expect(catalog.outline({ text, ids: null })).toEqual({ total: 0, days: [] });
    },
  );

  it('keep to given ids, thousands of them too', () => {
    const catalog = catalogOf(['a', null], ['b', null], ['ab', null]);
    const ids = ['/news/a', '/news/ab'].map(briefingIdOf);
    const many = Array.from({ length: 50_000 }, (_, index) => briefingIdOf(String(index)));
    const filter = { text: 'b', ids: [...many, ...ids] };
    expect(catalog.query({ filter, offset: 0, limit: 10 }).map((row) => row.headline)).toEqual([
      'ab',
    ]);
    expect(catalog.outline(filter).total).toBe(1);
    expect(catalog.find(ids).map((row) => row.headline)).toEqual(['a', 'ab']);
    expect(catalog.find([])).toEqual([]);
  });
});

describe('the rows of a catalog', () => {
  it('come back as they were put', () => {
    const catalog = openCatalog();
    const listing = listingOf('/news/a', 'Lone \ud800 “one” \u0000 – 👩‍🚒', '2025-11-20');
    const plain = { ...listing, headline: 'Plain “one” – 👩‍🚒', id: briefingIdOf('/b'), path: '/b' };
    catalog.put(listing, stamp, 1);
    catalog.put(plain, stamp, 1);
    expect(catalog.find([plain.id])).toEqual([plain]);
    expect(catalog.find([listing.id])).toEqual([listing]);
  });

  it('are replaced by the newer ones of the same file', () => {
    const catalog = catalogOf(['a', '2025-11-20']);
    catalog.put({ ...listingOf('/news/a', 'Later', null) }, stamp, 2);
    expect(headlinesIn(catalog)).toEqual(['Later']);
    expect(catalog.counts()).toEqual({ briefings: 1, problems: 0 });
  });

  it('have a stamp, unless the file could not be read', () => {
    const catalog = catalogOf(['a', null]);
    catalog.put(toProblemListing('/news/p', 'It cannot be read.'), stamp, 1);
    expect(catalog.stampOf(briefingIdOf('/news/a'))).toEqual(stamp);
    expect(catalog.stampOf(briefingIdOf('/news/p'))).toBeNull();
    expect(catalog.stampOf(briefingIdOf('/news/none'))).toBeNull();
    expect(catalog.counts()).toEqual({ briefings: 2, problems: 1 });
  });

  it('go when a scan has not seen them', () => {
    const catalog = catalogOf(['a', null], ['b', null], ['c', null]);
    expect(catalog.nextScan()).toBe(2);
    catalog.touch(briefingIdOf('/news/a'), 2);
    catalog.put(listingOf('/news/d', 'd', null), stamp, 2);
    expect(catalog.removeUnseen(2)).toBe(2);
    expect(headlinesIn(catalog)).toEqual(['a', 'd']);
    expect(catalog.nextScan()).toBe(3);
  });

  it('go in one folder, and not in another that only begins like it', () => {
    const catalog = openCatalog();
    const files = ['/news/a', '/news/sub/b', '/news2/c', '/new%/d', '/News/e'];
    for (const file of files) catalog.put(listingOf(file, file, null), stamp, 1);
    expect(catalog.removeUnseenIn('/news', 2)).toBe(2);
    expect(catalog.removeUnseenIn('/new%', 2)).toBe(1);
    expect(headlinesIn(catalog)).toEqual(['/News/e', '/news2/c']);
    expect(catalog.removeUnseenIn('/', 1)).toBe(0);
    expect(catalog.removeUnseenIn('/', 2)).toBe(2);
  });

  it('change all or not at all in a batch', () => {
    const catalog = catalogOf(['a', null]);
    const failing = (): void => {
      catalog.put(listingOf('/news/b', 'b', null), stamp, 1);
      throw new Error('The disk is full.');
    };
    expect(() => catalog.batch(failing)).toThrow('The disk is full.');
    expect(headlinesIn(catalog)).toEqual(['a']);
    catalog.batch(() => catalog.put(listingOf('/news/b', 'b', null), stamp, 1));
    expect(headlinesIn(catalog)).toEqual(['a', 'b']);
  });
});

describe('the file of a catalog', () => {
  function fill(file: string): void {
    const catalog = new Catalog(file);
    catalog.put(listingOf('/news/a', 'a', null), stamp, 7);
    catalog.close();
  }

  it('is made with its folder, and keeps what it was given', () => {
    const file = path.join(temporaryFolder(), 'deep/er/catalog.sqlite');
    fill(file);
    const again = openCatalog(file);
    expect(headlinesIn(again)).toEqual(['a']);
    expect(again.nextScan()).toBe(8);
  });

  it.each([
    ['damaged', (file: string) => writeFileSync(file, 'no database at all '.repeat(500))],
    ['empty', (file: string) => writeFileSync(file, '')],
    [
      'of another version',
      (file: string) => {
        const database = new DatabaseSync(file);
        database.exec('PRAGMA user_version = 999');
        database.close();
      },
    ],
    [
      'of another program',
      (file: string) => {
        const database = new DatabaseSync(file);
        database.exec('DROP TABLE briefing; CREATE TABLE other (x); PRAGMA user_version = 12');
        database.close();
      },
    ],
  ])('is begun anew when it is %s', (_name, spoil) => {
    const file = path.join(temporaryFolder(), 'catalog.sqlite');
    fill(file);
    spoil(file);
    const catalog = openCatalog(file);
    expect(headlinesIn(catalog)).toEqual([]);
    catalog.put(listingOf('/news/b', 'b', null), stamp, 1);
    expect(headlinesIn(catalog)).toEqual(['b']);
  });

  it('is an error where none can be made', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => new Catalog(path.join(folder, 'file', 'catalog.sqlite'))).toThrow();
    mkdirSync(path.join(folder, 'folder'));
    expect(() => new Catalog(path.join(folder, 'folder'))).toThrow();
  });
});
