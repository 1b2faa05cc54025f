import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FileStamp } from '../../../../electron/library/catalog/catalog-writer.ts';
import { comparePaths, KnownFiles } from '../../../../electron/library/indexing/known-files.ts';

const pageSize = 3;

function stampOf(file: string): FileStamp {
  return { file, byteLength: file.length, modifiedAt: 0, hasProblem: false };
}

function falling(files: readonly string[]): readonly string[] {
  return files.toSorted((one, other) => Buffer.compare(Buffer.from(other), Buffer.from(one)));
}

function knownFiles(files: readonly string[]): KnownFiles {
  const all = falling(files);
  return new KnownFiles((before) => {
    const start = before === null ? 0 : all.findIndex((file) => comparePaths(file, before) < 0);
    return start === -1 ? [] : all.slice(start, start + pageSize).map(stampOf);
  });
}

const unit = fc.constantFrom('a', 'b', '-', '/', '\uffee', '\u{1f600}', 'é');
const paths = fc.uniqueArray(fc.string({ unit, minLength: 1, maxLength: 4 }), { maxLength: 20 });

it('compares paths as SQLite compares them: by their UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit }), fc.string({ unit }), (one, other) => {
      const expected = Buffer.compare(Buffer.from(one), Buffer.from(other));
      expect(Math.sign(comparePaths(one, other))).toBe(expected);
    }),
  );
});

it('knows each file that a walk comes by in order, and has the others left', () => {
  fc.assert(
    fc.property(paths, paths, (known, walked) => {
      const files = knownFiles(known);
      for (const file of falling(walked)) {
        expect(files.take(file)).toEqual(known.includes(file) ? stampOf(file) : undefined);
      }
      expect(files.rest().toSorted()).toEqual(
        known.filter((file) => !walked.includes(file)).toSorted(),
      );
    }),
  );
});

it('loses no file and makes none up when they come out of turn', () => {
  fc.assert(
    fc.property(paths, paths, (known, walked) => {
      const files = knownFiles(known);
      const taken = walked.filter((file) => files.take(file) !== undefined);
      expect([...taken, ...files.rest()].toSorted()).toEqual(known.toSorted());
    }),
  );
});
