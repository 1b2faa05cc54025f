import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { largestFile } from '../../../../electron/library/parsing/limits.ts';
import { readBriefingFile } from '../../../../electron/library/parsing/read-briefing-file.ts';
import {
  briefingFolder,
  snapshotOf,
  story,
  temporaryFolder,
} from '../../../support/library/folder.ts';

function unreadable(message: string): object {
  return {
    ok: false,
    problem: { kind: 'unreadable', message: expect.stringContaining(message) as string },
  };
}

/** Whether the process may read what its permissions forbid, as root may. */
function ignoresPermissions(): boolean {
  const { write } = briefingFolder();
  const file = write('a.txt', '');
  chmodSync(file, 0);
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

describe('readBriefingFile', () => {
  it('gives briefing, format and fingerprint', async () => {
    const { write } = briefingFolder();
    const text = story('Port Reopens – Überall', '2025-11-20');
    const file = write('a.txt', text);
    write('a.txt.media/1.jpg', '');
    const read = await readBriefingFile(file);
    expect(read).toMatchObject({
      ok: true,
      value: {
        briefing: { headline: 'Port Reopens – Überall', warnings: [] },
        fingerprint: createHash('sha256').update(text).digest('hex'),
        format: 'txt',
      },
    });
  });

  it('takes name, time and pictures into the briefing', async () => {
    const { write } = briefingFolder();
    const file = write('2025-11-19 port.txt', 'Port\n\nImage\n\nOverview\n• One.\n');
    write('2025-11-19 port.txt.media/1.webp', '');
    expect(await readBriefingFile(file)).toMatchObject({
      value: {
        briefing: {
          date: { value: '2025-11-19', provenance: 'file name' },
          figures: [{ picture: '1.webp' }],
        },
      },
    });
    const undated = write('port.txt', 'Port\n\nOverview\n• One.\n', Date.UTC(2025, 10, 20, 12));
    expect(await readBriefingFile(undated)).toMatchObject({
      value: { briefing: { date: { value: '2025-11-20', provenance: 'file time' } } },
    });
  });

  it('reads an empty file', async () => {
    const file = briefingFolder().write('a.txt', '');
    expect(await readBriefingFile(file)).toMatchObject({
      ok: true,
      value: { briefing: { headline: 'a', warnings: [{ kind: 'empty' }] } },
    });
  });

  it('writes nothing', async () => {
    const { root, write } = briefingFolder();
    const file = write('a.txt', story('A'));
    chmodSync(file, 0o444);
    const before = snapshotOf(root);
    expect(await readBriefingFile(file)).toMatchObject({ ok: true });
    expect(snapshotOf(root)).toEqual(before);
  });

  it.each(['gone.txt', 'no-folder/gone.txt', 'file.txt/gone.txt'])(
    'says that %s is not there',
    async (name) => {
      const { at, write } = briefingFolder();
      write('file.txt', '');
      expect(await readBriefingFile(at(name))).toEqual({
        ok: false,
        problem: { kind: 'missing', message: `${at(name)} is not there any more.` },
      });
    },
  );

  it('refuses a folder', async () => {
    const { at } = briefingFolder();
    mkdirSync(at('a.txt'));
    expect(await readBriefingFile(at('a.txt'))).toMatchObject(unreadable('no regular file'));
  });

  it.skipIf(process.platform === 'win32')('refuses a FIFO without waiting', async () => {
    const { at } = briefingFolder();
    execFileSync('mkfifo', [at('a.txt')]);
    expect(await readBriefingFile(at('a.txt'))).toMatchObject(unreadable('no regular file'));
  });

  it.skipIf(process.platform === 'win32')('refuses a socket', async () => {
    const { at } = briefingFolder();
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(at('a.txt'), resolve));
    expect(await readBriefingFile(at('a.txt'))).toMatchObject(unreadable(at('a.txt')));
  });

  it.skipIf(process.platform === 'win32')('refuses a link, wherever it leads', async () => {
    const { root, at, write } = briefingFolder();
    write('a.txt', story('A'));
    const targets = {
      file: at('a.txt'),
      nowhere: at('none'),
      folder: root,
      itself: at('itself.txt'),
    };
    for (const [name, target] of Object.entries(targets)) {
      symlinkSync(target, at(`${name}.txt`));
      expect(await readBriefingFile(at(`${name}.txt`))).toMatchObject(unreadable('link'));
    }
  });

  it('reads a file in a folder that a link leads to', async () => {
    const { root, write } = briefingFolder();
    write('a.txt', story('A'));
    const link = path.join(temporaryFolder(), 'link');
    symlinkSync(root, link, 'dir');
    expect(await readBriefingFile(path.join(link, 'a.txt'))).toMatchObject({ ok: true });
  });

  it('refuses a file over 50 MB that has to be read as a whole', async () => {
    const file = briefingFolder().write('a.json', '');
    truncateSync(file, largestFile + 1);
    expect(await readBriefingFile(file)).toMatchObject(unreadable('larger than 50 MB'));
    truncateSync(file, largestFile);
    expect(await readBriefingFile(file)).toMatchObject(unreadable('not a text file'));
  });

  it('refuses what is no text', async () => {
    const file = briefingFolder().write('a.txt', Uint8Array.of(0x89, 0x50, 0, 1, 2, 3, 0, 0xff));
    expect(await readBriefingFile(file)).toMatchObject(unreadable('not a text file'));
  });

  it('says that it has no permission', async ({ skip }) => {
    if (ignoresPermissions()) skip('This user may read every file.');
    const { at, write } = briefingFolder();
    const file = write('sub/a.txt', story('A'));
    chmodSync(file, 0);
    expect(await readBriefingFile(file)).toMatchObject(unreadable('no permission'));
    chmodSync(file, 0o644);
    chmodSync(at('sub'), 0);
    onTestFinished(() => chmodSync(at('sub'), 0o755));
    expect(await readBriefingFile(file)).toMatchObject(unreadable('no permission'));
  });
});
