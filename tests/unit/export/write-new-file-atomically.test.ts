import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as realFiles from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type NewFileSystem,
  writeNewFileAtomically,
} from '../../../electron/export/write-new-file-atomically.ts';
import { temporaryFolder } from '../../support/notes/store-folder.ts';

const bytes = new TextEncoder().encode('Änderung 👍\n');

function failing(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(`${code}: refused`), { code }));
}

const withoutLinks: NewFileSystem = { ...realFiles, link: failing('EPERM') };

describe.each([
  ['a disk with links', realFiles],
  ['a disk without links', withoutLinks],
])('a new file on %s', (_, files) => {
  it('takes the first name', async () => {
    const folder = temporaryFolder();
    const written = await writeNewFileAtomically(folder, ['a.txt', 'b.txt'], bytes, files);
    const file = path.join(folder, 'a.txt');
    expect(written).toEqual({ ok: true, value: { path: file, byteLength: bytes.length } });
    expect(readFileSync(file)).toEqual(Buffer.from(bytes));
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('takes the next name where there is a file or a folder', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'a.txt'), 'kept');
    mkdirSync(path.join(folder, 'b.txt'));
    const names = ['a.txt', 'b.txt', 'c.txt'];
    const written = await writeNewFileAtomically(folder, names, bytes, files);
    expect(written).toMatchObject({ ok: true, value: { path: path.join(folder, 'c.txt') } });
    expect(readFileSync(path.join(folder, 'a.txt'), 'utf8')).toBe('kept');
    expect(readdirSync(folder).toSorted()).toEqual(names);
  });

  it('leaves nothing behind where every name is taken', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'a.txt'), 'kept');
    const written = await writeNewFileAtomically(folder, ['a.txt'], bytes, files);
    expect(written).toMatchObject({ ok: false, problem: { kind: 'unwritable' } });
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

it.each([
  ['it cannot be made', { ...realFiles, open: failing('ENOSPC') }, 'The disk is full.'],
  [
    'the name cannot be given',
    { ...realFiles, link: failing('EACCES') },
    'You may not write there.',
  ],
])('leaves nothing behind where %s', async (_, files, words) => {
  const folder = temporaryFolder();
  const written = await writeNewFileAtomically(folder, ['a.txt'], bytes, files);
  expect(written.ok ? '' : written.problem.message).toContain(words);
  expect(readdirSync(folder)).toEqual([]);
});
