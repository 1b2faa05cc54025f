import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { rootOf } from '../../../electron/library/root-of.ts';
import {
  briefingFolder,
  everything,
  headlinesOf,
  openLibrary,
  scannedLibrary,
  story,
  temporaryFolder,
} from '../../support/library/briefing-folder.ts';

const day = '2025-11-20';

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

  it('is left out of the list when it is not among the roots at the next start', async () => {
    const folder = temporaryFolder();
    const one = briefingFolder();
    const other = briefingFolder();
    one.write('one.txt', story('One', day));
    other.write('other.txt', story('Other', day));
    const first = await scannedLibrary([one.root, other.root], folder);
    await first.close();
    expect(await headlinesOf(await scannedLibrary([other.root], folder))).toEqual(['Other']);
  });

  it('stays away when it is taken off while it is scanned', async () => {
    const many = briefingFolder();
    const other = briefingFolder();
    for (let number = 0; number < 700; number += 1) {
      many.write(`${number}.txt`, story(`Story ${number}`, day));
    }
    other.write('other.txt', story('Other', day));
    const library = openLibrary([many.root]);
    const scanned = library.rescan();
    await vi.waitFor(
      async () => expect((await library.status()).activity).toMatchObject({ total: 700 }),
      { timeout: 20_000, interval: 1 },
    );
    await library.setRoots([rootOf(other.root)]);
    await scanned;
    await library.rescan();
    expect(await headlinesOf(library)).toEqual(['Other']);
    expect(await library.status()).toMatchObject({ briefingCount: 1, activity: { kind: 'idle' } });
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'is said of one that may not be read, with the reason',
    async () => {
      const { root, write } = briefingFolder();
      write('a.txt', story('A', day));
      const library = await scannedLibrary([root]);
      chmodSync(root, 0);
      onTestFinished(() => chmodSync(root, 0o700));
      await library.rescan();
      expect((await library.status()).roots).toMatchObject([
        { state: 'unreadable', message: expect.stringContaining(root) as string },
      ]);
      expect(await headlinesOf(library)).toEqual(['A']);
    },
  );
});
