import { test } from 'vitest';
import { parseHtml } from '../../../../../electron/library/formats/html/parse-html.ts';
import { expectGolden, goldenFile, goldenFiles } from '../../../../support/formats/golden-files.ts';

test.each(goldenFiles('html'))('%s becomes the briefing beside it', async (name) => {
  await expectGolden('html', name, parseHtml(goldenFile('html', name)));
});
