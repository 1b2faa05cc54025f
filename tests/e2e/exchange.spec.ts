import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from 'playwright';
import { expect, test } from './app.ts';
import { answerSaveDialog, openBriefing, seedHeadline, writeNote, writeStory } from './actions.ts';

const run = promisify(execFile);

/** Answers the next dialogs that ask for files or folders. */
async function answerOpenDialog(app: ElectronApplication, ...paths: readonly string[]) {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}

/** Runs a command by its name in the palette. */
async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().click();
}

async function chooseFormat(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: name });
}

test('exports a page, a PDF and a Word document, each with the note', async ({
  start,
  profile,
}) => {
  const { application, page } = await start({ library: 'seeds' });
  await openBriefing(page, seedHeadline);
  await writeNote(page, 'Compare with July.');
  await page.keyboard.press('Escape');
  for (const [format, ending] of [
    ['Web page', 'html'],
    ['PDF', 'pdf'],
    ['Word', 'docx'],
    ['Everything (zip)', 'zip'],
  ] as const) {
    const file = path.join(profile, `notes.${ending}`);
    await answerSaveDialog(application, file);
    await page.keyboard.press('e');
    await chooseFormat(page, format);
    await page.getByRole('button', { name: 'Save as…' }).click();
    await expect(page.getByText(`Exported to ${file}`)).toBeVisible();
    const bytes = await readFile(file);
    const start = { html: '<!doc', pdf: '%PDF-', docx: 'PK', zip: 'PK' }[ending];
    expect(bytes.subarray(0, start.length).toString().toLowerCase()).toBe(start.toLowerCase());
    if (ending === 'html') expect(bytes.toString()).toContain('Compare with July.');
  }
});

test('keeps what was written into exported Markdown when it is exported again', async ({
  start,
  folder,
  profile,
}) => {
  await writeStory(folder, 'quay.txt', 'The quay reopens', 'Ferries run again.');
  const { application, page } = await start({ library: folder });
  const vault = profile;
  await answerOpenDialog(application, vault);
  await openBriefing(page, 'The quay reopens');
  await writeNote(page, 'Since when?');
  await page.keyboard.press('Escape');
  const exportAgain = async (outcome: string): Promise<void> => {
    await page.keyboard.press('e');
    await chooseFormat(page, 'Obsidian');
    const layout = page.getByRole('checkbox', { name: /^One file for each briefing/ });
    await layout.setChecked(true);
    await page.getByRole('button', { name: 'Save into a folder…' }).click();
    await expect(page.getByText(`1 ${outcome}`)).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).last().click();
  };
  await exportAgain('new');
  const [name = ''] = (await readdir(vault)).filter((one) => one.endsWith('.md'));
  const file = path.join(vault, name);
  await writeFile(file, `${await readFile(file, 'utf8')}\nMy own thought.\n`);
  await page.getByRole('article').click();
  await writeNote(page, ' Ask the office.');
  await page.keyboard.press('Escape');
  await exportAgain('updated');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('My own thought.');
  expect(text).toContain('Ask the office.');
  await exportAgain('as it was');
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('brings exported notes back after they were deleted, as one step of undo', async ({
  start,
  profile,
}) => {
  const { application, page } = await start({ library: 'seeds' });
  await openBriefing(page, seedHeadline);
  await writeNote(page, 'Compare with July.');
  await page.keyboard.press('Escape');
  const file = path.join(profile, 'notes.json');
  await answerSaveDialog(application, file);
  await page.keyboard.press('e');
  await chooseFormat(page, 'Web annotations (JSON)');
  await page.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByText('Exported to')).toBeVisible();
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await notes.getByRole('button', { name: /^Delete/ }).click();
  await expect(notes.getByText('Compare with July.')).toBeHidden();
  await answerOpenDialog(application, file);
  await runCommand(page, 'Import notes');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await page.getByRole('button', { name: 'Import 1 mark' }).click();
  await expect(page.getByText('1 mark imported')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await expect(notes.getByText('Compare with July.')).toBeVisible();
});

test('restores a backup, and undoes that', async ({ start }) => {
  const { page } = await start({ library: 'seeds' });
  await openBriefing(page, seedHeadline);
  await writeNote(page, 'The first words.');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Backups of the notes');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const backups = page.getByRole('dialog', { name: 'Backups' });
  await expect(backups).toBeVisible();
  await page.keyboard.press('Escape');
  const notes = page.getByRole('complementary', { name: 'Notes' });
  await notes.getByRole('button', { name: /^Delete/ }).click();
  await expect(notes.getByText('The first words.')).toBeHidden();
  await runCommand(page, 'Backups of the notes');
  await page.getByRole('radio').first().click();
  await page.locator('readout-backup-dialog .restore').click();
  await page.locator('readout-backup-dialog .confirm').click();
  await expect(page.locator('readout-backup-dialog .confirm')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(notes.getByText('The first words.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(notes.getByText('The first words.')).toBeHidden();
});

test('prints a PDF by the command line of the app, without a window', async ({
  start,
  runtime,
  profile,
}) => {
  const { application, page } = await start({ library: 'seeds' });
  await openBriefing(page, seedHeadline);
  await writeNote(page, 'Compare with July.');
  await application.close();
  const file = path.join(profile, 'notes.pdf');
  const command = ['export', '--library', 'seeds', '--profile', profile, '--format', 'pdf'];
  await run(runtime.executable, ['.', ...command, '--text', '--out', file], {
    env: { ...process.env, ...runtime.environment },
    timeout: 60_000,
  });
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
});
