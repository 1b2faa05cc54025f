import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { selectPassage } from '../../build/runtime/select-passage.ts';
import { expect, test } from './app.ts';
import { answerSaveDialog, openBriefing, seedHeadline, writeNote } from './actions.ts';

const run = promisify(execFile);
const passage = 'reinvigorate negotiations and restore prisoner exchanges';

test('exports what the preview shows, by window and by command line alike', async ({
  start,
  profile,
}) => {
  const { application, page } = await start();
  await openBriefing(page, seedHeadline);
  await selectPassage(page, passage);
  await writeNote(page, 'Compare with the **July** round.');
  await page.keyboard.press('Escape');
  const file = path.join(profile, 'exported.md');
  await answerSaveDialog(application, file);
  await page.keyboard.press('e');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText(passage);
  const shown = await preview.textContent();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByText('Exported to')).toBeVisible();
  const written = await readFile(file, 'utf8');
  expect(written).toBe(shown);
  expect(written).toContain(seedHeadline);
  expect(written).toContain('Overview, bullet 1');
  expect(written).toContain('Compare with the **July** round.');

  const { stdout } = await run(process.execPath, [
    ...['out/main/command-line.js', 'export', '--library', 'seeds', '--profile', profile],
    ...['--format', 'markdown', '--out', '-'],
  ]);
  expect(stdout).toContain(passage);
  expect(stdout).toContain('Compare with the **July** round.');
});
