import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { csvWriter } from '../../../../electron/export/tables/csv.ts';
import { textWriter } from '../../../../electron/export/text/plain-text.ts';
import { zipWriter } from '../../../../electron/export/zip/zip.ts';
import { entrySource, exportEntries } from '../../../support/export/entries.ts';
import { together, written, writingOptions } from '../../../support/export/written.ts';

type Member = Parameters<typeof zipWriter>[0][number];

function memberOf(name: string, ...pieces: readonly (string | Uint8Array)[]): Member {
  return {
    name,
    write: async function* write() {
      for (const piece of pieces) yield await Promise.resolve(piece);
    },
  };
}

async function namesOf(...names: readonly string[]): Promise<readonly string[]> {
  const zip = await together(zipWriter(names.map((name) => memberOf(name, name))));
  return Object.keys(unzipSync(zip));
}

const entries = entrySource(exportEntries());
const marks: readonly Member[] = [
  { name: 'Table.csv', write: () => csvWriter(entries, writingOptions()) },
  { name: 'Text/Notes.txt', write: () => textWriter(entries, writingOptions()) },
];

const hasUnzip = spawnSync('unzip', ['-v']).status === 0;

describe('zipWriter', () => {
  it('holds what the writers of its members write', async () => {
    const files = unzipSync(await together(zipWriter(marks)));
    expect(Object.keys(files)).toEqual(['Table.csv', 'Text/Notes.txt']);
    expect(Buffer.from(files['Table.csv'] ?? []).toString()).toBe(
      await written(csvWriter, exportEntries()),
    );
    expect(Buffer.from(files['Text/Notes.txt'] ?? []).toString()).toBe(
      await written(textWriter, exportEntries()),
    );
  });

  it.skipIf(!hasUnzip)('is opened by another program', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'readout-zip-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'notes.zip');
    const members = [...marks, memberOf('Fähre 渡船.md', '# Fähre\n'), memberOf('empty.txt')];
    writeFileSync(file, await together(zipWriter(members)));
    expect(execFileSync('unzip', ['-t', file]).toString()).toContain('No errors detected');
    execFileSync('unzip', ['-q', file, 'Text/*', 'empty.txt', '-d', folder]);
    expect(readFileSync(path.join(folder, 'Text/Notes.txt'), 'utf8')).toBe(
      await written(textWriter, exportEntries()),
    );
    expect(readFileSync(path.join(folder, 'empty.txt'), 'utf8')).toBe('');
  });

  it('gives the same bytes for the same members', async () => {
    const zip = await together(zipWriter(marks));
    expect((await together(zipWriter(marks))).equals(zip)).toBe(true);
    // MS-DOS time and date of the first member: midnight, 1980-01-01.
    expect([zip.readUInt16LE(10), zip.readUInt16LE(12)]).toEqual([0, 0x21]);
  });

  it('gives the same bytes however the content is cut into pieces', async () => {
    const content = Buffer.from(
      Array.from({ length: 600_000 }, (_, index) => (index * index) % 251),
    );
    const cut = [0, 1, 262_144, 262_145, 500_000].map((start, index, all) =>
      content.subarray(start, all[index + 1]),
    );
    const whole = await together(zipWriter([memberOf('a.bin', content)]));
    expect((await together(zipWriter([memberOf('a.bin', ...cut)]))).equals(whole)).toBe(true);
    expect(Buffer.from(unzipSync(whole)['a.bin'] ?? []).equals(content)).toBe(true);
  });

  it('is an archive even with nothing in it', async () => {
    expect(unzipSync(await together(zipWriter([])))).toEqual({});
  });

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['..\\..\\windows\\system.ini', 'windows/system.ini'],
    ['/absolute.md', 'absolute.md'],
    ['C:/x.md', 'C/x.md'],
    ['a/./.. /b.md', 'a/b.md'],
    ['con.md', '_con.md'],
    ['a\u0000b\u202e.md', 'a b.md'],
    ['', 'Notes'],
    ['..', 'Notes'],
  ])('keeps %j inside of the folder that it is unpacked in', async (name, safe) => {
    expect(await namesOf(name)).toEqual([safe]);
  });

  it('gives no two members a name that is one to some system', async () => {
    expect(
      await namesOf('a/Fa\u0308hre.md', 'A/f\u00e4hre.MD', 'a/Fähre.md', 'b/Fähre.md'),
    ).toEqual(['a/Fähre.md', 'A/fähre (2).MD', 'a/Fähre (3).md', 'b/Fähre.md']);
  });

  it('holds the bytes of any pieces', async () => {
    const piece = fc.oneof(fc.string(), fc.uint8Array({ maxLength: 64 }));
    const contents = fc.array(fc.array(piece, { maxLength: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(contents, async (all) => {
        const members = all.map((pieces, index) => memberOf(`${index}.bin`, ...pieces));
        const files = Object.values(unzipSync(await together(zipWriter(members))));
        expect(files.map((file) => Buffer.from(file))).toEqual(
          all.map((pieces) => Buffer.concat(pieces.map((one) => Buffer.from(one)))),
        );
      }),
    );
  });

  it('gives what it has while a member is still being written', async () => {
    let written = 0;
    const endless: Member = {
      name: 'endless.bin',
      write: async function* write() {
        for (;;) {
          written += 1;
          yield await Promise.resolve(Buffer.alloc(100_000, String(written)));
        }
      },
    };
    let length = 0;
    for await (const piece of zipWriter([endless])) {
      length += piece.length;
      if (length > 2000) break;
    }
    expect(written).toBeGreaterThan(1);
    expect(written).toBeLessThan(200);
  });

  it('fails where a member fails', async () => {
    const failing: Member = {
      name: 'failing.txt',
      write: async function* write() {
        yield await Promise.resolve('begun');
        throw new Error('The picture is not there.');
      },
    };
    await expect(together(zipWriter([...marks, failing]))).rejects.toThrow(
      'The picture is not there.',
    );
  });

  it('refuses more members than the format has room for', async () => {
    const many = Array.from({ length: 65_536 }, (_, index) => memberOf(`${index}.txt`));
    await expect(together(zipWriter(many))).rejects.toThrow('65,535');
  });
});
