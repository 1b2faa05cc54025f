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
  it('has the newest day first, and within a day the order of the files', async () => {
    const library = await libraryOf([
      ['Valmar Reopens Its Port', '2025-11-19'],
      ['östlund Wins the Vote', '2025-11-20'],
      ['Zoo Moves', '2025-11-20'],
      ['Orlan Rations Power', '2025-11-20'],
      ['Convoy Leaves', '2024-02-29'],
    ]);
    expect(await headlinesOf(library)).toEqual([
      'östlund Wins the Vote',
      'Zoo Moves',
      'Orlan Rations Power',
      'Valmar Reopens Its Port',
      'Convoy Leaves',
    ]);
    expect(await library.outline(everything)).toEqual({
      total: 5,
      isCapped: false,
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
        format: 'txt',
        fingerprint: createHash('sha256').update(text).digest('hex'),
        problem: null,
        reading: 'unread',
        isPinned: false,
        isChanged: false,
        copyCount: 0,
        excerpts: [],
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
    expect((await headlinesOf(library)).toSorted()).toEqual(['A', 'B', 'C']);
  });
});

describe('a query', () => {
  const stories = [
    ['Thomas Müller Opens the İstanbul Fair', '2025-11-20'],
    ['ISPARTA Roses Bloom Late', '2025-11-20'],
    ['Ёлка Comes to the Square', '2025-11-19'],
    ['100% of Ferries_Run "Again" in 北京市', '2025-11-19'],
  ] as const;

  it.each<[string, readonly number[]]>([
    ['muller', [0]],
    ['MÜLLER', [0]],
    ['istanbul', [0]],
    ['İSTANBUL', [0]],
    ['isparta', [1]],
    ['елка', [2]],
    ['fair istanbul thomas', [0]],
    ['  square\tcomes ', [2]],
    ['ferr', [3]],
    ['ferr ', []],
    ['fair square', []],
    ['fair OR square', [0, 2]],
    ['-fair', [1, 2, 3]],
    ['"opens the"', [0]],
    ['"the opens"', []],
    ['北京', [3]],
    ['on:2025-11-20', [0, 1]],
    ['before:2025-11-20 valmar', [2, 3]],
    ["'; DROP TABLE briefing; --", []],
    ['is:nonsense roses', [1]],
    ['', [0, 1, 2, 3]],
  ])('finds by %j', async (text, found) => {
    const library = await libraryOf(stories);
    const expected = found.map((index) => stories[index]?.[0]);
    const headlines = await headlinesOf(library, { ...everything, text });
    expect(headlines.toSorted()).toEqual(expected.toSorted());
    expect((await library.outline({ ...everything, text })).total).toBe(found.length);
  });

  it('is joined with the view', async () => {
    const library = await libraryOf(stories);
    const ids = (await listingsOf(library)).map(({ id }) => id);
    await library.setReading(ids.slice(0, 2), 'read');
    await library.setPinned(ids.slice(1, 3), true);
    const idsOf = async (view: string, text = ''): Promise<readonly string[]> =>
      (await listingsOf(library, { view, text, order: 'newest' })).map(({ id }) => id);
    expect(await idsOf('is:read')).toEqual(ids.slice(0, 2));
    expect(await idsOf('is:unread')).toEqual(ids.slice(2));
    expect(await idsOf('is:pinned', 'is:read')).toEqual([ids[1]]);
    expect(await library.countViews()).toMatchObject({ all: 4, unread: 2, pinned: 2 });
  });
});

describe('the listings', () => {
  it('are found by their ids, and gone through by pages in the order of ids', async () => {
    const library = await libraryOf([
      ['One', '2025-11-20'],
      ['Two', '2025-11-19'],
      ['Three', '2025-11-18'],
    ]);
    const ids = (await listingsOf(library)).map(({ id }) => id).toSorted();
    const found = await library.find([String(ids[2]), 'f'.repeat(32), String(ids[0])]);
    expect(found.map(({ id }) => id).toSorted()).toEqual([ids[0], ids[2]]);
    const first = await library.page(null, 2);
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect((await library.page(String(ids[1]), 2)).map(({ id }) => id)).toEqual([ids[2]]);
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
