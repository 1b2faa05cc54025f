import { createHash } from 'node:crypto';
import { copyFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { briefingIdOf } from '../../../electron/library/briefing-id.ts';
import {
  briefingFolder,
  everything,
  headlinesOf,
  listingsOf,
  openLibrary,
  scannedLibrary,
  snapshotOf,
  story,
  temporaryFolder,
} from '../../support/library/briefing-folder.ts';

const seeds = path.resolve(import.meta.dirname, '../../../seeds');

/** A library of stories, each given by its headline and its day. */
async function libraryOf(stories: readonly (readonly [headline: string, day: string])[]) {
  const { root, write } = briefingFolder();
  for (const [index, [headline, day]] of stories.entries()) {
    write(`${String(index)}.txt`, story(headline, day));
  }
  return scannedLibrary([root]);
}

describe('the list', () => {
  it('has the newest day first, and within a day the order of headlines', async () => {
    const library = await libraryOf([
      ['Valmar Reopens Its Port', '2025-11-19'],
      ['östlund Wins the Vote', '2025-11-20'],
      ['Zoo Moves', '2025-11-20'],
      ['Orlan Rations Power', '2025-11-20'],
      ['Convoy Leaves', '2024-02-29'],
    ]);
    expect(await headlinesOf(library)).toEqual([
      'Orlan Rations Power',
      'östlund Wins the Vote',
      'Zoo Moves',
      'Valmar Reopens Its Port',
      'Convoy Leaves',
    ]);
    expect(await library.outline(everything)).toEqual({
      total: 5,
      days: [
        { day: '2025-11-20', count: 3 },
        { day: '2025-11-19', count: 1 },
        { day: '2024-02-29', count: 1 },
      ],
    });
  });

  it('has what has no day at its end', async () => {
    const { root, at, write } = briefingFolder();
    write('a.txt', story('Dated', '2025-11-20'));
    symlinkSync(at('nowhere'), at('0.txt'));
    const library = await scannedLibrary([root]);
    expect(await headlinesOf(library)).toEqual(['Dated', '0.txt']);
    expect((await library.outline(everything)).days).toEqual([
      { day: '2025-11-20', count: 1 },
      { day: null, count: 1 },
    ]);
  });

  it('orders the same headline on the same day in the same way each time', async () => {
    const library = await libraryOf(
      Array.from({ length: 20 }, () => ['Same Headline', '2025-11-20'] as const),
    );
    const ids = (await listingsOf(library)).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(20);
  });

  it('says of a briefing what its file says', async () => {
    const { root, write } = briefingFolder();
    const text =
      '---\ndate: 2025-11-20\nsource: Port desk\n---\nOne Two\n\nOverview\n• Three four.\n';
    const file = write('sub/a.txt', text);
    const library = await scannedLibrary([root]);
    expect(await listingsOf(library)).toEqual([
      {
        id: briefingIdOf(file),
        headline: 'One Two',
        source: 'Port desk',
        date: { value: '2025-11-20', provenance: 'front matter', evidence: '2025-11-20' },
        wordCount: 5,
        fileName: 'a.txt',
        path: file,
        fingerprint: createHash('sha256').update(text).digest('hex'),
        problem: null,
      },
    ]);
  });

  it('gives an id that depends on the place only', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', story('First'));
    const first = await scannedLibrary([root]);
    const [before] = await listingsOf(first);
    write('a.txt', story('Second'));
    const second = await scannedLibrary([root]);
    const [after] = await listingsOf(second);
    expect(before?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(after).toMatchObject({ id: before?.id, headline: 'Second' });
  });

  it('has several folders, also where one is in the other', async () => {
    const one = briefingFolder();
    const other = briefingFolder();
    one.write('a.txt', story('A', '2025-11-20'));
    one.write('sub/b.txt', story('B', '2025-11-20'));
    other.write('c.txt', story('C', '2025-11-20'));
    const library = await scannedLibrary([one.root, one.at('sub'), other.root]);
    expect(await headlinesOf(library)).toEqual(['A', 'B', 'C']);
  });
});

describe('the filter', () => {
  const stories = [
    ['Thomas Müller Opens the İstanbul Fair', '2025-11-20'],
    ['ISPARTA Roses Bloom Late', '2025-11-20'],
    ['Ёлка Comes to the Square', '2025-11-19'],
    ['100% of Ferries_Run "Again"', '2025-11-19'],
  ] as const;

  it.each([
    ['muller', [0]],
    ['MÜLLER', [0]],
    ['istanbul', [0]],
    ['İSTANBUL', [0]],
    ['ıspartа'.replace('а', 'a'), [1]],
    ['елка', [2]],
    ['fair istanbul thomas', [0]],
    ['  square\tcomes ', [2]],
    ['o', [0, 1, 2, 3]],
    ['ferr', [3]],
    ['fair square', []],
    ['%', [3]],
    ['s_r', [3]],
    ['"again"', [3]],
    ["'; DROP TABLE briefing; --", []],
    ['*', []],
    ['', [0, 1, 2, 3]],
  ])('finds by the words %j', async (text, found) => {
    const library = await libraryOf(stories);
    const expected = found.map((index) => stories[index]?.[0]);
    const headlines = await headlinesOf(library, { text, ids: null });
    expect(headlines.toSorted()).toEqual(expected.toSorted());
    expect((await library.outline({ text, ids: null })).total).toBe(found.length);
  });

  it('keeps to the ids that are given, in list order, and knows none that is gone', async () => {
    const library = await libraryOf(stories);
    const ids = (await listingsOf(library)).map(({ id }) => id);
    const chosen = [ids[3], 'f'.repeat(32), ids[0], ids[0]].map(String);
    expect((await listingsOf(library, { text: '', ids: chosen })).map(({ id }) => id)).toEqual([
      ids[0],
      ids[3],
    ]);
    expect(await library.outline({ text: '', ids: [] })).toEqual({ total: 0, days: [] });
    expect(await listingsOf(library, { text: 'roses', ids: ids.slice(0, 1) })).toHaveLength(1);
    expect(await listingsOf(library, { text: 'square', ids: ids.slice(0, 1) })).toHaveLength(0);
    expect((await library.find(chosen)).map(({ id }) => id)).toEqual([ids[0], ids[3]]);
  });
});

describe('open', () => {
  it('reads the file as it is now', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', story('Before'));
    const library = await scannedLibrary([root]);
    const [listing] = await listingsOf(library);
    write('a.txt', story('After'));
    const opened = await library.open(listing?.id ?? '');
    expect(opened).toMatchObject({
      ok: true,
      value: {
        listing: { id: listing?.id, headline: 'After' },
        briefing: { headline: 'After', sections: [{ heading: 'Overview' }] },
      },
    });
  });

  it('says that a briefing is not in the library', async () => {
    const library = openLibrary([temporaryFolder()]);
    expect(await library.open('0'.repeat(32))).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
  });
});

describe('a library of the seeds', () => {
  it('has them all, without a problem, and leaves every byte as it is', async () => {
    const root = temporaryFolder();
    copyFileSync(
      path.join(seeds, '000_55588bc237036906.txt'),
      path.join(root, '000_55588bc237036906.txt'),
    );
    const before = snapshotOf(root);
    const library = await scannedLibrary([root]);
    const [listing] = await listingsOf(library);
    expect(listing).toMatchObject({
      headline: 'Zelensky Travels to Turkey With U.S. Envoy as Moscow Sits Out Planned Talks',
      source: 'Particle.news',
      date: { value: '2025-11-19', provenance: 'inferred' },
      problem: null,
    });
    expect(await library.open(listing?.id ?? '')).toMatchObject({ ok: true });
    expect(snapshotOf(root)).toEqual(before);
    const shipped = await scannedLibrary([seeds]);
    const { briefingCount, problemCount } = await shipped.status();
    expect(briefingCount).toBeGreaterThanOrEqual(15);
    expect(problemCount).toBe(0);
  });
});
