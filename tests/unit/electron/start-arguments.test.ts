import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { appArguments, readStartArguments } from '../../../electron/start-arguments.ts';

const folder = path.resolve('/home/reader');

describe('appArguments', () => {
  it('takes everything after the program of an installed app', () => {
    expect(appArguments(['/opt/readout', 'list', '--json'], true)).toEqual(['list', '--json']);
  });

  it('skips switches and the folder of the app in development', () => {
    const argv = ['electron', '--inspect=0', '--no-sandbox', '.', '--profile=p', 'x'];
    expect(appArguments(argv, false)).toEqual(['--profile=p', 'x']);
  });

  it('finds none where there are none', () => {
    expect(appArguments(['electron', '--inspect=0'], false)).toEqual([]);
    expect(appArguments(['readout'], true)).toEqual([]);
  });
});

describe('readStartArguments', () => {
  it('reads both spellings, relative to the folder', () => {
    expect(readStartArguments(['--profile=p q', '--library', 'news'], folder)).toEqual({
      profile: path.join(folder, 'p q'),
      library: path.join(folder, 'news'),
      places: [],
    });
  });

  it('takes a value with an equals sign whole', () => {
    expect(readStartArguments(['--profile=a=b'], folder).profile).toBe(path.join(folder, 'a=b'));
  });

  it.each([[[]], [['--profile']], [['--profile=']], [['--profiles=p', '--no-sandbox']]])(
    'reads nothing from %j',
    (given) => {
      expect(readStartArguments(given, folder)).toEqual({
        profile: null,
        library: null,
        places: [],
      });
    },
  );

  it('reads files and folders among options, which are left to Chromium', () => {
    const given = [
      'news',
      '--no-sandbox',
      '--library',
      'all',
      '/a b.txt',
      '--profile=p',
      '../c.md',
    ];
    expect(readStartArguments(given, folder)).toEqual({
      profile: path.join(folder, 'p'),
      library: path.join(folder, 'all'),
      places: [path.join(folder, 'news'), path.resolve('/a b.txt'), path.resolve('/home/c.md')],
    });
  });

  it('reads addresses of files, as some desktops give them, and none of other things', () => {
    const given = ['file:///news/a%20b.txt', 'file://host/x', 'file:%'];
    expect(readStartArguments(given, folder).places).toEqual(['/news/a b.txt']);
  });

  it('takes everything behind two hyphens as a place', () => {
    expect(readStartArguments(['a', '--', '--library', '-x'], folder)).toEqual({
      profile: null,
      library: null,
      places: ['a', '--library', '-x'].map((name) => path.join(folder, name)),
    });
  });

  it('takes the first of two values', () => {
    expect(readStartArguments(['--profile=a', '--profile', 'b'], folder)).toMatchObject({
      profile: path.join(folder, 'a'),
      places: [],
    });
  });
});
