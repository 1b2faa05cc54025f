import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KeptRoot, keepRootsInMemory } from '../../../../electron/roots/kept-root.ts';
import { createRootStore } from '../../../../electron/roots/root-store.ts';
import type { Root } from '../../../../electron/shared/model/listing.ts';
import { success } from '../../../../electron/shared/result.ts';

const profile = path.resolve('/home/reader/.config/Readout');
const inboxFolder = path.join(profile, 'inbox');
const seeds = path.resolve('/opt/readout/seeds');
const news = path.resolve('/news');

/** A store over what is kept, which a test may look at. */
function open(first: readonly KeptRoot[] | null = null) {
  const state = { kept: first, hasInbox: false };
  const store = createRootStore({
    keeper: {
      readRoots: () => state.kept,
      keepRoots: (roots) => {
        state.kept = roots;
      },
    },
    seeds,
    profile,
    inbox: { folder: inboxFolder, isThere: () => state.hasInbox },
  });
  const idOf = (folder: string): string =>
    store.all().find((root) => root.path === folder)?.id ?? 'none';
  return { state, store, idOf };
}

function pathsOf(roots: readonly Root[]): readonly string[] {
  return roots.map((root) => root.path);
}

describe('the folders of a first start', () => {
  it('are the shipped briefings, until they are taken off', () => {
    const { state, store, idOf } = open();
    expect(pathsOf(store.all())).toEqual([seeds]);
    expect(state.kept).toBeNull();
    expect(store.addFolder(news)).toEqual(success(true));
    expect(pathsOf(store.all())).toEqual([seeds, news]);
    expect(store.remove(idOf(seeds))).toEqual(success(null));
    expect(store.remove(idOf(news))).toEqual(success(null));
    expect(store.all()).toEqual([]);
    expect(state.kept).toEqual([]);
  });

  it('are found where the app is installed now, which is not kept', () => {
    const { state, store } = open();
    store.addFolder(news);
    expect(state.kept?.map((root) => root.path)).toEqual([null, news]);
    expect(store.addFolder(seeds)).toEqual(success(false));
  });
});

describe('adding a folder', () => {
  it('adds it once, however it is written', () => {
    const { store } = open([]);
    expect(store.addFolder(news)).toEqual(success(true));
    expect(store.addFolder(`${news}${path.sep}`)).toEqual(success(false));
    expect(store.addFolder(path.join(news, 'x', '..'))).toEqual(success(false));
    expect(store.all()).toHaveLength(1);
  });

  it('adds one inside of another', () => {
    const { store } = open([]);
    store.addFolder(news);
    expect(store.addFolder(path.join(news, '2026'))).toEqual(success(true));
    expect(store.all()).toHaveLength(2);
  });

  it.each([
    ['a whole disk', path.parse(news).root, 'whole disk'],
    ['the folder of the app’s own files', profile, "Readout's own files"],
    ['one inside of that', path.join(profile, 'indexes'), "Readout's own files"],
  ])('refuses %s, and keeps nothing', (_, folder, words) => {
    const { state, store } = open([]);
    const outcome = store.addFolder(folder);
    expect(outcome.ok ? '' : outcome.problem.message).toContain(words);
    expect(state.kept).toEqual([]);
  });

  it('leaves the app’s own files out of a folder around them', () => {
    const { store } = open([]);
    store.addFolder('/home/reader');
    expect(store.all()[0]?.exclude).toEqual(['./.config/Readout']);
    store.addFolder(`${profile}-news`);
    expect(store.all()[1]?.exclude).toEqual([]);
  });

  it('reads it as a whole where single files of it were read before', () => {
    const { store } = open([]);
    store.addFile(path.join(news, '1.txt'));
    expect(store.addFolder(news)).toEqual(success(true));
    expect(store.all()).toEqual([expect.objectContaining({ path: news, include: [] })]);
  });
});

describe('adding a file', () => {
  it('adds its folder, of which it is read alone, and further files to that', () => {
    const { store } = open([]);
    expect(store.addFile(path.join(news, '[1].txt'))).toEqual(success(null));
    expect(store.addFile(path.join(news, '2.txt'))).toEqual(success(null));
    expect(store.all()).toEqual([
      expect.objectContaining({ path: news, include: [String.raw`./\[1\].txt`, './2.txt'] }),
    ]);
  });

  it('says why a file is not read that a folder of the library leaves out', () => {
    const { state, store } = open([{ path: news, include: [], exclude: ['old.txt'] }]);
    const outcome = store.addFile(path.join(news, 'old.txt'));
    expect(outcome.ok ? '' : outcome.problem.message).toContain('leave it out');
    expect(state.kept?.[0]?.include).toEqual([]);
  });

  it('adds no more than the patterns that a folder may have', () => {
    const { store } = open([]);
    for (let number = 0; number < 50; number += 1) {
      expect(store.addFile(path.join(news, `${number}.txt`)).ok).toBe(true);
    }
    const outcome = store.addFile(path.join(news, 'one more.txt'));
    expect(outcome.ok ? '' : outcome.problem.message).toContain('Add the folder instead');
  });

  it('refuses one of the app’s own', () => {
    expect(open([]).store.addFile(path.join(profile, 'settings.json')).ok).toBe(false);
  });
});

describe('the inbox', () => {
  it('is a folder of the library once it is there, the last one', () => {
    const { state, store } = open([{ path: news, include: [], exclude: [] }]);
    expect(pathsOf(store.all())).toEqual([news]);
    state.hasInbox = true;
    expect(pathsOf(store.all())).toEqual([news, inboxFolder]);
    expect(store.addFolder(inboxFolder)).toEqual(success(false));
    expect(state.kept).toHaveLength(1);
  });

  it('stays, as a whole', () => {
    const { state, store, idOf } = open([]);
    state.hasInbox = true;
    const id = idOf(inboxFolder);
    for (const outcome of [store.remove(id), store.change({ id, include: ['*.md'], exclude: [] })])
      expect(outcome.ok ? '' : outcome.problem.message).toContain('The inbox');
    expect(pathsOf(store.all())).toEqual([inboxFolder]);
  });
});

describe('changing a folder', () => {
  it('changes which of its files are read', () => {
    const { store, idOf } = open();
    const change = { id: idOf(seeds), include: ['*.md'], exclude: ['old/**'] };
    expect(store.change(change)).toEqual(success(null));
    expect(store.all()).toEqual([{ ...change, path: seeds }]);
  });

  it('is a problem where there is no such folder', () => {
    const { store } = open();
    const outcomes = [
      store.remove('0'.repeat(16)),
      store.change({ id: '0'.repeat(16), include: [], exclude: [] }),
    ];
    for (const outcome of outcomes) expect(outcome).toMatchObject({ ok: false });
    expect(pathsOf(store.all())).toEqual([seeds]);
  });
});

describe('a library that was given on the command line', () => {
  it('is that folder alone, and nothing of it is kept longer than the app runs', () => {
    const keeper = keepRootsInMemory('/home', profile);
    const inbox = { folder: inboxFolder, isThere: () => false };
    const store = createRootStore({ keeper, seeds, profile, inbox });
    expect(store.all()).toEqual([
      expect.objectContaining({ path: '/home', exclude: ['./reader/.config/Readout'] }),
    ]);
    expect(store.addFolder(news)).toEqual(success(true));
    expect(pathsOf(store.all())).toEqual(['/home', news]);
  });

  it('may be what is refused otherwise', () => {
    expect(keepRootsInMemory('/', profile).readRoots()).toEqual([
      { path: '/', include: [], exclude: [] },
    ]);
  });
});
