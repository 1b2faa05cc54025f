import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { rootOf } from '../../../electron/library/root-of.ts';
import type { Library } from '../../../electron/library/library.ts';
import type { BriefingChanges } from '../../../electron/shared/model/listing.ts';
import {
  briefingFolder,
  everything,
  headlinesOf,
  listingsOf,
  story,
  watchedLibrary,
} from '../../support/library/briefing-folder.ts';

const day = '2025-11-20';
const patience = { timeout: 20_000, interval: 20 };

/** Resolves when the list has these headlines, in any order. */
async function expectHeadlines(library: Library, expected: readonly string[]): Promise<void> {
  await vi.waitFor(
    async () => expect((await headlinesOf(library)).toSorted()).toEqual(expected.toSorted()),
    patience,
  );
}

async function watchedFolder(...headlines: readonly string[]) {
  const folder = briefingFolder();
  for (const headline of headlines) folder.write(`${headline}.txt`, story(headline, day));
  const library = await watchedLibrary([folder.root]);
  const changes: BriefingChanges[] = [];
  library.onBriefingsChanged((change) => changes.push(change));
  const idOf = async (headline: string): Promise<string> => {
    const row = (await listingsOf(library)).find((one) => one.headline === headline);
    if (row === undefined) throw new Error(`${headline} is not listed.`);
    return row.id;
  };
  return {
    ...folder,
    library,
    idOf,
    changed: () => changes.flatMap((change) => change.changed),
    moved: () => changes.flatMap((change) => change.moved),
  };
}

