import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Listing } from '../../../electron/shared/model/listing.ts';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import { Catalog, type CatalogStamp } from '../../../electron/library/catalog.ts';
import { rescan } from '../../../electron/library/rescan.ts';
import { briefingFolder, everything, story } from '../../support/library/briefing-folder.ts';

/** A catalog that remembers the names of the files that were read for it. */
class RecordingCatalog extends Catalog {
  #read: string[] = [];

  override put(listing: Listing, stamp: CatalogStamp, scan: number): void {
    this.#read.push(listing.fileName);
    super.put(listing, stamp, scan);
  }

  /** What was read since the last call. */
  takeRead(): readonly string[] {
    const read = this.#read;
    this.#read = [];
    return read;
  }

  get headlines(): readonly string[] {
    return this.query({ filter: everything, offset: 0, limit: 10_000 }).map((row) => row.headline);
  }
}

function emptyCatalog(): RecordingCatalog {
  const catalog = new RecordingCatalog(':memory:');
  onTestFinished(() => catalog.close());
  return catalog;
}

function scanInto(catalog: Catalog, ...roots: readonly string[]): Promise<readonly Problem[]> {
  return rescan(catalog, roots, () => undefined, new AbortController().signal);
}

const time = Date.UTC(2025, 10, 20);

describe('rescan', () => {
  it('reads again only what changed', async () => {
    const { root, at, write } = briefingFolder();
    for (const name of ['a', 'b', 'c', 'd', 'e']) write(`${name}.txt`, story(name), time);
    const catalog = emptyCatalog();
    expect(await scanInto(catalog, root)).toEqual([]);
    expect(catalog.takeRead()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']);
    await scanInto(catalog, root);
    expect(catalog.takeRead()).toEqual([]);
    write('a.txt', story('a longer'), time);
    write('b.txt', story('b'), time + 2);
    rmSync(at('c.txt'));
    renameSync(at('d.txt'), at('d2.txt'));
    await scanInto(catalog, root);
    expect(catalog.takeRead()).toEqual(['a.txt', 'b.txt', 'd2.txt']);
    expect(catalog.headlines).toEqual(['a longer', 'b', 'd', 'e']);
  });

  it('reads again what could not be read', async () => {
    const { root, at, write } = briefingFolder();
    write('binary.txt', Uint8Array.of(0, 1, 2, 3, 0, 255, 0, 7), time);
    symlinkSync(at('nowhere'), at('link.txt'));
    write('a.txt', story('A'), time);
    const catalog = emptyCatalog();
    await scanInto(catalog, root);
    catalog.takeRead();
    await scanInto(catalog, root);
    expect(catalog.takeRead()).toEqual(['binary.txt', 'link.txt']);
    expect(catalog.counts()).toEqual({ briefings: 3, problems: 2 });
  });

  it('reads a file once where one root is in another', async () => {
    const { root, at, write } = briefingFolder();
    write('sub/a.txt', story('A'));
    const catalog = emptyCatalog();
    await scanInto(catalog, root, at('sub'));
    expect(catalog.headlines).toEqual(['A']);
  });

  it('drops what belongs to no root any more', async () => {
    const one = briefingFolder();
    const other = briefingFolder();
    one.write('a.txt', story('A'));
    other.write('b.txt', story('B'));
    const catalog = emptyCatalog();
    await scanInto(catalog, one.root, other.root);
    await scanInto(catalog, other.root);
    expect(catalog.headlines).toEqual(['B']);
    await scanInto(catalog);
    expect(catalog.headlines).toEqual([]);
  });

  it('says which roots cannot be read, keeps their rows, and scans the others', async () => {
    const gone = briefingFolder();
    const there = briefingFolder();
    gone.write('a.txt', story('A'));
    there.write('b.txt', story('B'));
    const file = there.write('no-folder', '');
    const catalog = emptyCatalog();
    await scanInto(catalog, gone.root, there.root);
    rmSync(gone.root, { recursive: true });
    rmSync(there.at('b.txt'));
    there.write('c.txt', story('C'));
    const problems = await scanInto(catalog, gone.root, there.root, file);
    expect(problems).toEqual([
      { kind: 'missing', message: `${gone.root} is not there any more.` },
      { kind: 'unreadable', message: `${file} cannot be read. It is not a folder.` },
    ]);
    expect(catalog.headlines).toEqual(['A', 'C']);
  });

  it('makes progress that ends with all files', async () => {
    const { root, write } = briefingFolder();
    for (let number = 0; number < 450; number += 1) write(`${String(number)}.txt`, 'x');
    const steps: (readonly [number, number])[] = [];
    const progress = (done: number, total: number): void => void steps.push([done, total]);
    await rescan(emptyCatalog(), [root], progress, new AbortController().signal);
    expect(steps.at(-1)).toEqual([450, 450]);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every(([, total]) => total === 450)).toBe(true);
    expect(steps).toEqual(steps.toSorted(([one], [other]) => one - other));
  });

  it('removes nothing when it is stopped, at once or on the way', async () => {
    const { root, at, write } = briefingFolder();
    for (let number = 0; number < 450; number += 1) {
      write(`${String(number)}.txt`, story(`Story ${String(number)}`));
    }
    const catalog = emptyCatalog();
    await scanInto(catalog, root);
    rmSync(at('7.txt'));
    await rescan(catalog, [root], () => undefined, AbortSignal.abort());
    expect(catalog.counts().briefings).toBe(450);
    const stop = new AbortController();
    let last = 0;
    const progress = (done: number): void => {
      last = done;
      stop.abort();
    };
    await rescan(catalog, [root], progress, stop.signal);
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThan(449);
    expect(catalog.counts().briefings).toBe(450);
    await scanInto(catalog, root);
    expect(catalog.counts().briefings).toBe(449);
  });
});
