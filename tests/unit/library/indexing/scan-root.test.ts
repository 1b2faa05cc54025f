import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { CatalogWriter } from '../../../../electron/library/catalog/catalog-writer.ts';
import { openCatalog } from '../../../../electron/library/catalog/open-catalog.ts';
import { createRootRules } from '../../../../electron/library/indexing/root-rules.ts';
import { ScanProgress } from '../../../../electron/library/indexing/scan-progress.ts';
import { RootScanner } from '../../../../electron/library/indexing/scan-root.ts';
import { rootOf } from '../../../../electron/library/root-of.ts';
import {
  briefingFolder,
  story,
  temporaryFolder,
} from '../../../support/library/briefing-folder.ts';
import { openFileParser } from '../../../support/library/file-parser.ts';

it('keeps what vanished with its root while it was looked through', async () => {
  const { root, at, write } = briefingFolder();
  write('a.txt', story('A'));
  write('sub/b.txt', story('B'));
  const { database } = openCatalog(path.join(temporaryFolder(), 'catalog.sqlite'));
  const writer = new CatalogWriter(database);
  onTestFinished(() => writer.close());
  const parser = openFileParser();
  const scan = (isThere: boolean): Promise<void> =>
    new RootScanner({
      writer,
      parser,
      rules: createRootRules(rootOf(root), root, [root]),
      progress: new ScanProgress(() => undefined),
      stop: new AbortController().signal,
      report: () => undefined,
      isThere: () => isThere,
    }).run();
  await scan(true);
  rmSync(root, { recursive: true });
  await scan(false);
  expect(writer.filesIn(root)).toEqual([at('a.txt'), at('sub/b.txt')]);
  await scan(true);
  expect(writer.filesIn(root)).toEqual([]);
});
