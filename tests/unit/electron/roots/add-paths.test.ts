import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAddPaths } from '../../../../electron/roots/add-paths.ts';
import { createRootHandlers } from '../../../../electron/roots/root-handlers.ts';
import { createRootStore } from '../../../../electron/roots/root-store.ts';
import type { KeptRoot } from '../../../../electron/roots/kept-root.ts';
import type { Root } from '../../../../electron/shared/model/listing.ts';
import { success } from '../../../../electron/shared/result.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'readout-add-'));
  for (const name of ['a', 'b']) mkdirSync(path.join(folder, name));
  for (const name of ['a/1.txt', 'a/2.txt', 'b/1.txt'])
    writeFileSync(path.join(folder, name), name);
});

afterEach(() => rmSync(folder, { recursive: true }));

function place(name: string): string {
  return path.join(folder, name);
}

/** A library that reads what its roots let through, as the real one does. */
function open(first: readonly KeptRoot[] = []) {
  let kept = first;
  const store = createRootStore({
    keeper: {
      readRoots: () => kept,
      keepRoots: (roots) => {
        kept = roots;
      },
    },
    seeds: place('seeds'),
    profile: place('profile'),
    inbox: { folder: place('profile/inbox'), isThere: () => false },
  });
  let read = store.all();
  const setRoots = vi.fn((roots: readonly Root[]) => {
    read = roots;
    return Promise.resolve();
  });
  const readNow = vi.fn((file: string) => {
    const isRead = read.some((root) => {
      const name = path.relative(root.path, file);
      const isInside = !name.startsWith('..');
      return isInside && (root.include.length === 0 || root.include.includes(`./${name}`));
    });
    return Promise.resolve(isRead ? `id of ${path.relative(folder, file)}` : null);
  });
  const opened: string[] = [];
  const library = { readNow, setRoots };
  const addPaths = createAddPaths({ roots: store, library, open: (id) => opened.push(id) });
  return { store, library, addPaths, opened };
}

describe('what is given from outside', () => {
  it('adds folders to the library, and opens none of their files', async () => {
    const { store, library, addPaths, opened } = open();
    await expect(addPaths([place('a'), place('b'), place('a')])).resolves.toEqual(
      success({ added: 2 }),
    );
    expect(store.all().map((root) => root.path)).toEqual([place('a'), place('b')]);
    expect(library.setRoots).toHaveBeenLastCalledWith(store.all());
    expect(opened).toEqual([]);
    await expect(addPaths([place('a')])).resolves.toEqual(success({ added: 0 }));
    expect(library.setRoots).toHaveBeenCalledTimes(2);
  });

  it('opens a file of a folder of the library as it is', async () => {
    const { library, addPaths, opened } = open([{ path: place('a'), include: [], exclude: [] }]);
    await expect(addPaths([place('a/1.txt')])).resolves.toEqual(success({ added: 1 }));
    expect(opened).toEqual(['id of a/1.txt']);
    expect(library.setRoots).not.toHaveBeenCalled();
  });

  it('reads a file from elsewhere without the others of its folder', async () => {
    const { store, addPaths, opened } = open();
    await addPaths([place('a/1.txt')]);
    await addPaths([place('a/2.txt'), place('b/1.txt')]);
    expect(store.all()).toEqual([
      expect.objectContaining({ path: place('a'), include: ['./1.txt', './2.txt'] }),
      expect.objectContaining({ path: place('b'), include: ['./1.txt'] }),
    ]);
    expect(opened).toEqual(['id of a/1.txt', 'id of a/2.txt']);
  });

  it('adds what can be added, and says what cannot', async () => {
    const { store, addPaths, opened } = open();
    const outcome = await addPaths([place('gone.txt'), '/dev/null', place('a/1.txt')]);
    expect(outcome).toMatchObject({ ok: false, problem: { kind: 'missing' } });
    const message = outcome.ok ? '' : outcome.problem.message;
    expect(message).toContain(`${place('gone.txt')} is not there`);
    expect(message).toContain('1 more');
    expect(store.all()).toHaveLength(1);
    expect(opened).toEqual(['id of a/1.txt']);
  });

  it('is added in order, also where it comes at once', async () => {
    const { store, addPaths } = open();
    await Promise.all(['a/1.txt', 'a/2.txt'].map((name) => addPaths([place(name)])));
    expect(store.all()).toEqual([expect.objectContaining({ include: ['./1.txt', './2.txt'] })]);
  });

  it('says so where the library does not read the file after all', async () => {
    const { store, library } = open();
    const addPaths = createAddPaths({
      roots: store,
      library: { ...library, readNow: () => Promise.resolve(null) },
      open: () => undefined,
    });
    await expect(addPaths([place('a/1.txt')])).resolves.toMatchObject({ ok: false });
  });
});

describe('what the page asks about folders', () => {
  function handlersOver(chosen: readonly string[]) {
    const opened = open([{ path: place('a'), include: [], exclude: [] }]);
    const { store: roots, library, addPaths } = opened;
    const askFolders = () => Promise.resolve(chosen);
    return { ...opened, handlers: createRootHandlers({ roots, library, addPaths, askFolders }) };
  }

  it('adds the folders that the reader chooses', async () => {
    const { handlers, store } = handlersOver([place('b')]);
    await expect(handlers.addRoots({})).resolves.toEqual(success({ added: 1 }));
    expect(store.all()).toHaveLength(2);
  });

  it('adds none where the reader chooses none', async () => {
    const { handlers, library } = handlersOver([]);
    await expect(handlers.addRoots({})).resolves.toEqual(success({ added: 0 }));
    expect(library.setRoots).not.toHaveBeenCalled();
  });

  it('changes and removes a folder of the library, and tells the library', async () => {
    const { handlers, store, library } = handlersOver([]);
    const id = store.all()[0]?.id ?? '';
    const change = { id, include: ['*.md'], exclude: [] };
    await expect(handlers.changeRoot(change)).resolves.toEqual(success(null));
    expect(library.setRoots).toHaveBeenLastCalledWith([{ ...change, path: place('a') }]);
    await expect(handlers.removeRoot({ id })).resolves.toEqual(success(null));
    expect(library.setRoots).toHaveBeenLastCalledWith([]);
    await expect(handlers.removeRoot({ id })).resolves.toMatchObject({ ok: false });
    expect(library.setRoots).toHaveBeenCalledTimes(2);
  });
});
