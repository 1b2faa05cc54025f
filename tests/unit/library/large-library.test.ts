import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { LibraryStatus } from '../../../electron/shared/model/listing.ts';
import {
  briefingFolder,
  everything,
  listingsOf,
  openLibrary,
  story,
  temporaryFolder,
} from '../../support/library/briefing-folder.ts';

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
    expect(notices.map(({ activity }) => activity.kind)).toContain('scanning');
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

  it('is not looked through after a stop by the scan that was to follow', async () => {
    const library = openLibrary([writeMany()]);
    const scans = [library.rescan()];
    await vi.waitFor(async () => expect((await library.status()).activity.kind).toBe('scanning'), {
      timeout: 20_000,
      interval: 1,
    });
    scans.push(library.rescan());
    await vi.waitFor(
      async () => expect((await library.status()).briefingCount).toBeGreaterThan(0),
      { timeout: 20_000, interval: 1 },
    );
    await library.stopScan();
    await Promise.all(scans);
    const { activity, briefingCount } = await library.status();
    expect(briefingCount).toBeLessThan(count);
    expect(activity).toMatchObject({ kind: 'stopped' });
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
