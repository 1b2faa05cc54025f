import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../renderer/backup/backup-dialog.ts';
import type { BackupDialog } from '../../../renderer/backup/backup-dialog.ts';
import { backupOf } from '../../support/fake-exchange.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { expectFocus } from '../shell/opened-app.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mount, type Mounted } from '../support/mount.ts';

const dialog = page.getByRole('dialog', { name: 'Backups' });
const radios = page.getByRole('radio');
const restore = page.getByRole('button', { name: 'Restore…' });
const backUp = page.getByRole('button', { name: 'Back up now' });
const fromFile = page.getByRole('button', { name: 'Restore from a file…' });
const question = page.getByRole('alertdialog', { name: 'Restore the notes' });
const differences = page.getByRole('list', { name: 'What would change' });

async function open(prepare?: (desktop: FakeDesktop) => void): Promise<Mounted<BackupDialog>> {
  const mounted = await mount('readout-backup-dialog', prepare === undefined ? {} : { prepare });
  await new Promise((rendered) => requestAnimationFrame(rendered));
  await mounted.component.show();
  await expect.element(dialog).toBeVisible();
  return mounted;
}

describe('the backups', () => {
  it('are listed with their day, why they were made, what is in them and their size', async () => {
    await open((desktop) => void (desktop.backups = [backupOf(2, 'restore'), backupOf(1)]));
    await expect.element(radios.first()).toBeVisible();
    expect(radios.elements()).toHaveLength(2);
    await expect
      .element(page.getByRole('radio', { name: /^2 Mar 2026.* before a restore · 2 annotations/ }))
      .toBeVisible();
    await expect
      .element(page.getByRole('radio', { name: /automatic · 1 annotation · 2 bookmarks · 82 kB$/ }))
      .toBeVisible();
    await expect.element(restore).toBeDisabled();
  });

  it('are said to be none where there are none', async () => {
    await open((desktop) => void (desktop.backups = []));
    await expect.element(page.getByText('There are no backups yet.')).toBeVisible();
  });

  it('say why they cannot be listed', async () => {
    const problem = { kind: 'unreadable', message: 'The folder cannot be read.' } as const;
    await open((desktop) => void (desktop.exportProblem = problem));
    await expect.element(page.getByRole('alert')).toHaveTextContent('The folder cannot be read.');
  });

  it('get one more when the reader asks for it, which is said', async () => {
    await open();
    await backUp.click();
    await expect.element(page.getByText(/^Backed up: 3 Mar 2026/)).toBeVisible();
    await expect.element(page.getByRole('radio', { name: /3 Mar 2026.* asked for/ })).toBeVisible();
  });

  it('say why one could not be made', async () => {
    const { desktop } = await open();
    desktop.exportProblem = { kind: 'unwritable', message: 'The disk is full.' };
    await backUp.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
    expect(radios.elements()).toHaveLength(2);
  });
});

describe('restoring', () => {
  it('shows the difference first, asks, and says what was done', async () => {
    const { desktop } = await open();
    await radios.first().click();
    await expect.element(differences.getByText('At noon')).toBeVisible();
    await expect
      .element(page.getByText(/^Restoring 2 Mar 2026.*1 mark comes back\.$/))
      .toBeVisible();
    await restore.click();
    await expect
      .element(question)
      .toMatchTextContent(/as they were on 2 Mar 2026.*backed up first/);
    expect(desktop.inputsOf('restoreBackup')).toEqual([]);
    await question.getByRole('button', { name: 'Restore the notes' }).click();
    await expect
      .element(page.getByText(/^Restored 2 Mar 2026.* What was there is kept as 4 Mar 2026/))
      .toBeVisible();
    await expect.element(question).not.toBeInTheDocument();
    await expectFocus(page.getByText('Close', { exact: true }));
    expect(desktop.inputsOf('previewRestore')).toEqual([{ name: backupOf(2).name }]);
    expect(desktop.inputsOf('restoreBackup')).toHaveLength(1);
  });

  it('can be given up', async () => {
    const { desktop } = await open();
    await radios.first().click();
    await restore.click();
    await question.getByRole('button', { name: 'Keep them as they are' }).click();
    await expect.element(question).not.toBeInTheDocument();
    await expectFocus(restore);
    expect(desktop.inputsOf('restoreBackup')).toEqual([]);
  });

  it('from a file asks the system for it', async () => {
    const { desktop } = await open();
    await fromFile.click();
    await expect.element(differences).toBeVisible();
    expect(desktop.inputsOf('previewRestore')).toEqual([{ name: null }]);
    await expect.element(restore).toBeEnabled();
  });

  it('says why a backup cannot be restored, and offers nothing', async () => {
    const { desktop } = await open();
    await radios.first().click();
    await expect.element(restore).toBeEnabled();
    desktop.exportProblem = { kind: 'unreadable', message: 'It is damaged.' };
    await fromFile.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('It is damaged.');
    await expect.element(differences).not.toBeInTheDocument();
    await expect.element(restore).toBeDisabled();
    expect(radios.elements().filter((one) => one.matches(':checked'))).toEqual([]);
  });

  it('that fails says so and leaves the question', async () => {
    const { desktop } = await open();
    await radios.first().click();
    await restore.click();
    desktop.exportProblem = { kind: 'unwritable', message: 'The disk is full.' };
    await question.getByRole('button', { name: 'Restore the notes' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
    await expect.element(restore).toBeEnabled();
  });

  it('shows the backup that was chosen last, however late another answers', async () => {
    const { desktop } = await open();
    const letGo = desktop.hold('previewRestore');
    await radios.first().click();
    await userEvent.keyboard('{ArrowDown}');
    letGo();
    await expect.element(page.getByText(/^Restoring 1 Mar 2026/)).toBeVisible();
    await expect.element(radios.last()).toBeChecked();
  });

  it('works with the keyboard alone', async () => {
    const { desktop } = await open();
    radios.first().element().closest('fieldset')?.querySelector('input')?.focus();
    await userEvent.keyboard(' ');
    await expect.element(restore).toBeEnabled();
    for (let presses = 0; presses < 12; presses += 1) {
      if (document.activeElement?.shadowRoot?.activeElement?.matches('.restore') === true) break;
      await userEvent.keyboard('{Tab}');
    }
    await expectFocus(restore);
    await userEvent.keyboard('{Enter}');
    await expectFocus(question.getByRole('button', { name: 'Restore the notes' }));
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desktop.inputsOf('restoreBackup').length).toBe(1);
  });
});

it('has no faults of accessibility, in light and in dark', async () => {
  const { container } = await open();
  expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  await radios.first().click();
  await restore.click();
  await expect.element(question).toBeVisible();
  expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
});
