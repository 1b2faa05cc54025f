import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { importReport } from '../../support/fake-exchange.ts';
import { message, openApp } from '../shell/opened-app.ts';

const choose = page.getByRole('button', { name: 'Choose files…' });

describe('the import', () => {
  it('shows what would come in, and brings it in when the reader says so', async () => {
    const { desktop } = await openApp();
    desktop.send('command', 'import');
    await choose.click();
    await expect
      .element(page.getByText('Would come in: 1 without its place · 2 new · 4 here already'))
      .toBeVisible();
    await expect.element(page.getByText('The quay closed.')).toBeVisible();
    expect(desktop.inputsOf('runImport')).toEqual([]);
    await page.getByRole('button', { name: 'Import 3 marks' }).click();
    await expect.element(message.getByText('3 marks imported')).toBeVisible();
    expect(desktop.inputsOf('runImport')).toHaveLength(1);
    await expect
      .element(page.getByText('Imported: 1 without its place · 2 new · 4 here already'))
      .toBeVisible();
  });

  it('changes nothing where no file is chosen', async () => {
    const { desktop } = await openApp({ prepare: (fake) => void (fake.importReport = null) });
    desktop.send('command', 'import');
    await choose.click();
    await expect.element(choose).toBeEnabled();
    await expect.element(page.getByText(/Would come in/)).not.toBeInTheDocument();
  });

  it('says which file cannot be read, and why', async () => {
    const { desktop } = await openApp({
      prepare: (fake) =>
        void (fake.importReport = {
          ...importReport,
          counts: { new: 0, moved: 0, orphan: 0, changed: 0, known: 0, refused: 0 },
          items: [],
          files: [{ name: 'a.json', problem: 'a.json cannot be read. It is no JSON.' }],
        }),
    });
    desktop.send('command', 'import');
    await choose.click();
    await expect.element(page.getByText('a.json cannot be read. It is no JSON.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Import 0 marks' })).toBeDisabled();
  });

  it('says why it failed', async () => {
    const { desktop } = await openApp();
    desktop.send('command', 'import');
    desktop.exportProblem = { kind: 'unwritable', message: 'The disk is full.' };
    await choose.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
  });
});
