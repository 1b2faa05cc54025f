import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSettings } from '../../../electron/settings.ts';
import {
  defaultSettings,
  keptPlaces,
  labelOfColor,
} from '../../../electron/shared/model/settings.ts';

// The store is the real one. Outside Electron its import of `electron` asks where the binary is,
// and would fetch it if nothing said so.
vi.hoisted(() => {
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = 'nowhere';
});

const id = 'b'.repeat(32);
const place = { x: 10, y: 20, width: 800, height: 600, maximized: false };

let folder: string;
let file: string;

beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(path.join(tmpdir(), 'readout-settings-'));
  file = path.join(folder, 'settings.json');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function written(): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

const whole = JSON.stringify({ version: 1, ...defaultSettings, theme: 'dark' });

const corruptions: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['empty', Buffer.from('')],
  ['NULs', Buffer.alloc(300)],
  ['half', Buffer.from(whole.slice(0, whole.length / 2))],
  ['BOM', Buffer.from(`\uFEFF${whole}`)],
  ['wrong JSON type', Buffer.from('["dark"]')],
  ['__proto__', Buffer.from('{"version":1,"__proto__":{"theme":"dark"}}')],
  ['newer schema', Buffer.from('{"version":2,"theme":"dark"}')],
  ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x1a])],
  [
    'invalid UTF-8 inside',
    Buffer.concat([Buffer.from('{"version":1,"x":"'), Buffer.from([0xff]), Buffer.from('"}')]),
  ],
];

describe('openSettings', () => {
  it('begins with the defaults', () => {
    const { settings, setAside } = openSettings(folder);
    expect(settings.readSettings()).toEqual(defaultSettings);
    expect(settings.readWindowPlace()).toBeNull();
    expect(setAside).toBeNull();
  });

  it('finds again what was changed', () => {
    const { settings } = openSettings(folder);
    settings.changeSettings({ theme: 'dark', textSize: 120, lastBriefing: id });
    settings.keepWindowPlace(place);
    settings.close();
    const again = openSettings(folder);
    expect(again.settings.readSettings()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      textSize: 120,
      lastBriefing: id,
    });
    expect(again.settings.readWindowPlace()).toEqual(place);
    expect(again.setAside).toBeNull();
  });

  it.each(corruptions)('sets a file aside that is %s, byte for byte', (_name, bytes) => {
    writeFileSync(file, bytes);
    const { settings, setAside } = openSettings(folder);
    expect(settings.readSettings()).toEqual(defaultSettings);
    expect(setAside).toMatch(/settings-unreadable-\d{4}-\d{2}-\d{2}T.*\.json$/);
    expect(readFileSync(setAside ?? '')).toEqual(Buffer.from(bytes));
    settings.changeSettings({ theme: 'light' });
    expect(written()).toMatchObject({ version: 1, theme: 'light' });
    expect(Object.prototype).not.toHaveProperty('theme');
  });

  it('never sets a file aside over another', () => {
    for (const content of ['one', 'two', 'three']) {
      writeFileSync(file, content);
      openSettings(folder);
    }
    const kept = readdirSync(folder).filter((name) => name.includes('unreadable'));
    const contents = kept.map((name) => readFileSync(path.join(folder, name), 'utf8'));
    expect(contents.toSorted()).toEqual(['one', 'three', 'two']);
  });

  it('replaces each value that is out of bounds by its own default', () => {
    const bad = {
      version: 1,
      theme: 'dark',
      textSize: 9000,
      columnWidth: '68',
      libraryOpen: false,
      lastBriefing: '../etc',
      places: [{ briefingId: id, part: 'nowhere' }],
      window: { x: 0.5 },
    };
    writeFileSync(file, JSON.stringify(bad));
    const { settings, setAside } = openSettings(folder);
    expect(settings.readSettings()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      libraryOpen: false,
    });
    expect(settings.readWindowPlace()).toBeNull();
    expect(setAside).toBeNull();
  });
});

describe('the folders of the library', () => {
  const roots = [
    { path: null, include: [], exclude: [] },
    { path: '/news', include: ['*.md'], exclude: ['old'] },
  ];

  it('are none of the first start', () => {
    expect(openSettings(folder).settings.readRoots()).toBeNull();
  });

  it('are written at once, beside the settings, and found again', () => {
    const { settings } = openSettings(folder);
    settings.keepRoots(roots);
    expect(written()).toMatchObject({ roots });
    settings.changeSettings({ theme: 'dark' });
    const again = openSettings(folder).settings;
    expect(again.readRoots()).toEqual(roots);
    expect(again.readSettings()).not.toHaveProperty('roots');
  });

  it('can be none at all', () => {
    openSettings(folder).settings.keepRoots([]);
    expect(openSettings(folder).settings.readRoots()).toEqual([]);
  });

  it('are read without those that are broken', () => {
    const broken = [{ path: 7, include: [], exclude: [] }, '/news', { path: '/x' }];
    writeFileSync(file, JSON.stringify({ version: 1, roots: [...broken, ...roots] }));
    expect(openSettings(folder).settings.readRoots()).toEqual(roots);
    writeFileSync(file, JSON.stringify({ version: 1, roots: '/news' }));
    expect(openSettings(folder).settings.readRoots()).toBeNull();
  });
});

