import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { firstForm } from '../../../renderer/export/first-form.ts';
import { mountApp } from '../support/mount.ts';
import { briefingId } from '../support/stories.ts';
import { expectFocus, headline, message, noteField, openApp, press } from '../shell/opened-app.ts';
import { writeNote } from '../shell/opened-app.ts';

const dialog = page.getByRole('dialog', { name: 'Export notes' });
const preview = page.getByRole('region', { name: 'Preview' });
const one = page.getByRole('radio', { name: 'This briefing' });
const all = page.getByRole('radio', { name: 'All briefings with notes or bookmarks' });
const save = page.getByRole('button', { name: 'Save as…' });
const problem = page.getByRole('alert');

describe('the export', () => {
  it('shows the very text of the open briefing, its file name, and how many briefings', async () => {
    const { desktop } = await openApp();
    await press('e');
    await expect.element(dialog).toBeVisible();
    await expect.element(one).toBeChecked();
    await expect.element(preview).toHaveTextContent('# Preview of briefing');
    await expect.element(page.getByText(/1 briefing · 3 marks ·/)).toBeVisible();
    expect(desktop.inputsOf('previewExport')).toEqual([
      { ...firstForm, scope: { kind: 'briefing', briefingId: briefingId(1) } },
    ]);
  });

  it('opens with its button', async () => {
    await openApp();
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect.element(dialog).toBeVisible();
  });

  it('shows all briefings when that is chosen, and the one again', async () => {
    const { desktop } = await openApp();
    await press('e');
    await all.click();
    await expect.element(preview).toHaveTextContent('# Preview of all');
    await save.click();
    await expect
      .poll(() => desktop.inputsOf('saveExport'))
      .toEqual([{ ...firstForm, scope: { kind: 'all' } }]);
    await press('e');
    await expect.element(one).toBeChecked();
    await expect.element(preview).toHaveTextContent('# Preview of briefing');
  });

  it('lets the scope be chosen with the arrow keys', async () => {
    await openApp();
    await press('e');
    await one.click();
    await userEvent.keyboard('{ArrowDown}');
    await expectFocus(all);
    await expect.element(preview).toHaveTextContent('# Preview of all');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(preview).toHaveTextContent('# Preview of briefing');
  });

  it('has only all briefings to offer while none is open', async () => {
    const { desktop } = await mountApp();
    await expect.element(page.getByRole('listbox', { name: 'Briefings' })).not.toBeInTheDocument();
    await press('e');
    await expect.element(one).toBeDisabled();
    await expect.element(all).toBeChecked();
    await expect.element(preview).toHaveTextContent('# Preview of all');
    expect(desktop.inputsOf('previewExport')).toEqual([{ ...firstForm, scope: { kind: 'all' } }]);
  });

  it('says that it prepares the preview, and cannot be saved before', async () => {
    const app = await openApp();
    const letGo = app.desktop.hold('previewExport');
    await press('e');
    await expect.element(page.getByText('Preparing the preview…')).toBeVisible();
    await expect.element(save).toBeDisabled();
    letGo();
    await expect.element(preview).toBeVisible();
    await expect.element(save).toBeEnabled();
  });

  it('has what was typed a moment ago', async () => {
    const { desktop } = await openApp();
    await writeNote('A moment ago');
    const letGo = desktop.hold('previewExport');
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect.element(dialog).toBeVisible();
    await expect.poll(() => desktop.inputsOf('previewExport').length).toBe(1);
    expect([...desktop.annotations.values()]).toMatchObject([{ note: 'A moment ago' }]);
    letGo();
    await expect.element(preview).toBeVisible();
  });
});

describe('saving an export', () => {
  it('closes the dialog and says where the file is', async () => {
    const { desktop } = await openApp();
    await press('e');
    await save.click();
    await expect.element(message.getByText('Exported to /home/reader/Notes.md')).toBeVisible();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(desktop.inputsOf('saveExport')).toEqual([
      { ...firstForm, scope: { kind: 'briefing', briefingId: briefingId(1) } },
    ]);
  });

  it('that the reader cancels leaves everything as it was', async () => {
    await openApp({ prepare: (desktop) => void (desktop.exportOutcome = { kind: 'cancelled' }) });
    await press('e');
    await save.click();
    await expect.element(save).toBeEnabled();
    await expect.element(dialog).toBeVisible();
    await expect.element(preview).toBeVisible();
    await expect.element(problem).not.toBeInTheDocument();
    await expect.element(message).not.toBeInTheDocument();
  });

  it('that fails says why, keeps the preview, and succeeds later', async () => {
    const { desktop } = await openApp();
    await press('e');
    await expect.element(preview).toBeVisible();
    desktop.exportProblem = { kind: 'unwritable', message: 'The disk is full.' };
    await save.click();
    await expect.element(problem).toHaveTextContent('The disk is full.');
    await expect.element(preview).toBeVisible();
    desktop.exportProblem = null;
    await save.click();
    await expect.element(message.getByText('Exported to /home/reader/Notes.md')).toBeVisible();
  });

  it('cannot be asked for twice at a time', async () => {
    const { desktop } = await openApp();
    const letGo = desktop.hold('saveExport');
    await press('e');
    await save.click();
    await expect.element(save).toBeDisabled();
    letGo();
    await expect.element(dialog).not.toBeInTheDocument();
    expect(desktop.inputsOf('saveExport')).toHaveLength(1);
  });

  it('is not possible where there is no preview, which says why', async () => {
    const reason = 'The notes cannot be read.';
    await openApp({
      prepare: (desktop) => void (desktop.exportProblem = { kind: 'unreadable', message: reason }),
    });
    await press('e');
    await expect.element(problem).toHaveTextContent(reason);
    await expect.element(save).toBeDisabled();
  });
});

describe('leaving the export', () => {
  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['Cancel', () => page.getByRole('button', { name: 'Cancel' }).click()],
    ['its cross', () => dialog.getByRole('button', { name: 'Close' }).click()],
  ])('with %s writes nothing and gives the focus back', async (_way, leave) => {
    const { desktop } = await openApp();
    await headline.click();
    await press('e');
    await expect.element(preview).toBeVisible();
    await leave();
    await expect.element(dialog).not.toBeInTheDocument();
    await expectFocus(headline);
    expect(desktop.inputsOf('saveExport')).toEqual([]);
    await expect.element(noteField).not.toBeInTheDocument();
  });
});