describe('a watched folder', { timeout: 60_000 }, () => {
  it('lists files that appear, at once and in new folders, and forgets those that go', async () => {
    const { library, write, at, changed } = await watchedFolder('One');
    write('Two.txt', story('Two', day));
    write('sub/deep/Three.txt', story('Three', day));
    await expectHeadlines(library, ['One', 'Two', 'Three']);
    expect(changed()).toEqual([]);
    rmSync(at('sub'), { recursive: true });
    rmSync(at('Two.txt'));
    await expectHeadlines(library, ['One']);
  });

  it('sees what is written later below a folder that came as a whole', async () => {
    const { library, at, write } = await watchedFolder('One');
    mkdirSync(at('sub/deep'), { recursive: true });
    write('sub/deep/Two.txt', story('Two', day));
    await expectHeadlines(library, ['One', 'Two']);
    write('sub/deep/Three.txt', story('Three', day));
    await expectHeadlines(library, ['One', 'Two', 'Three']);
    renameSync(at('sub'), at('other'));
    await vi.waitFor(async () => {
      const paths = (await listingsOf(library)).map((row) => row.path);
      expect(paths).toContain(at('other/deep/Two.txt'));
    }, patience);
    write('other/deep/Four.txt', story('Four', day));
    await expectHeadlines(library, ['One', 'Two', 'Three', 'Four']);
  });

  it('tells of a file that is written over, and of one that another one replaces', async () => {
    const { library, write, at, idOf, changed, moved } = await watchedFolder('One', 'Two');
    const ids = [await idOf('One'), await idOf('Two')];
    write('One.txt', story('One, corrected', day));
    await expectHeadlines(library, ['One, corrected', 'Two']);
    writeFileSync(at('.Two.tmp'), story('Two, corrected', day));
    renameSync(at('.Two.tmp'), at('Two.txt'));
    await expectHeadlines(library, ['One, corrected', 'Two, corrected']);
    await vi.waitFor(() => expect([...new Set(changed())].toSorted()).toEqual(ids.toSorted()));
    expect(moved()).toEqual([]);
    expect([await idOf('One, corrected'), await idOf('Two, corrected')]).toEqual(ids);
  });

  it('knows a file again that is renamed or moved, with how far the reader was', async () => {
    const { library, at, idOf, moved } = await watchedFolder('One');
    const from = await idOf('One');
    await library.open(from);
    mkdirSync(at('sub'));
    renameSync(at('One.txt'), at('sub/Other name.txt'));
    await vi.waitFor(() => expect(moved()).toHaveLength(1), patience);
    const to = await idOf('One');
    expect(moved()).toEqual([{ from, to }]);
    expect(to).not.toBe(from);
    expect((await listingsOf(library))[0]).toMatchObject({ reading: 'reading' });
  });

  it('knows a file that was deleted and is restored', async () => {
    const { library, at, write, idOf, changed } = await watchedFolder('One');
    const id = await idOf('One');
    rmSync(at('One.txt'));
    await expectHeadlines(library, []);
    write('One.txt', story('One', day));
    await expectHeadlines(library, ['One']);
    expect(await idOf('One')).toBe(id);
    await vi.waitFor(() => expect(changed()).toEqual([id, id]), patience);
  });

  it('reads a briefing again when a picture comes', async () => {
    const { library, write, idOf } = await watchedFolder('One');
    write('Two.txt', `Two\n\nImage\n\nOverview\n• It was announced.\n`);
    await expectHeadlines(library, ['One', 'Two']);
    const id = await idOf('Two');
    const filter = { ...everything, text: 'has:image ' };
    expect(await listingsOf(library, filter)).toEqual([]);
    write('Two.txt.media/1.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0));
    await vi.waitFor(
      async () => expect((await listingsOf(library, filter)).map((row) => row.id)).toEqual([id]),
      patience,
    );
    expect(await library.picture(id, 0)).toMatchObject({ ok: true });
  });

  it('takes in a burst of 5,000 files', async () => {
    const { library, at } = await watchedFolder('One');
    mkdirSync(at('many'));
    for (let number = 0; number < 5000; number += 1) {
      writeFileSync(at(`many/${number}.txt`), story(`Story ${number}`, day));
    }
    await vi.waitFor(async () => expect((await library.outline(everything)).total).toBe(5001), {
      timeout: 50_000,
      interval: 100,
    });
  });

  it('sees each change of a file that grows', async () => {
    const { library, at } = await watchedFolder('One');
    for (let number = 0; number < 5; number += 1) {
      appendFileSync(at('One.txt'), `• word${number}.\n`);
      await vi.waitFor(async () => {
        const filter = { ...everything, text: `word${number} ` };
        expect(await headlinesOf(library, filter)).toEqual(['One']);
      }, patience);
    }
  });
});

describe('a root whose folder another one replaces', { timeout: 60_000 }, () => {
  it('is what the other one has, and is watched on', async () => {
    const { library, root, idOf, changed } = await watchedFolder('One', 'Two');
    const gone = await idOf('One');
    const other = briefingFolder();
    other.write('Two.txt', story('Two', day));
    other.write('Three.txt', story('Three', day));
    renameSync(root, `${root}-old`);
    renameSync(other.root, root);
    await expectHeadlines(library, ['Two', 'Three']);
    expect(changed()).toContain(gone);
    // It may take until the next look at the folder that the new one is watched.
    await vi.waitFor(
      async () => {
        writeFileSync(path.join(root, 'Four.txt'), story('Four', day));
        expect(await headlinesOf(library)).toContain('Four');
      },
      { timeout: 20_000, interval: 500 },
    );
    rmSync(`${root}-old`, { recursive: true });
  });

  it('taken off and put back at once is watched', async () => {
    const { library, root, write } = await watchedFolder('One');
    await library.setRoots([]);
    await library.setRoots([rootOf(root)]);
    await expectHeadlines(library, ['One']);
    write('Two.txt', story('Two', day));
    await expectHeadlines(library, ['One', 'Two']);
  });
});

describe('a root that goes and comes back', { timeout: 60_000 }, () => {
  it('keeps its briefings, which open as they were, and sees what changed meanwhile', async () => {
    const { library, root, idOf } = await watchedFolder('One', 'Two');
    const id = await idOf('One');
    const away = `${root}-away`;
    renameSync(root, away);
    await vi.waitFor(
      async () => expect((await library.status()).roots[0]?.state).toBe('gone'),
      patience,
    );
    await expectHeadlines(library, ['One', 'Two']);
    expect(await library.open(id)).toMatchObject({
      ok: true,
      value: { briefing: { headline: 'One' }, kept: expect.stringContaining(root) as string },
    });
    writeFileSync(path.join(away, 'Three.txt'), story('Three', day));
    renameSync(away, root);
    await expectHeadlines(library, ['One', 'Two', 'Three']);
    expect((await library.status()).roots[0]).toMatchObject({ state: 'present', message: null });
    expect(await library.open(id)).toMatchObject({ ok: true, value: { kept: null } });
    writeFileSync(path.join(root, 'Four.txt'), story('Four', day));
    await expectHeadlines(library, ['One', 'Two', 'Three', 'Four']);
  });

  it('does not keep another one from being watched, nor one that is added', async () => {
    const [away, there, added] = [briefingFolder(), briefingFolder(), briefingFolder()];
    away.write('One.txt', story('One', day));
    const library = await watchedLibrary([away.root, there.root]);
    rmSync(away.root, { recursive: true });
    there.write('Two.txt', story('Two', day));
    await expectHeadlines(library, ['One', 'Two']);
    await library.setRoots([away.root, there.root, added.root].map((root) => rootOf(root)));
    await library.rescan();
    added.write('Three.txt', story('Three', day));
    await expectHeadlines(library, ['One', 'Two', 'Three']);
    await library.setRoots([rootOf(added.root)]);
    await expectHeadlines(library, ['Three']);
  });
});
