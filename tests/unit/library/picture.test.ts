import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../electron/library/picture.ts';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import type { Result } from '../../../electron/shared/result.ts';
import type { Picture } from '../../../electron/shared/model/listing.ts';
import { briefingFolder, scannedLibrary } from '../../support/library/briefing-folder.ts';

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0);
const gif = new TextEncoder().encode('GIF89a');
const webp = new TextEncoder().encode('RIFF\u0010\0\0\0WEBPVP8 ');

/** The briefing of which `picture.test.ts` reads the pictures: two figures, the second twice. */
const illustrated = `Ferries Return to Valmar

Two of them, after three weeks.

A ferry leaves Valmar, November 1, 2025. REUTERS/Ada Lorne
A ferry comes to Valmar, November 2, 2025. REUTERS/Ada Lorne

Overview
• They returned.
`;

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

describe('the picture of a figure', () => {
  it('is the one with its number', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', illustrated);
    write('a.txt.media/1.png', png);
    write('a.txt.media/2.jpg', jpeg);
    const library = await scannedLibrary([root]);
    const [listing] = await library.query({ filter: { text: '', ids: null }, offset: 0, limit: 1 });
    const id = listing?.id ?? '';
    expect(await library.picture(id, 0)).toEqual({
      ok: true,
      value: { mediaType: 'image/png', bytes: png },
    });
    expect(await library.picture(id, 1)).toEqual({
      ok: true,
      value: { mediaType: 'image/jpeg', bytes: jpeg },
    });
    for (const figure of [2, -1, 0.5]) {
      expect(await library.picture(id, figure)).toMatchObject({
        ok: false,
        problem: { kind: 'missing' },
      });
    }
  });

  it('is none when the folder of pictures is a link', async () => {
    const elsewhere = briefingFolder();
    elsewhere.write('1.jpg', jpeg);
    const { root, at, write } = briefingFolder();
    write('a.txt', illustrated);
    symlinkSync(elsewhere.root, at('a.txt.media'), 'dir');
    const library = await scannedLibrary([root]);
    const [listing] = await library.query({ filter: { text: '', ids: null }, offset: 0, limit: 1 });
    expect(await library.picture(listing?.id ?? '', 0)).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
  });

  it('is none for a briefing that is not in the library', async () => {
    const library = await scannedLibrary([briefingFolder().root]);
    expect(await library.picture('0'.repeat(32), 0)).toMatchObject({
      ok: false,
      problem: { kind: 'missing' },
    });
  });
});
