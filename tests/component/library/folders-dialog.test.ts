import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openApp } from '../shell/opened-app.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import type { Mounted } from '../support/mount.ts';

const dialog = page.getByRole('dialog', { name: 'Folders' });

let app: Mounted<HTMLElement>;

beforeEach(async () => {
  app = await openApp({
    prepare: (desktop) =>
      desktop.changeLibrary({
        roots: [
          '/home/reader/Briefings',
          {
            path: '/media/disk/Archive',
            state: 'gone',
            message: 'Plug the disk in.',
            briefingCount: 7,
          },
        ],
      }),
  });
  await page.getByRole('button', { name: 'Manage folders' }).click();
  await expect.element(dialog).toBeVisible();
});

function roots(): Promise<readonly string[]> {
  return app.desktop.api.libraryStatus({}).then((status) => status.roots.map(({ path }) => path));
}

describe('the folders', () => {
  it('are listed with their path, their number of briefings and why one is not there', async () => {
    await expect.element(page.getByText('/home/reader/Briefings', { exact: true })).toBeVisible();
    await expect.element(page.getByText('3 briefings', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Plug the disk in.').last()).toBeVisible();
    await expect.element(page.getByText(/7 briefings from before are still listed/)).toBeVisible();
  });

  it('are added by the system’s own dialog', async () => {
    app.desktop.chosenFolders = ['/home/reader/More'];
    await page.getByRole('button', { name: 'Add folders…', exact: true }).click();
    await expect.element(page.getByText('/home/reader/More')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/^Added 1 folder/)).toBeVisible();
  });

  it('are removed after a question that says what stays', async () => {
    await page.getByRole('button', { name: 'Remove Archive' }).click();
    const question = page.getByRole('alertdialog', { name: 'Remove Archive' });
    await expect.element(question).toMatchTextContent(/files stay .* notes on them are kept/);
    expect(await roots()).toHaveLength(2);
    await question.getByRole('button', { name: 'Keep it' }).click();
    await expect.element(question).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Remove Archive' }).click();
    await question.getByRole('button', { name: 'Remove the folder' }).click();
    await expect.poll(roots).toEqual(['/home/reader/Briefings']);
    await expect.element(page.getByText('/media/disk/Archive')).not.toBeInTheDocument();
  });

  it('take patterns, one a line, and refuse one that is too long', async () => {
    await page
      .getByText(/^Which files/)
      .first()
      .click();
    const field = page.getByRole('textbox', { name: 'Not these of Briefings' });
    await field.fill('**/drafts/**\n\n  *.tmp  ');
    await userEvent.keyboard('{Tab}');
    await expect
      .poll(() => app.desktop.inputsOf('changeRoot'))
      .toMatchObject([{ include: [], exclude: ['**/drafts/**', '*.tmp'] }]);
    await expect.element(page.getByText('2 patterns')).toBeVisible();
    await field.fill('x'.repeat(201));
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('alert')).toMatchTextContent('too long');
    expect(app.desktop.inputsOf('changeRoot')).toHaveLength(1);
  });

  it('have no fault that axe-core finds, with a question and patterns open', async () => {
    await page
      .getByText(/^Which files/)
      .first()
      .click();
    await page.getByRole('button', { name: 'Remove Briefings' }).click();
    expect(await faultsInThemes(app.container)).toEqual({ light: [], dark: [] });
  });
});
