import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
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
  temporaryFolder,
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

describe('a root that is not there', () => {
  it('is said, and is well when it comes', async () => {
    const root = path.join(temporaryFolder(), 'briefings');
    const library = await scannedLibrary([root]);
    expect(await library.status()).toMatchObject({
      roots: [{ state: 'gone', message: expect.stringContaining(root) as string }],
      briefingCount: 0,
      activity: { kind: 'idle' },
    });
    expect(await library.outline(everything)).toEqual({ total: 0, isCapped: false, days: [] });
    mkdirSync(root);
    writeFileSync(path.join(root, 'a.txt'), story('A', day));
    await library.rescan();
    expect(await library.status()).toMatchObject({
      roots: [{ state: 'present', message: null, briefingCount: 1 }],
      briefingCount: 1,
    });
  });

  it('is said of a file, too', async () => {
    const root = briefingFolder().write('a.txt', story('A', day));
    const library = await scannedLibrary([root]);
    expect((await library.status()).roots).toMatchObject([
      { state: 'unreadable', message: expect.stringContaining('not a folder') as string },
    ]);
  });

  it('keeps its briefings, and keeps no other root from being looked through', async () => {
    const gone = briefingFolder();
    const there = briefingFolder();
    gone.write('kept.txt', story('Kept', day));
    there.write('removed.txt', story('Removed', day));
    const library = await scannedLibrary([gone.root, there.root]);
    rmSync(gone.root, { recursive: true });
    rmSync(there.at('removed.txt'));
    there.write('new.txt', story('New', day));
    await library.rescan();
    expect((await headlinesOf(library)).toSorted()).toEqual(['Kept', 'New']);
    const [first, second] = (await library.status()).roots;
    expect([first?.state, second?.state]).toEqual(['gone', 'present']);
  });

  it('takes its briefings along only when it is taken off the library', async () => {
    const one = briefingFolder();
    const other = briefingFolder();
    one.write('one.txt', story('One', day));
    other.write('other.txt', story('Other', day));
    const library = await scannedLibrary([one.root, other.root]);
    await library.setRoots([rootOf(other.root)]);
    expect(await headlinesOf(library)).toEqual(['Other']);
    await library.setRoots([rootOf(other.root), rootOf(one.root, ['*.md'])]);
    await library.rescan();
    expect(await headlinesOf(library)).toEqual(['Other']);
    await library.setRoots([rootOf(other.root), rootOf(one.root)]);
    await library.rescan();
    expect((await headlinesOf(library)).toSorted()).toEqual(['One', 'Other']);
  });
});

describe('a large library', { timeout: 60_000 }, () => {
  const count = 1500;

  function writeMany(): string {
    const { root, at } = briefingFolder();
    for (let number = 0; number < count; number += 1) {
      const folder = at(`folder-${String(number % 50)}`);
      if (number < 50) mkdirSync(folder);
      const date = new Date(Date.UTC(2025, 0, 1 + (number % 300))).toISOString().slice(0, 10);
      writeFileSync(
        path.join(folder, `${String(number)}.txt`),
        story(`Story Number ${String(number)}`, date),
      );
    }
    return root;
  }

  it('is paged without a gap or a repetition, and can be read while it is scanned', async () => {
    const library = openLibrary([writeMany()]);
    const notices: LibraryStatus[] = [];
    const seenMeanwhile: Promise<number>[] = [];
    library.onChanged((status) => {
      notices.push(status);
      seenMeanwhile.push(library.outline(everything).then(({ total }) => total));
    });
    await library.rescan();
    expect(notices[0]?.activity.kind).toBe('scanning');
    expect(notices.at(-1)).toMatchObject({ briefingCount: count, activity: { kind: 'idle' } });
    const totals = await Promise.all(seenMeanwhile);
    expect(totals).toEqual(totals.toSorted((one, other) => one - other));
    for (const { activity } of notices) {
      if (activity.kind === 'scanning') expect(activity.done).toBeLessThanOrEqual(activity.total);
    }
    const { total, days } = await library.outline(everything);
    expect([total, days.length]).toEqual([count, 300]);
    const all = await listingsOf(library);
    const paged = [];
    for (let offset = 0; offset < count; offset += 333) {
      paged.push(...(await library.query({ filter: everything, offset, limit: 333 })));
    }
    expect(paged).toEqual(all);
    expect(new Set(paged.map(({ id }) => id)).size).toBe(count);
    expect(days.flatMap((group) => Array.from({ length: group.count }, () => group.day))).toEqual(
      paged.map(({ date }) => date?.value),
    );
  });

  it('can be stopped, keeps what was read, and goes on from there', async () => {
    const library = openLibrary([writeMany()]);
    const scanned = library.rescan();
    await vi.waitFor(
      async () => expect((await library.status()).briefingCount).toBeGreaterThan(0),
      {
        timeout: 20_000,
        interval: 1,
      },
    );
    await library.stopScan();
    await scanned;
    const { activity, briefingCount } = await library.status();
    expect(briefingCount).toBeLessThan(count);
    expect(activity).toMatchObject({ kind: 'stopped' });
    const before = new Set((await listingsOf(library)).map(({ id }) => id));
    await library.rescan();
    const after = (await listingsOf(library)).map(({ id }) => id);
    expect(after).toHaveLength(count);
    expect(after.filter((id) => before.has(id))).toHaveLength(before.size);
  });

  it('closes during a scan without waiting for its end', async () => {
    const folder = temporaryFolder();
    const root = writeMany();
    const library = openLibrary([root], folder);
    const scanned = library.rescan();
    await library.status();
    await library.close();
    await scanned.catch(() => null);
    const { briefingCount } = await openLibrary([root], folder).status();
    expect(briefingCount).toBeLessThan(count);
  });
});
