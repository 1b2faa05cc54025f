import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isMediaFolder,
  mediaFolderOf,
  picturesOf,
} from '../../../electron/library/media-folder.ts';
import { briefingFolder } from '../../support/library/folder.ts';

describe('mediaFolderOf and isMediaFolder', () => {
  it('know the folder by its name', () => {
    expect(mediaFolderOf('/news/port.txt')).toBe('/news/port.txt.media');
    expect(
      ['port.txt.media', 'PORT.TXT.MEDIA', 'media', 'port.media.txt'].map(isMediaFolder),
    ).toEqual([true, true, false, false]);
  });
});

describe('picturesOf', () => {
  it('gives the names of the files, sorted', () => {
    const { at, write } = briefingFolder();
    for (const name of ['2.png', '10.jpg', '1.jpg', 'caption.txt'])
      write(`a.txt.media/${name}`, '');
    mkdirSync(at('a.txt.media/3.jpg'));
    symlinkSync(at('a.txt.media/1.jpg'), at('a.txt.media/4.jpg'));
    expect(picturesOf(at('a.txt'))).toEqual(['1.jpg', '10.jpg', '2.png', 'caption.txt']);
  });

  it.skipIf(process.platform === 'win32')('leaves a FIFO alone', () => {
    const { at, write } = briefingFolder();
    write('a.txt.media/2.jpg', '');
    execFileSync('mkfifo', [at('a.txt.media/1.jpg')]);
    expect(picturesOf(at('a.txt'))).toEqual(['2.jpg']);
  });

  it('gives none where there is no folder, or no folder of that name', () => {
    const { at, write } = briefingFolder();
    const elsewhere = briefingFolder();
    elsewhere.write('1.jpg', '');
    write('file.txt.media', 'no folder');
    symlinkSync(elsewhere.root, at('link.txt.media'), 'dir');
    for (const name of ['none.txt', 'file.txt', 'link.txt']) {
      expect(picturesOf(at(name))).toEqual([]);
    }
  });
});
