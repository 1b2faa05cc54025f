import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import type { IndexedMarks } from '../../../electron/library/library.ts';
import {
  briefingFolder,
  everything,
  headlinesOf,
  listingsOf,
  openLibrary,
  scannedLibrary,
  story,
  temporaryFolder,
} from '../../support/library/briefing-folder.ts';

const day = '2025-11-20';

async function oneStory(folder = temporaryFolder()) {
  const files = briefingFolder();
  files.write('a.txt', story('Before', day));
  const library = await scannedLibrary([files.root], folder);
  const [row] = await listingsOf(library);
  if (row === undefined) throw new Error('The story is not listed.');
  const current = async () => (await listingsOf(library))[0];
  return { ...files, library, id: row.id, current, folder };
}

function marksOn(briefingId: string, note: string): IndexedMarks {
  return {
    briefingId,
    notes: [note],
    tags: ['Energy'],
    colors: [],
    annotationCount: 1,
    bookmarkCount: 0,
  };
}

describe('opening a briefing', () => {
  it('makes it one that is being read; reading it for an export does not', async () => {
    const { library, id, current } = await oneStory();
    expect(await library.read(id)).toMatchObject({ ok: true, value: { listing: { id } } });
    expect(await current()).toMatchObject({ reading: 'unread' });
    expect(await library.open(id)).toMatchObject({
      ok: true,
      value: { reading: 'reading', isPinned: false, lastRead: null, kept: null, copies: [] },
    });
    expect(await current()).toMatchObject({ reading: 'reading' });
  });

  it('after a change gives the version that was read, until the new one is kept', async () => {
    const { library, id, write, current } = await oneStory();
    await library.open(id);
    write('a.txt', story('After', day));
    await library.rescan();
    expect(await current()).toMatchObject({ headline: 'After', isChanged: true });
    expect((await library.countViews()).changed).toBe(1);
    const changed = await library.open(id);
    expect(changed).toMatchObject({
      ok: true,
      value: { briefing: { headline: 'After' }, lastRead: { briefing: { headline: 'Before' } } },
    });
    await library.keepVersion(id);
    expect(await library.open(id)).toMatchObject({ ok: true, value: { lastRead: null } });
    expect(await current()).toMatchObject({ isChanged: false });
  });

  it('names the other files with the same story', async () => {
    const { library, write, at, current } = await oneStory();
    write('copy.md', story('Before', day));
    await library.rescan();
    const row = await current();
    expect(row?.copyCount).toBe(1);
    const opened = await library.open(row?.id ?? '');
    const other = row?.path === at('a.txt') ? at('copy.md') : at('a.txt');
    expect(opened.ok ? opened.value.copies.map((copy) => copy.path) : null).toEqual([other]);
  });

  it('fails where the file has gone from a folder that is there', async () => {
    const { library, id, at } = await oneStory();
    rmSync(at('a.txt'));
    expect(await library.open(id)).toMatchObject({ ok: false, problem: { kind: 'missing' } });
  });
});

describe('what the reader did', () => {
  it('is there after a restart, also when the index was deleted', async () => {
    const { library, id, root, folder } = await oneStory();
    await library.setReading([id], 'read');
    await library.setPinned([id], true);
    await library.close();
    for (const ending of ['', '-wal', '-shm']) {
      rmSync(path.join(folder, `catalog.sqlite${ending}`), { force: true });
    }
    const [row] = await listingsOf(await scannedLibrary([root], folder));
    expect(row).toMatchObject({ id, reading: 'read', isPinned: true });
  });
});

describe('one file', () => {
  it('is read at once, and answered with its id', async () => {
    const { library, write } = await oneStory();
    const file = write('sub/new.txt', story('New', day));
    const id = await library.readNow(file);
    expect(await library.find([String(id)])).toMatchObject([{ headline: 'New', path: file }]);
    expect(await library.readNow(path.join(temporaryFolder(), 'elsewhere.txt'))).toBeNull();
  });
});

describe('marks', () => {
  it('are searched for, and told of by their revision', async () => {
    const { library, id } = await oneStory();
    expect(await library.marksRevision()).toBeNull();
    const update = { isComplete: true, marks: [marksOn(id, 'Ask the ministry.')], revision: 'r1' };
    await library.indexMarks(update);
    expect(await library.marksRevision()).toBe('r1');
    for (const text of ['ministry', 'note:ask', 'tag:energy', 'has:note']) {
      expect(await headlinesOf(library, { ...everything, text })).toEqual(['Before']);
    }
    await library.indexMarks({ isComplete: true, marks: [], revision: 'r2' });
    expect(await headlinesOf(library, { ...everything, text: 'ministry' })).toEqual([]);
  });
});

describe('a catalog that is damaged', { timeout: 60_000 }, () => {
  it('before the start is begun anew', async () => {
    const { library, root, folder } = await oneStory();
    await library.indexMarks({ isComplete: true, marks: [], revision: 'r1' });
    await library.close();
    writeFileSync(path.join(folder, 'catalog.sqlite'), 'Not a database at all. '.repeat(1000));
    const again = openLibrary([root], folder);
    expect(await again.marksRevision()).toBeNull();
    await again.rescan();
    expect(await headlinesOf(again)).toEqual(['Before']);
  });

  it('or of another version is begun anew, with what the reader did', async () => {
    const { library, id, root, folder } = await oneStory();
    await library.indexMarks({ isComplete: true, marks: [], revision: 'r1' });
    await library.setReading([id], 'read');
    await library.close();
    const database = new DatabaseSync(path.join(folder, 'catalog.sqlite'));
    database.exec('PRAGMA user_version = 1');
    database.close();
    const again = openLibrary([root], folder);
    expect(await again.marksRevision()).toBeNull();
    await again.rescan();
    expect(await listingsOf(again)).toMatchObject([{ id, headline: 'Before', reading: 'read' }]);
  });

  it('while the library works is begun anew', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { library, folder } = await oneStory();
    const file = path.join(folder, 'catalog.sqlite');
    for (const ending of ['-wal', '']) writeFileSync(file + ending, Buffer.alloc(200_000, 0x5a));
    await vi.waitFor(
      async () => {
        await library.rescan().catch(() => null);
        expect(await headlinesOf(library)).toEqual(['Before']);
        const query = { ...everything, text: 'before harbour' };
        expect(await headlinesOf(library, query)).toEqual(['Before']);
      },
      { timeout: 30_000, interval: 100 },
    );
    report.mockRestore();
  });
});
