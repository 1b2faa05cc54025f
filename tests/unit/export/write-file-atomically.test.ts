import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { lstatSync } from 'node:fs';
import * as realFiles from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type FileSystem,
  writeFileAtomically,
} from '../../../electron/export/write-file-atomically.ts';
import { temporaryFolder } from '../../support/notes/store-folder.ts';

const bytes = new TextEncoder().encode('# Notes\nÄnderung 👍\n');
const isPosix = process.platform !== 'win32';
const isRoot = process.getuid?.() === 0;

function failing(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(`${code}: refused`), { code }));
}

type Handle = Awaited<ReturnType<FileSystem['open']>>;

/** Files whose handles behave differently; a handle keeps its other calls. */
function withHandles(change: (handle: Handle, flags: unknown) => void): FileSystem {
  return {
    ...realFiles,
    open: async (...given) => {
      const handle = await realFiles.open(...given);
      change(handle, given[1]);
      return handle;
    },
  };
}

/** Files in a folder whose writes end in different failures. */
const failures: readonly (readonly [string, FileSystem, string])[] = [
  [
    'no temporary file can be made',
    { ...realFiles, open: () => failing('EACCES') },
    'You may not write there.',
  ],
  [
    'the disk can only be read',
    { ...realFiles, open: () => failing('EROFS') },
    'The disk can only be read.',
  ],
  [
    'the disk is full',
    withHandles((handle) => void (handle.write = () => failing('ENOSPC'))),
    'The disk is full.',
  ],
  [
    'the disk takes nothing more',
    withHandles((handle) => {
      handle.write = (buffer: never) => Promise.resolve({ bytesWritten: 0, buffer });
    }),
    'The disk is full.',
  ],
  [
    'the disk loses a part of it',
    withHandles((handle) => {
      handle.write = (buffer: never) => Promise.resolve({ bytesWritten: bytes.length, buffer });
    }),
    'bytes of',
  ],
  [
    'the bytes do not reach the disk',
    withHandles((handle) => void (handle.sync = () => failing('EIO'))),
    'EIO',
  ],
  [
    'the share of the disk is used up',
    withHandles((handle) => void (handle.sync = () => failing('EDQUOT'))),
    'Your share of the disk is full.',
  ],
  [
    'the name cannot be given',
    { ...realFiles, rename: () => failing('EPERM') },
    'You may not write there.',
  ],
];

describe('writeFileAtomically', () => {
  it('writes a new file and says where and how long', async () => {
    const file = path.join(temporaryFolder(), 'Notes.md');
    const written = await writeFileAtomically(file, bytes);
    expect(written).toEqual({ ok: true, value: { path: file, byteLength: bytes.length } });
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });

  it('writes an empty file', async () => {
    const file = path.join(temporaryFolder(), 'Notes.md');
    expect(await writeFileAtomically(file, new Uint8Array())).toMatchObject({ ok: true });
    expect(readFileSync(file)).toHaveLength(0);
  });

  it('replaces a file and leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'Notes.md');
    writeFileSync(file, 'much longer than what comes after it, and old');
    expect(await writeFileAtomically(file, bytes)).toMatchObject({ ok: true });
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['Notes.md']);
  });

  it('goes on where the system takes only a part at a time', async () => {
    const file = path.join(temporaryFolder(), 'Notes.md');
    const files = withHandles((handle) => {
      handle.write = async (buffer: never, offset?: unknown) => {
        const start = Number(offset);
        const { bytesWritten } = await handle.writev([bytes.subarray(start, start + 1)]);
        return { bytesWritten, buffer };
      };
    });
    expect(await writeFileAtomically(file, bytes, files)).toMatchObject({ ok: true });
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });

  it.runIf(isPosix).each(['600', '640', '664', '666'])(
    'keeps the permissions %s of the file that it replaces',
    async (octal) => {
      const mode = Number.parseInt(octal, 8);
      const file = path.join(temporaryFolder(), 'Notes.md');
      writeFileSync(file, 'old');
      chmodSync(file, mode);
      expect(await writeFileAtomically(file, bytes)).toMatchObject({ ok: true });
      expect(statSync(file).mode & 0o777).toBe(mode);
    },
  );

  it.runIf(isPosix)('follows a link, which stays one', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'elsewhere'));
    const file = path.join(folder, 'elsewhere', 'Real.md');
    const link = path.join(folder, 'Notes.md');
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    const written = await writeFileAtomically(link, bytes);
    expect(written).toMatchObject({ ok: true, value: { path: file } });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });

  it.runIf(isPosix)('counts a file as written whose folder cannot be opened', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'Notes.md');
    const files: FileSystem = {
      ...realFiles,
      open: (...given) => (given[0] === folder ? failing('EACCES') : realFiles.open(...given)),
    };
    expect(await writeFileAtomically(file, bytes, files)).toMatchObject({ ok: true });
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
  });
});

describe('writeFileAtomically, when it fails', () => {
  it.each(failures)('leaves the old file whole where %s', async (_, files, reason) => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'Notes.md');
    writeFileSync(file, 'the old notes');
    const written = await writeFileAtomically(file, bytes, files);
    expect(written).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
    const message = written.ok ? '' : written.problem.message;
    expect(message).toContain(`${file} was not written, and nothing was changed.`);
    expect(message).toContain(reason);
    expect(readFileSync(file, 'utf8')).toBe('the old notes');
    expect(readdirSync(folder)).toEqual(['Notes.md']);
  });

  it.each(failures)('leaves no file where there was none and %s', async (_, files) => {
    const folder = temporaryFolder();
    const written = await writeFileAtomically(path.join(folder, 'Notes.md'), bytes, files);
    expect(written.ok).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that a folder has the name, and leaves it', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'Notes.md'));
    const written = await writeFileAtomically(path.join(folder, 'Notes.md'), bytes);
    expect(written).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
    expect(written.ok ? '' : written.problem.message).toContain('A folder has that name.');
    expect(readdirSync(folder)).toEqual(['Notes.md']);
  });

  it.runIf(isPosix)('does not replace what is no regular file', async () => {
    const folder = temporaryFolder();
    const device = path.join(folder, 'null');
    const files: FileSystem = {
      ...realFiles,
      stat: (async (asked: string) =>
        realFiles.stat(asked === device ? '/dev/null' : asked)) as FileSystem['stat'],
    };
    const written = await writeFileAtomically(device, bytes, files);
    expect(written.ok ? '' : written.problem.message).toContain('That is no regular file.');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the folder is not there', async () => {
    const file = path.join(temporaryFolder(), 'gone', 'Notes.md');
    const written = await writeFileAtomically(file, bytes);
    expect(written.ok ? '' : written.problem.message).toContain('The folder is not there.');
  });

  it('says that a part of the path is a file', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), 'x');
    const written = await writeFileAtomically(path.join(folder, 'file', 'Notes.md'), bytes);
    expect(written.ok ? '' : written.problem.message).toContain('The folder is not there.');
  });

  it.runIf(isPosix)('says that the name is too long', async () => {
    const folder = temporaryFolder();
    const written = await writeFileAtomically(path.join(folder, 'x'.repeat(300)), bytes);
    expect(written.ok ? '' : written.problem.message).toContain('The name is too long.');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(isPosix && !isRoot)('says that a folder may not be written to', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    const written = await writeFileAtomically(path.join(folder, 'Notes.md'), bytes);
    chmodSync(folder, 0o700);
    expect(written.ok ? '' : written.problem.message).toContain('You may not write there.');
    expect(readdirSync(folder)).toEqual([]);
  });
});
