import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, UniqueNames } from '../../../../../electron/library/formats/zip/entry-name.ts';
import {
  listEntries,
  type ZipEntry,
  zipLimits,
} from '../../../../../electron/library/formats/zip/list-entries.ts';
import { unpackEntry } from '../../../../../electron/library/formats/zip/unpack-entry.ts';
import { writeZip } from '../../../../support/library/write-zip.ts';

const megabyte = 1024 * 1024;

function entriesOf(zip: Uint8Array): readonly ZipEntry[] {
  const entries = listEntries(zip);
  if (!entries.ok) throw new Error(entries.problem);
  return entries.value;
}

function first(zip: Uint8Array): ZipEntry {
  const [entry] = entriesOf(zip);
  if (entry === undefined) throw new Error('The zip is empty.');
  return entry;
}

/** The zip with another value in a field of its first directory entry. */
function changed(zip: Uint8Array, field: number, ...bytes: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(zip);
  const start = Buffer.from(copy).indexOf(Buffer.from('504b0102', 'hex'));
  copy.set(bytes, start + field);
  return copy;
}

function textOf(zip: Uint8Array, entry: ZipEntry): string {
  const bytes = unpackEntry(zip, entry, megabyte);
  return bytes.ok ? new TextDecoder().decode(bytes.value) : bytes.problem;
}

describe('the entries of a zip', () => {
  it('have name, size and time, in order', () => {
    const zip = writeZip({ 'a.txt': 'One', 'sub/': '', 'sub/ü.txt': 'Two two' });
    expect(entriesOf(zip)).toMatchObject([
      { name: 'a.txt', byteLength: 3, modifiedAt: new Date(2025, 10, 20, 12).getTime() },
      { name: 'sub/ü.txt', byteLength: 7, isEncrypted: false },
    ]);
  });

  it('are unpacked', () => {
    const text = 'It reopened. '.repeat(1000);
    const zip = writeZip({ 'a.txt': text, 'b.txt': 'B' });
    expect(entriesOf(zip).map((entry) => textOf(zip, entry))).toEqual([text, 'B']);
  });

  it('are found behind a program that unpacks them', () => {
    const zip = Buffer.concat([Buffer.from('#!/bin/sh\nexit\n'), writeZip({ 'a.txt': 'One' })]);
    expect(textOf(zip, first(zip))).toBe('One');
  });

  it('have names in the encoding of DOS where those are not UTF-8', () => {
    const zip = writeZip({ 'aXb.txt': 'One' });
    const renamed = changed(zip, 46 + 1, 0x81);
    expect(first(renamed).name).toBe('aüb.txt');
  });
});

describe('a name', () => {
  it.each([
    ['../../etc/passwd.txt', 'etc/passwd.txt'],
    ['/etc/a.txt', 'etc/a.txt'],
    ['C:\\news\\a.txt', 'news/a.txt'],
    ['a/../../b.txt', 'a/b.txt'],
    ['./a//b.txt', 'a/b.txt'],
    ['a\0\n.txt', 'a.txt'],
    ['..', 'unnamed'],
    ['', 'unnamed'],
    ['..\\..\\a.txt', 'a.txt'],
    ['a..b/...txt', 'a..b/...txt'],
  ])('%j is %j', (given, expected) => {
    expect(cleanName(given)).toBe(expected);
  });

  it('never leads anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', '/', '\\', 'C:', 'a', '\0')), (parts) => {
        const name = cleanName(parts.join(''));
        expect(name).not.toBe('');
        expect(name.startsWith('/')).toBe(false);
        expect(name.split('/').filter((part) => /^(?:\.{0,2}|[a-z]:)$/i.test(part))).toEqual([]);
      }),
    );
  });

  it('is only used once', () => {
    const names = new UniqueNames();
    const given = ['a.txt', 'a.txt', 'a (2).txt', 'a.txt', 'b', 'b', '.c', '.c'];
    expect(given.map((name) => names.take(name))).toEqual([
      ...['a.txt', 'a (2).txt', 'a (2) (2).txt', 'a (3).txt', 'b', 'b (2)', '.c', '.c (2)'],
    ]);
  });
});

describe('a zip that asks for too much', () => {
  it('by the number of its files is not unpacked', () => {
    const files = Object.fromEntries(
      Array.from({ length: zipLimits.entries + 1 }, (_, index) => [`${index}.txt`, '']),
    );
    expect(listEntries(writeZip(files))).toMatchObject({
      problem: expect.stringContaining('more than 10,000 files') as string,
    });
  });

  it('by the size that it states is not unpacked', () => {
    const size = [0, 0, 0, 0x0d];
    expect(listEntries(changed(writeZip({ 'a.txt': 'One' }), 24, ...size))).toMatchObject({
      problem: expect.stringContaining('larger than 200 MB') as string,
    });
  });

  it('by its density is not unpacked', () => {
    const zip = writeZip({ 'a.txt': new Uint8Array(30 * megabyte) });
    expect(listEntries(zip)).toMatchObject({
      problem: expect.stringContaining('200 times as large') as string,
    });
  });

  it('by a size that it does not state is not unpacked beyond that', () => {
    const zip = changed(writeZip({ 'a.txt': 'x'.repeat(100_000) }), 24, 10, 0, 0, 0);
    expect(textOf(zip, first(zip))).toMatch(/^It is damaged/);
  });

  it('by the size of one file has that one left out', () => {
    const zip = writeZip({ 'a.txt': 'x'.repeat(megabyte + 1) });
    expect(textOf(zip, first(zip))).toBe('It is larger than 1 MB.');
  });
});

describe('a zip that cannot be read', () => {
  const zip = writeZip({ 'a.txt': 'It reopened. '.repeat(100) });

  it.each([
    ['encryption', changed(zip, 8, 1), 'It is encrypted. Unpack it with its password.'],
    [
      'another method',
      changed(zip, 10, 14),
      'It is packed in a way that is not read (method 14). Unpack it.',
    ],
    [
      'a wrong checksum',
      changed(zip, 16, 1, 2, 3, 4),
      'It is damaged: its contents are not what the archive says of them.',
    ],
    [
      'a wrong place',
      changed(zip, 42, 0xff, 0xff),
      'It is damaged: it lies beyond the end of the archive.',
    ],
  ])('because of %s says so', (_name, given, problem) => {
    expect(textOf(given, first(given))).toBe(problem);
  });

  it('is a problem or entries, whatever is wrong with it', () => {
    const all = writeZip({ 'a.txt': 'One '.repeat(50), 'b.txt': 'Two' });
    fc.assert(
      fc.property(
        fc.nat(all.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        fc.nat(all.length),
        (at, bytes, end) => {
          const damaged = Uint8Array.from(all);
          damaged.set(bytes.subarray(0, all.length - at), at);
          const cut = damaged.subarray(0, end % 2 === 0 ? end : all.length);
          const entries = listEntries(cut);
          if (!entries.ok) expect(entries.problem).toMatch(/^[A-Z].*\.$/);
          else for (const entry of entries.value) unpackEntry(cut, entry, megabyte);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
