import { test } from 'vitest';
import { parseMarkdown } from '../../../../../electron/library/formats/markdown/parse-markdown.ts';
import { expectGolden, goldenFile, goldenFiles } from '../../../../support/formats/golden-files.ts';

test.each(goldenFiles('md'))('%s becomes the briefing beside it', async (name) => {
  await expectGolden('md', name, parseMarkdown(goldenFile('md', name)));
});
