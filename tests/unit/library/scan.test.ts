import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Found, scan } from '../../../electron/library/scan.ts';
import { briefingFolder, story, temporaryFolder } from '../../support/library/briefing-folder.ts';

async function findAll(root: string): Promise<readonly Found[]> {
  const all: Found[] = [];
  for await (const found of scan(root)) all.push(found);
  return all;
}

/** What a scan finds, each as its kind and its path from the root. */
async function placesIn(root: string): Promise<readonly string[]> {
  const all = await findAll(root);
  return all.map(({ kind, path: place }) => `${kind} ${path.relative(root, place)}`);
}

describe('scan', () => {
  it('finds text files in the folder and its subfolders, in the order of names', async () => {
    const { root, write } = briefingFolder();
    write('b.txt', story('B'));
    write('a.TXT', story('A'));
    write('more/deep/c.txt', story('C'));
    write('z.txt', story('Z'));
    expect(await placesIn(root)).toEqual([
      'file a.TXT',
      'file b.txt',
      `file ${path.join('more', 'deep', 'c.txt')}`,
      'file z.txt',
    ]);
  });

  it('tells the size in bytes and the time of the last change in milliseconds', async () => {
    const { root, write } = briefingFolder();
    const file = write('a.txt', 'Дом', 1_700_000_000_000);
    expect(await findAll(root)).toEqual([
      { kind: 'file', path: file, byteLength: 6, modifiedAt: 1_700_000_000_000 },
    ]);
  });

  it('leaves other files, dot files and folders of pictures alone', async () => {
    const { root, write } = briefingFolder();
    for (const name of ['notes.doc', 'txt', '.hidden.txt', '._a.txt', '.git/a.txt']) {
      write(name, 'text');
    }
    write('a.txt.media/caption.txt', 'text');
    write('b.txt.MEDIA/caption.txt', 'text');
    expect(await placesIn(root)).toEqual([]);
  });

  it('takes a folder with the name of a briefing for a folder', async () => {
    const { root, write } = briefingFolder();
    write('x.txt/inside.txt', story('Inside'));
    expect(await placesIn(root)).toEqual([`file ${path.join('x.txt', 'inside.txt')}`]);
  });

  it('does not follow links, neither round in a circle nor out of the root', async () => {
    const outside = briefingFolder();
    outside.write('secret.txt', story('Secret'));
    const { root, at, write } = briefingFolder();
    write('a.txt', story('A'));
    symlinkSync(root, at('circle'), 'dir');
    symlinkSync(outside.root, at('outside'), 'dir');
    symlinkSync(outside.at('secret.txt'), at('link.txt'));
    symlinkSync(at('nowhere'), at('broken.txt'));
    expect(await placesIn(root)).toEqual(['file a.txt', 'problem broken.txt', 'problem link.txt']);
  });

  it('gives the same paths when the root is reached over a link', async () => {
    const { root, write } = briefingFolder();
    const file = write('a.txt', story('A'));
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(root, link, 'dir');
    expect(await findAll(link)).toMatchObject([{ path: file }]);
  });

  it.skipIf(process.platform === 'win32')('does not open FIFOs and sockets', async () => {
    const { root, at } = briefingFolder();
    execFileSync('mkfifo', [at('fifo.txt')]);
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(at('socket.txt'), resolve));
    expect(await findAll(root)).toEqual([
      {
        kind: 'problem',
        path: at('fifo.txt'),
        problem: { kind: 'unreadable', message: expect.stringContaining('not a file') as string },
      },
      {
        kind: 'problem',
        path: at('socket.txt'),
        problem: { kind: 'unreadable', message: expect.stringContaining('not a file') as string },
      },
    ]);
  });

  it.skipIf(process.platform !== 'linux')('lists a name that is no valid UTF-8', async () => {
    const { root } = briefingFolder();
    execFileSync('sh', ['-c', `printf x > "$(printf '%s/caf\\351.txt' "$0")"`, root]);
    expect(await placesIn(root)).toEqual(['problem caf\ufffd.txt']);
  });

  it('goes on when a folder goes while it is walked', async () => {
    const { root, at, write } = briefingFolder();
    write('a.txt', story('A'));
    mkdirSync(at('b'));
    write('b/gone.txt', story('Gone'));
    write('c.txt', story('C'));
    const found: Found[] = [];
    for await (const one of scan(root)) {
      rmSync(at('b'), { recursive: true, force: true });
      found.push(one);
    }
    expect(found.map(({ kind, path: place }) => [kind, place])).toEqual([
      ['file', at('a.txt')],
      ['problem', at('b')],
      ['file', at('c.txt')],
    ]);
  });

  it('fails when the root is not there', async () => {
    await expect(findAll(path.join(temporaryFolder(), 'gone'))).rejects.toThrow('ENOENT');
  });
});
