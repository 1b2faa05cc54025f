import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { rootOf } from '../../../electron/library/root-of.ts';
import type { LibraryStatus } from '../../../electron/shared/model/listing.ts';
import {
  briefingFolder,
  everything,
  headlinesOf,
  listingsOf,
  openLibrary,
  scannedLibrary,
  snapshotOf,
  story,
} from '../../support/library/briefing-folder.ts';

const day = '2025-11-20';

/** Whether a scan has found all files and stored the first of them. */
function isUnderWay({ activity }: LibraryStatus): boolean {
  return activity.kind === 'scanning' && activity.done > 0;
}

describe('rescan', () => {
  it('shows what was added, changed, moved and removed', async () => {
    const { root, at, write } = briefingFolder();
    for (const name of ['Kept', 'Changed', 'Removed', 'Moved']) {
      write(`${name}.txt`, story(name, day));
    }
    const library = await scannedLibrary([root]);
    write('Changed.txt', story('Changed Later', day));
    write('Added.txt', story('Added', day));
    rmSync(at('Removed.txt'));
    mkdirSync(at('sub'));
    renameSync(at('Moved.txt'), at('sub/Moved.txt'));
    await library.rescan();
    const headlines = await headlinesOf(library);
    expect(headlines.toSorted()).toEqual(['Added', 'Changed Later', 'Kept', 'Moved']);
    const moved = (await listingsOf(library)).find(({ headline }) => headline === 'Moved');
    expect(moved?.path).toBe(at('sub/Moved.txt'));
  });

  it('reads a file again only when its size or its time has changed', async () => {
    const { root, write } = briefingFolder();
    const time = Date.UTC(2025, 10, 20);
    write('a.txt', story('One', day), time);
    const library = await scannedLibrary([root]);
    write('a.txt', story('Two', day), time);
    await library.rescan();
    expect(await headlinesOf(library)).toEqual(['One']);
    write('a.txt', story('Two', day), time + 1);
    await library.rescan();
    expect(await headlinesOf(library)).toEqual(['Two']);
    write('a.txt', story('Three', day), time + 1);
    await library.rescan();
    expect(await headlinesOf(library)).toEqual(['Three']);
  });

  it('follows changes however quickly it is called again', async () => {
    const { root, at, write } = briefingFolder();
    const library = await scannedLibrary([root]);
    for (let round = 0; round < 30; round += 1) {
      write('a.txt', story(`Round ${String(round)}`, day));
      await library.rescan();
      expect(await headlinesOf(library)).toEqual([`Round ${String(round)}`]);
      rmSync(at('a.txt'));
      await library.rescan();
      expect(await headlinesOf(library)).toEqual([]);
    }
  });

  it('shows what was there when it was called, also during another one', async () => {
    const { root, write } = briefingFolder();
    for (let number = 0; number < 300; number += 1) {
      write(`${String(number)}.txt`, story(`Story ${String(number)}`, day));
    }
    const library = openLibrary([root]);
    const first = library.rescan();
    while (!isUnderWay(await library.status())) await setImmediate();
    write('late.txt', story('Late', day));
    await library.rescan();
    expect(await headlinesOf(library, { ...everything, text: 'late' })).toEqual(['Late']);
    await first;
  });

  it('makes a problem row of what cannot be read, and a story of it when it can', async () => {
    const { root, at, write } = briefingFolder();
    write('good.txt', story('Good', day));
    symlinkSync(at('nowhere'), at('broken.txt'));
    write('binary.txt', Uint8Array.of(0, 1, 2, 3, 0, 255, 0, 7));
    const library = await scannedLibrary([root]);
    const problems = (await listingsOf(library)).filter(({ problem }) => problem !== null);
    expect(
      problems.map(({ headline, fileName, problem }) => [headline, fileName, problem]),
    ).toEqual([
      ['binary.txt', 'binary.txt', expect.stringContaining('not a text file')],
      ['broken.txt', 'broken.txt', expect.stringContaining('link')],
    ]);
    expect(await library.status()).toEqual({
      roots: [{ ...rootOf(root), state: 'present', message: null, briefingCount: 3 }],
      briefingCount: 3,
      problemCount: 2,
      activity: { kind: 'idle' },
    });
    for (const { id } of problems) {
      expect(await library.open(id)).toMatchObject({ ok: false, problem: { kind: /./ } });
    }
    for (const name of ['broken', 'binary']) {
      rmSync(at(`${name}.txt`));
      write(`${name}.txt`, story(name, day));
    }
    await library.rescan();
    expect(await library.status()).toMatchObject({ briefingCount: 3, problemCount: 0 });
  });

  it.skipIf(process.platform === 'win32')(
    'does not wait for a FIFO that took the place of a briefing',
    async () => {
      const { root, at, write } = briefingFolder();
      write('a.txt', story('A', day));
      const library = await scannedLibrary([root]);
      const [listing] = await listingsOf(library);
      rmSync(at('a.txt'));
      execFileSync('mkfifo', [at('a.txt')]);
      expect(await library.open(listing?.id ?? '')).toMatchObject({
        ok: false,
        problem: { kind: 'unreadable' },
      });
      await library.rescan();
      expect(await library.status()).toMatchObject({ briefingCount: 1, problemCount: 1 });
    },
  );

  it('does not follow a link that took the place of a briefing', async () => {
    const outside = briefingFolder();
    const { root, at, write } = briefingFolder();
    write('a.txt', story('A', day));
    const library = await scannedLibrary([root]);
    const [listing] = await listingsOf(library);
    rmSync(at('a.txt'));
    symlinkSync(outside.write('secret.txt', story('Secret', day)), at('a.txt'));
    expect(await library.open(listing?.id ?? '')).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable' },
    });
  });

  it('says that a file has gone', async () => {
    const { root, at, write } = briefingFolder();
    write('a.txt', story('A', day));
    const library = await scannedLibrary([root]);
    const [listing] = await listingsOf(library);
    rmSync(at('a.txt'));
    expect(await library.open(listing?.id ?? '')).toMatchObject({
      ok: false,
      problem: { kind: 'missing', message: expect.stringContaining(at('a.txt')) as string },
    });
  });

  it('writes nothing to a root', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', story('A', day));
    write('sub/b.txt', 'no story');
    write('a.txt.media/1.jpg', Uint8Array.of(0xff, 0xd8, 0xff));
    write('binary.txt', Uint8Array.of(0, 1, 2, 3, 0, 255, 0, 7));
    const before = snapshotOf(root);
    const library = await scannedLibrary([root]);
    for (const { id } of await listingsOf(library)) {
      await library.open(id);
      await library.picture(id, 0);
    }
    await library.rescan();
    await library.close();
    expect(snapshotOf(root)).toEqual(before);
  });
});
