import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { firstForm } from '../../../renderer/export/first-form.ts';
import type { ExportForm } from '../../../electron/shared/model/export.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { message, openApp, press, writeNote } from '../shell/opened-app.ts';

const format = page.getByRole('combobox', { name: 'Format' });
const save = page.getByRole('button', { name: /^Save/ });

/** What the last preview was asked with. */
function lastForm(desktop: FakeDesktop): ExportForm | undefined {
  const last = desktop.inputsOf('previewExport').at(-1);
  if (last === undefined) return undefined;
  const { format, filter, withText, layout, isBook, templateId } = last;
  return { format, filter, withText, layout, isBook, templateId };
}

describe('the form of an export', () => {
  it('says of each format what it is for, and offers what it can do', async () => {
    const { desktop } = await openApp();
    await press('e');
    await expect.element(page.getByText(/for any editor/)).toBeVisible();
    await format.selectOptions('Word');
    await expect.element(page.getByText(/with the notes as comments/)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Title page, contents and index' }).click();
    await expect
      .poll(() => lastForm(desktop))
      .toEqual({ ...firstForm, format: 'docx', isBook: true });
    await format.selectOptions('Table (CSV)');
    await expect
      .element(page.getByRole('checkbox', { name: 'The text of the briefings' }))
      .not.toBeInTheDocument();
  });

  it('asks for a folder where each briefing gets a file', async () => {
    const { desktop } = await openApp();
    await press('e');
    await page.getByRole('checkbox', { name: 'One file for each briefing, in a folder' }).click();
    await expect.element(save).toHaveTextContent('Save into a folder…');
    await expect.poll(() => lastForm(desktop)).toEqual({ ...firstForm, layout: 'folder' });
  });

  it('leaves notes out by colour, tag and day', async () => {
    const { desktop } = await openApp();
    await press('e');
    await page.getByText(/Which notes/).click();
    await page.getByRole('checkbox', { name: 'yellow' }).click();
    await page.getByLabelText('From').fill('2026-03-01');
    await userEvent.tab();
    const filter = { ...firstForm.filter, colors: ['yellow'] as const, from: '2026-03-01' };
    await expect.poll(() => lastForm(desktop)).toEqual({ ...firstForm, filter });
    await expect.element(page.getByText('2 conditions')).toBeVisible();
  });

  it('is the last one when the dialog is opened again', async () => {
    await openApp();
    await press('e');
    await format.selectOptions('Obsidian');
    await userEvent.keyboard('{Escape}');
    await press('e');
    await expect.element(format).toHaveValue('obsidian');
  });

  it('is kept under a name, chosen and forgotten', async () => {
    const { desktop } = await openApp();
    await press('e');
    await format.selectOptions('Plain text');
    await page.getByRole('button', { name: 'Keep as a preset…' }).click();
    await userEvent.keyboard('For mails{Enter}');
    const preset = page.getByRole('combobox', { name: 'Preset' });
    await expect.element(preset).toHaveValue('For mails');
    await format.selectOptions('PDF');
    await expect.element(preset).toHaveValue('');
    await preset.selectOptions('For mails');
    await expect.element(format).toHaveValue('txt');
    await page.getByRole('button', { name: 'Forget the preset For mails' }).click();
    await expect.element(preset).not.toBeInTheDocument();
    expect(desktop.settings.exportPresets).toEqual([]);
  });
});

describe('what is exported', () => {
  it('can be the list as it is shown', async () => {
    const { desktop } = await openApp();
    await press('/');
    await press('ferries');
    await expect.poll(() => desktop.inputsOf('queryBriefings').at(-1)?.filter.text).toBe('ferries');
    await page.getByRole('button', { name: 'Export…' }).click();
    const list = page.getByRole('radio', { name: /^The list as it is shown/ });
    await list.click();
    await expect
      .poll(() => desktop.inputsOf('previewExport').at(-1)?.scope)
      .toMatchObject({ kind: 'list', filter: { text: 'ferries' } });
  });
});

describe('the notes as they are filtered', () => {
  it('are what is exported from their list', async () => {
    const { desktop } = await openApp();
    await writeNote('About the quay');
    await userEvent.keyboard('{Escape}');
    await press('a');
    await page.getByRole('searchbox', { name: /notes/i }).fill('quay');
    await expect.poll(() => desktop.inputsOf('outlineNotes').at(-1)?.words).toBe('quay');
    await page.getByRole('button', { name: 'Export…' }).click();
    await expect
      .element(page.getByRole('radio', { name: 'All notes as they are filtered' }))
      .toBeChecked();
    await expect
      .poll(() => desktop.inputsOf('previewExport').at(-1)?.scope)
      .toMatchObject({ kind: 'notes', query: { words: 'quay' } });
  });
});

describe('other ways out', () => {
  it('copies the notes', async () => {
    const { desktop } = await openApp();
    await press('e');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.element(message.getByText('The notes are on the clipboard')).toBeVisible();
    expect(desktop.inputsOf('copyExport')).toHaveLength(1);
  });

  it('prints the open briefing', async () => {
    const { desktop } = await openApp();
    await press('e');
    await page.getByRole('button', { name: 'Print…' }).click();
    await expect.poll(() => desktop.inputsOf('printBriefing')).toHaveLength(1);
  });

  it('reports what became of each file of a folder, conflicts first', async () => {
    await openApp({
      prepare: (desktop) =>
        void (desktop.exportOutcome = {
          kind: 'saved',
          path: '/home/reader/vault',
          byteLength: 20,
          briefingCount: 2,
          files: [
            { name: 'Bridge.md', outcome: 'kept' },
            { name: 'Ferries.md', outcome: 'conflict' },
          ],
        }),
    });
    await press('e');
    await save.click();
    const files = page.getByRole('list', { name: 'Files' });
    await expect
      .element(files.getByRole('listitem').first())
      .toHaveTextContent('Ferries.md changed in both, both texts kept');
    await expect
      .element(page.getByText('1 changed in both, both texts kept · 1 as it was'))
      .toBeVisible();
  });

  it('shows how far it is, and can be stopped', async () => {
    const { desktop } = await openApp();
    const letGo = desktop.hold('saveExport');
    await press('e');
    await save.click();
    await expect.element(page.getByRole('button', { name: 'Stop' })).toBeVisible();
    desktop.send('exportProgress', { done: 3, total: 9 });
    await expect.element(page.getByText('3 of 9 briefings')).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => desktop.inputsOf('stopExport')).toHaveLength(1);
    letGo();
  });
});

describe('the preview of a page', () => {
  it('shows the page with its own styles, and runs nothing of it', async () => {
    const previewPage =
      '<!doctype html><html><head><style>h1 { color: rgb(1, 2, 3) }</style></head>' +
      '<body><h1>Ferries</h1><img src=x onerror="parent.document.title = 1"><script>parent.document.title = 2</script></body></html>';
    await openApp({ prepare: (desktop) => void (desktop.previewPage = previewPage) });
    const title = document.title;
    await press('e');
    const frame = page.getByTitle('Preview');
    const shown = (): Document | null | undefined =>
      (frame.query() as HTMLIFrameElement | null)?.contentDocument;
    await expect.poll(() => shown()?.querySelector('h1')?.textContent).toBe('Ferries');
    const heading = shown()?.querySelector('h1');
    if (heading == null) throw new Error('There is no heading.');
    const { color } = heading.ownerDocument.defaultView?.getComputedStyle(heading) ?? {};
    expect(color).toBe('rgb(1, 2, 3)');
    expect(shown()?.querySelector('script, [onerror]')).toBeNull();
    expect(document.title).toBe(title);
  });
});
