import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { connectLibrary } from '../../../electron/library/connect-library.ts';
import type { Library } from '../../../electron/library/library.ts';
import { rootOf } from '../../../electron/library/root-of.ts';
import type { BriefingChanges, LibraryStatus } from '../../../electron/shared/model/listing.ts';
import {
  briefingFolder,
  everything,
  headlinesOf,
  libraryOptions,
  listingsOf,
  scannedLibrary,
  story,
} from '../../support/library/briefing-folder.ts';
import { LibraryChild } from '../../support/library/library-child.ts';

interface Connected {
  readonly library: Library;
  /** The processes in the order of their starts. */
  readonly children: readonly LibraryChild[];
}

function connect(folders: readonly string[]): Connected {
  const options = libraryOptions(folders);
  const children: LibraryChild[] = [];
  const library = connectLibrary(options.roots, (roots) => {
    const child = new LibraryChild({ ...options, roots });
    children.push(child);
    return child;
  });
  onTestFinished(() => library.close());
  return { library, children };
}

describe('the library process', { timeout: 60_000 }, () => {
  it('answers every call as the library itself does', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', 'Port Reopens\n\nImage\n\nOverview\n• “One” – \u2067two\u2069 👩‍🚒.\n');
    write('a.txt.media/1.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0));
    write('b.txt', story('Bridge Opens', '2025-11-20'));
    write('c.txt', Uint8Array.of(0, 1, 2, 3, 0, 255, 0, 7));
    const direct = await scannedLibrary([root]);
    const { library } = connect([root]);
    await library.rescan();
    expect(await library.status()).toEqual(await direct.status());
    expect(await library.outline(everything)).toEqual(await direct.outline(everything));
    expect(await listingsOf(library)).toEqual(await listingsOf(direct));
    const ids = (await listingsOf(direct)).map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(await library.find(ids.slice(1))).toEqual(await direct.find(ids.slice(1)));
    for (const id of [...ids, '0'.repeat(32)]) {
      expect(await library.open(id)).toEqual(await direct.open(id));
      expect(await library.picture(id, 0)).toEqual(await direct.picture(id, 0));
    }
    const pictures = await Promise.all(ids.map((id) => library.picture(id, 0)));
    expect(pictures.filter(({ ok }) => ok)).toMatchObject([
      { value: { mediaType: 'image/png', bytes: expect.any(Uint8Array) as Uint8Array } },
    ]);
  });

  it('scans by itself, and says how it gets on', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', story('A'));
    const { library } = connect([root]);
    const scanned = await new Promise<LibraryStatus>((resolve) => {
      library.onChanged((status) => {
        if (status.briefingCount === 1 && status.activity.kind === 'idle') resolve(status);
      });
    });
    expect(scanned).toMatchObject({
      roots: [{ path: root, state: 'present', briefingCount: 1 }],
      briefingCount: 1,
      problemCount: 0,
      activity: { kind: 'idle' },
    });
  });

  it('says nothing to a listener that is gone', async () => {
    const { root } = briefingFolder();
    const { library } = connect([root]);
    const heard: LibraryStatus[] = [];
    library.onChanged((status) => heard.push(status))();
    await library.rescan();
    await library.rescan();
    expect(heard).toEqual([]);
  });

  it('answers what was asked before it crashed, and keeps its catalog', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', story('A'));
    const { library, children } = connect([root]);
    await library.rescan();
    for (let round = 1; round <= 2; round += 1) {
      const answers = [headlinesOf(library), library.rescan(), headlinesOf(library)] as const;
      await children.at(-1)?.crash();
      const [before, , after] = await Promise.all(answers);
      expect([before, after]).toEqual([['A'], ['A']]);
      expect(children).toHaveLength(round + 1);
    }
  });

  it('has after a crash the roots that were set last', async () => {
    const [first, later] = [briefingFolder(), briefingFolder()];
    first.write('first.txt', story('First'));
    later.write('later.txt', story('Later'));
    const { library, children } = connect([first.root]);
    await library.rescan();
    await library.setRoots([rootOf(later.root)]);
    await children.at(-1)?.crash();
    await library.rescan();
    expect(await headlinesOf(library)).toEqual(['Later']);
    expect((await library.status()).roots).toMatchObject([{ path: later.root, briefingCount: 1 }]);
    expect(children).toHaveLength(2);
  });

  it('tells of briefings that changed', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', story('A'));
    const { library } = connect([root]);
    await library.rescan();
    const [row] = await listingsOf(library);
    const changes: BriefingChanges[] = [];
    library.onBriefingsChanged((change) => changes.push(change));
    write('a.txt', story('A, corrected'));
    await library.rescan();
    await vi.waitFor(() => expect(changes).toEqual([{ changed: [row?.id], moved: [] }]), 20_000);
  });

  it('closes during a scan, and ends', async () => {
    const { root, write } = briefingFolder();
    for (let number = 0; number < 300; number += 1) write(`${String(number)}.txt`, story('A'));
    const { library, children } = connect([root]);
    await library.status();
    await library.close();
    await children[0]?.ended;
    expect(children).toHaveLength(1);
  });

  it('fails a call that the library fails, and answers the next', async () => {
    const { library } = connect([briefingFolder().root]);
    const wrong = { filter: everything, offset: 0, limit: Number.NaN };
    await expect(library.query(wrong)).rejects.toThrow(Error);
    expect(await library.outline(everything)).toEqual({ total: 0, isCapped: false, days: [] });
  });
});
