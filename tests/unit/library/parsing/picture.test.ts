import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../../electron/library/parsing/picture.ts';
import type { Problem } from '../../../../electron/shared/model/problem.ts';
import type { Result } from '../../../../electron/shared/result.ts';
import type { Picture } from '../../../../electron/shared/model/listing.ts';
import { briefingFolder } from '../../../support/library/folder.ts';
import { writeZip } from '../../../support/library/write-zip.ts';

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);
const gif = new TextEncoder().encode('GIF89a');
const webp = new TextEncoder().encode('RIFF\u0010\0\0\0WEBPVP8 ');

async function readAs(name: string, contents: Uint8Array): Promise<Result<Picture, Problem>> {
  const { at, write } = briefingFolder();
  write(`a.txt.media/${name}`, contents);
  return readPicture(at('a.txt'), name);
}

describe('readPicture', () => {
  it.each([
    ['image/jpeg', jpeg],
    ['image/png', png],
    ['image/gif', gif],
    ['image/webp', webp],
  ])('tells %s by its first bytes, whatever its name', async (mediaType, contents) => {
    expect(await readAs('1.bmp', contents)).toEqual({
      ok: true,
      value: { mediaType, bytes: contents },
    });
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'],
    ['a page', '<!doctype html><script>1</script>'],
    ['WEBP somewhere', 'ABCD\0\0\0\0WEBPVP8 '],
    ['nothing', ''],
  ])('refuses %s', async (_, text) => {
    expect(await readAs('1.jpg', new TextEncoder().encode(text))).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable', message: expect.stringContaining('JPEG') as string },
    });
  });

  it('refuses a picture over 20 MB', async () => {
    const { at, write } = briefingFolder();
    truncateSync(write('a.txt.media/1.jpg', jpeg), 20 * 1024 * 1024 + 1);
    expect(await readPicture(at('a.txt'), '1.jpg')).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable', message: expect.stringContaining('20 MB') as string },
    });
  });

  it.each(['../b.jpg', '..', '.', '', 'sub/1.jpg', '/etc/hostname'])(
    'does not leave the folder for the name %j',
    async (name) => {
      const { at, write } = briefingFolder();
      write('b.jpg', jpeg);
      write('a.txt.media/sub/1.jpg', jpeg);
      expect(await readPicture(at('a.txt'), name)).toMatchObject({ ok: false });
    },
  );

  it('does not follow a link', async () => {
    const { at, write } = briefingFolder();
    write('a.txt.media/real.jpg', jpeg);
    symlinkSync(at('a.txt.media/real.jpg'), at('a.txt.media/1.jpg'));
    expect(await readPicture(at('a.txt'), '1.jpg')).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable' },
    });
  });

  it.skipIf(process.platform === 'win32')('does not wait for a FIFO', async () => {
    const { at, write } = briefingFolder();
    write('a.txt.media/2.jpg', jpeg);
    execFileSync('mkfifo', [at('a.txt.media/1.jpg')]);
    expect(await readPicture(at('a.txt'), '1.jpg')).toMatchObject({
      ok: false,
      problem: { kind: 'unreadable' },
    });
  });
});

describe('a picture below the briefing’s folder', () => {
  it.each(['./b.jpg', './sub/b.jpg', './sub/../b.jpg', './a b.jpg'])(
    'is read at %s',
    async (name) => {
      const { at, write } = briefingFolder();
      for (const file of ['b.jpg', 'sub/b.jpg', 'a b.jpg']) write(file, jpeg);
      expect(await readPicture(at('a.md'), name)).toMatchObject({
        ok: true,
        value: { mediaType: 'image/jpeg' },
      });
    },
  );

  it.each([
    './../b.jpg',
    './sub/../../b.jpg',
    './',
    './..',
    './sub',
    './b.jpg/c.jpg',
    './%2e%2e/b.jpg',
  ])('is none at %s', async (name) => {
    const { at, write } = briefingFolder();
    write('b.jpg', jpeg);
    write('news/b.txt', '');
    write('news/sub/c.jpg', jpeg);
    expect(await readPicture(at('news/a.md'), name)).toMatchObject({ ok: false });
  });

  it('is none where a link leads out of the folder', async () => {
    const { at, write } = briefingFolder();
    write('b.jpg', jpeg);
    write('out/b.jpg', jpeg);
    write('news/a.md', '');
    symlinkSync(at('b.jpg'), at('news/b.jpg'));
    symlinkSync(at('out'), at('news/out'), 'dir');
    for (const name of ['./b.jpg', './out/b.jpg']) {
      expect(await readPicture(at('news/a.md'), name)).toMatchObject({
        ok: false,
        problem: { message: expect.stringContaining('not below') as string },
      });
    }
  });
});

describe('a picture in a zip', () => {
  const files = {
    'news/a.txt': 'A',
    'news/a.txt.media/1.png': png,
    'news/b.jpg': jpeg,
    'c.gif': gif,
    'news/d.jpg': 'no picture',
  };

  it.each([
    ['1.png', 'image/png'],
    ['./b.jpg', 'image/jpeg'],
  ])('is read at %s', async (name, mediaType) => {
    const { at, write } = briefingFolder();
    write('a.zip', writeZip(files));
    expect(await readPicture(at('a.zip/news/a.txt'), name)).toMatchObject({
      ok: true,
      value: { mediaType },
    });
  });

  it.each(['./../c.gif', '../c.gif', './d.jpg', '2.png', './gone.jpg', 'embedded:0'])(
    'is none at %s',
    async (name) => {
      const { at, write } = briefingFolder();
      write('a.zip', writeZip(files));
      expect(await readPicture(at('a.zip/news/a.txt'), name)).toMatchObject({ ok: false });
    },
  );
});

describe('a picture inside of a file', () => {
  it('is none in a format without pictures, or where the file is gone', async () => {
    const { at, write } = briefingFolder();
    write('a.txt', 'A');
    for (const name of ['a.txt', 'gone.html']) {
      expect(await readPicture(at(name), 'embedded:0')).toMatchObject({
        ok: false,
        problem: { kind: 'missing' },
      });
    }
  });
});
