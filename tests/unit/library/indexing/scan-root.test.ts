import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { CatalogWriter } from '../../../../electron/library/catalog/catalog-writer.ts';
import { openCatalog } from '../../../../electron/library/catalog/open-catalog.ts';
import { createRootRules } from '../../../../electron/library/indexing/root-rules.ts';
import { ScanProgress } from '../../../../electron/library/indexing/scan-progress.ts';
import { RootScanner } from '../../../../electron/library/indexing/scan-root.ts';
import type { FileParser } from '../../../../electron/library/parsing/file-parser.ts';
import { rootOf } from '../../../../electron/library/root-of.ts';
import {
  briefingFolder,
  story,
  temporaryFolder,
} from '../../../support/library/briefing-folder.ts';
import { openFileParser } from '../../../support/library/file-parser.ts';

interface Scanned {
  readonly writer: CatalogWriter;
  readonly scan: (isThere?: boolean, parser?: FileParser) => Promise<void>;
}

function scanned(root: string): Scanned {
  const { database } = openCatalog(path.join(temporaryFolder(), 'catalog.sqlite'));
  const writer = new CatalogWriter(database);
  onTestFinished(() => writer.close());
  const usual = openFileParser();
  const scan: Scanned['scan'] = (isThere = true, parser = usual) =>
    new RootScanner({
      writer,
      parser,
      rules: createRootRules(rootOf(root), root, [root]),
      progress: new ScanProgress(() => undefined),
      stop: new AbortController().signal,
      report: () => undefined,
      isThere: () => isThere,
    }).run();
  return { writer, scan };
}

it('keeps what vanished with its root while it was looked through', async () => {
  const { root, at, write } = briefingFolder();
  write('a.txt', story('A'));
  write('sub/b.txt', story('B'));
  const { writer, scan } = scanned(root);
  await scan();
  rmSync(root, { recursive: true });
  await scan(false);
  expect(writer.filesIn(root)).toEqual([at('a.txt'), at('sub/b.txt')]);
  await scan();
  expect(writer.filesIn(root)).toEqual([]);
});

it('keeps a changed file that vanished with its root between being found and being read', async () => {
  const { root, at, write } = briefingFolder();
  write('a.txt', story('A'));
  const { writer, scan } = scanned(root);
  await scan();
  write('a.txt', `${story('A')}More.`);
  const parser = openFileParser();
  const vanishing: FileParser = {
    ...parser,
    read: (paths) => {
      rmSync(root, { recursive: true });
      return parser.read(paths);
    },
  };
  await scan(false, vanishing);
  expect(writer.filesIn(root)).toEqual([at('a.txt')]);
});

it.skipIf(process.getuid?.() === 0)(
  'keeps what lies in a folder that cannot be looked into',
  async () => {
    const { root, at, write } = briefingFolder();
    write('locked/a.txt', story('A'));
    write('locked.txt', story('B'));
    const { writer, scan } = scanned(root);
    await scan();
    chmodSync(at('locked'), 0o000);
    onTestFinished(() => chmodSync(at('locked'), 0o700));
    await scan();
    const files = [at('locked'), at('locked.txt'), at('locked/a.txt')];
    expect(writer.filesIn(root).toSorted()).toEqual(files);
  },
);

it('takes out what went, and reads nothing that is as it was', async () => {
  const { root, at, write } = briefingFolder();
  for (const name of [
    'a.txt',
    'a/b.txt',
    'a-c/d.txt',
    'a.d/e.txt',
    '\u{1f600}.txt',
    '\uffee.txt',
  ]) {
    write(name, story(name));
  }
  const { writer, scan } = scanned(root);
  await scan();
  const parser = openFileParser();
  const read: string[] = [];
  const watched: FileParser = {
    ...parser,
    read: (paths) => {
      read.push(...paths);
      return parser.read(paths);
    },
  };
  rmSync(at('a'), { recursive: true });
  await scan(true, watched);
  expect(read).toEqual([]);
  expect(writer.filesIn(root)).toHaveLength(5);
});
