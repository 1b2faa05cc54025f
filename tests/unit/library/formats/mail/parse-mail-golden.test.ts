import { test } from 'vitest';
import { parseMail } from '../../../../../electron/library/formats/mail/parse-mail.ts';
import { expectGolden, goldenFile, goldenFiles } from '../../../../support/formats/golden-files.ts';

test.each(goldenFiles('eml'))('%s becomes the briefing beside it', async (name) => {
  await expectGolden('eml', name, parseMail(goldenFile('eml', name)));
});
