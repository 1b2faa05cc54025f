import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/app-shell.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mountApp } from '../support/mount.ts';
import {
  annotation,
  bookmark,
  figure,
  highlight,
  openedBriefing,
  unreadable,
} from '../support/stories.ts';
import { expectFocus, footer, message, noteField, notesPane, openApp } from './opened-app.ts';
import { press, saving, threeBriefings, writeNote } from './opened-app.ts';
import { firstForm } from '../../../renderer/export/first-form.ts';
import { everyMark } from '../../../electron/shared/export/filter-marks.ts';

const none = { light: [], dark: [] };
const bulletText = 'Tickets cost what they did before the winter.';

afterEach(() => page.viewport(1280, 800));

describe('axe-core finds nothing in the whole app, in light and in dark,', () => {
  it('with a briefing, its figures, its warnings and a message', async () => {
    const { container } = await openApp({
      library: [
        openedBriefing(1, {
          figures: [figure(), figure({ filePhoto: true })],
          warnings: [{ kind: 'truncated', message: 'Only the first part of the file was read.' }],
        }),
        ...threeBriefings.slice(1),
      ],
    });
    await press('b');
    await expect.element(message).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('in the smallest window', async () => {
    await page.viewport(640, 480);
    const { container } = await openApp({ size: { width: 640, height: 480 } });
    await press('n');
    await expectFocus(noteField);
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with a part in focus', async () => {
    const { container } = await openApp();
    await press('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with a note being written beside others', async () => {
    const { container } = await openApp({
      prepare: ({ annotations }) => {
        const part = 'sections/0/items/1';
        const marks = [
          annotation(1, { tags: ['harbour', 'prices'] }),
          highlight(2, part, bulletText, 'before the winter'),
          highlight(3, part, bulletText, 'Tickets', { color: 'pink', note: 'How much?' }),
        ];
        for (const mark of marks) annotations.set(mark.id, mark);
      },
    });
    await expect.element(notesPane.getByText('How much?')).toBeVisible();
    await press('n');
    await expectFocus(noteField);
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with a list of bookmarks', async () => {
    const { container } = await openApp({
      prepare: ({ bookmarks }) => {
        const place = { kind: 'part', part: 'sections/0/items/1', quote: bulletText } as const;
        for (const mark of [bookmark(1), bookmark(2, { place })]) bookmarks.set(mark.id, mark);
      },
    });
    await notesPane.getByRole('tab', { name: 'Bookmarks 2' }).click();
    await expect.element(notesPane.getByRole('button', { name: /^Overview/ })).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with the contents', async () => {
    const { container } = await openApp();
    await notesPane.getByRole('tab', { name: 'Contents' }).click();
    await expect.element(notesPane.getByRole('button', { name: /^Reactions/ })).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with the export open', async () => {
    const { container } = await openApp();
    await press('e');
    await expect.element(page.getByRole('region', { name: 'Preview' })).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with an export of a page to choose from, with presets and conditions', async () => {
    const { container } = await openApp({
      prepare: (desktop) => {
        desktop.previewPage =
          '<!doctype html><html lang="en"><title>x</title><h1>Ferries</h1></html>';
        const form = {
          ...firstForm,
          format: 'html',
          filter: { ...everyMark, colors: ['pink'] },
        } as const;
        desktop.settings = {
          ...desktop.settings,
          exportForm: form,
          exportPresets: [{ name: 'Mine', form }],
        };
      },
    });
    await press('e');
    await expect.element(page.getByTitle('Preview')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with an import that was looked at', async () => {
    const { container, desktop } = await openApp();
    desktop.send('command', 'import');
    await page.getByRole('button', { name: 'Choose files…' }).click();
    await expect.element(page.getByText('The quay closed.')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with the templates open', async () => {
    const { container, desktop } = await openApp();
    desktop.send('command', 'templates');
    await expect.element(page.getByRole('region', { name: 'Preview' })).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with an export that fails', async () => {
    const { container } = await openApp({
      prepare: (desktop) =>
        void (desktop.exportProblem = { kind: 'unreadable', message: 'The notes are damaged.' }),
    });
    await press('e');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with the sheet of shortcuts open', async () => {
    const { container } = await openApp();
    await press('{Shift>}?{/Shift}');
    await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with the settings of text and appearance open', async () => {
    const { container } = await openApp();
    await page.getByRole('button', { name: 'Text and appearance' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Text and appearance' })).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with an empty library', async () => {
    const { container } = await mountApp();
    await expect.element(page.getByText('No briefings here')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with a search that finds nothing', async () => {
    const { container } = await openApp();
    await press('/');
    await press('zebra');
    await expect.element(page.getByText('Nothing matches')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with a briefing that cannot be read', async () => {
    const { container } = await mountApp({
      library: [unreadable(9, 'harbour.txt', 'It is not text.')],
    });
    await expect.element(page.getByText('This briefing cannot be shown')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with a folder that cannot be read', async () => {
    const { container, desktop } = await mountApp();
    const problem = '/home/reader/Briefings is not there any more.';
    desktop.changeLibrary({ activity: { kind: 'failed', message: problem } });
    await expect.element(footer.getByText(problem)).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('with a note that could not be saved', async () => {
    const { container } = await openApp({
      prepare: (desktop) =>
        void (desktop.problem = { kind: 'unwritable', message: 'The disk is full.' }),
    });
    await writeNote('Not to be lost');
    await expect.element(saving).toMatchTextContent('The disk is full.');
    expect(await faultsInThemes(container)).toEqual(none);
  });
});