describe('saved searches', () => {
  const search = { name: 'Unread ferries', query: 'is:unread ferry' };

  it('are none in a file of a version that had none, which loads as before', () => {
    const chosen = { ...defaultSettings, theme: 'dark' };
    const older = Object.entries(chosen).filter(([field]) => field !== 'savedSearches');
    const content = { version: 1, ...Object.fromEntries(older), window: place };
    writeFileSync(file, JSON.stringify(content));
    const { settings, setAside } = openSettings(folder);
    expect(setAside).toBeNull();
    expect(settings.readSettings()).toEqual({ ...chosen, savedSearches: [] });
    expect(settings.readWindowPlace()).toEqual(place);
  });

  it('are found again', () => {
    openSettings(folder).settings.changeSettings({ savedSearches: [search] });
    expect(openSettings(folder).settings.readSettings().savedSearches).toEqual([search]);
  });

  it.each([
    ['without a name', [{ ...search, name: ' ' }]],
    ['without a query', [{ ...search, query: '' }]],
    ['of no list', search],
  ])('are none where one is %s', (_, savedSearches) => {
    writeFileSync(file, JSON.stringify({ version: 1, theme: 'dark', savedSearches }));
    expect(openSettings(folder).settings.readSettings()).toEqual({
      ...defaultSettings,
      theme: 'dark',
    });
  });
});

describe('the names of the colours', () => {
  const { colorNames } = defaultSettings;

  it('are kept, without the space around them', () => {
    const named = { ...colorNames, yellow: ' claim ', blue: 'à vérifier' };
    writeFileSync(file, JSON.stringify({ version: 1, colorNames: named }));
    expect(openSettings(folder).settings.readSettings().colorNames).toEqual({
      ...named,
      yellow: 'claim',
    });
  });

  it.each([
    ['blank', { ...colorNames, pink: ' ' }],
    ['too long', { ...colorNames, pink: 'x'.repeat(41) }],
    ['missing', { yellow: 'claim' }],
    ['of no colour', { ...colorNames, red: 'Red' }],
    ['no text', { ...colorNames, pink: 5 }],
  ])('are the defaults where one is %s', (_, named) => {
    writeFileSync(file, JSON.stringify({ version: 1, theme: 'dark', colorNames: named }));
    const { settings } = openSettings(folder);
    expect(settings.readSettings()).toEqual({ ...defaultSettings, theme: 'dark' });
  });

  it('label a colour unless they say nothing more', () => {
    const named = { colorNames: { ...colorNames, yellow: 'claim' } };
    expect(labelOfColor('yellow', named)).toBe('yellow: claim');
    expect(labelOfColor('green', named)).toBe('green');
  });
});

describe('changes', () => {
  it('writes a choice at once', () => {
    const { settings } = openSettings(folder);
    settings.changeSettings({ theme: 'light' });
    expect(written()).toMatchObject({ theme: 'light' });
  });

  it('gathers places, which change with every scroll, and writes the last state', () => {
    const { settings } = openSettings(folder);
    settings.changeSettings({ theme: 'light' });
    settings.changeSettings({ places: [{ briefingId: id, part: 'headline' }] });
    settings.changeSettings({ places: [{ briefingId: id, part: 'dek' }] });
    expect(written()).toMatchObject({ places: [] });
    vi.runAllTimers();
    expect(written()).toMatchObject({ places: [{ briefingId: id, part: 'dek' }] });
  });

  it('keeps the newest places only', () => {
    const { settings } = openSettings(folder);
    const places = Array.from({ length: keptPlaces + 2 }, (_, index) => ({
      briefingId: index.toString(16).padStart(32, '0'),
      part: 'headline',
    }));
    expect(settings.changeSettings({ places }).places).toEqual(places.slice(2));
  });

  it('tells listeners until they unsubscribe', () => {
    const { settings } = openSettings(folder);
    const heard: string[] = [];
    const unsubscribe = settings.onChanged(({ theme }) => heard.push(theme));
    settings.changeSettings({ theme: 'dark' });
    unsubscribe();
    settings.changeSettings({ theme: 'light' });
    expect(heard).toEqual(['dark']);
  });

  it('ignores a value that is not given', () => {
    const { settings } = openSettings(folder);
    settings.changeSettings({ theme: 'dark' });
    expect(settings.changeSettings({ theme: undefined }).theme).toBe('dark');
  });

  it('goes on with a change that cannot be written, and says so', () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { settings } = openSettings(folder);
    rmSync(file, { force: true });
    mkdirSync(file);
    expect(settings.changeSettings({ theme: 'dark' }).theme).toBe('dark');
    expect(settings.readSettings().theme).toBe('dark');
    expect(complain).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('Settings could not be written'),
    );
    complain.mockRestore();
  });
});
