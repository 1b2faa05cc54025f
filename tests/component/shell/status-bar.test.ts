import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import { mountApp } from '../support/mount.ts';
import { annotation, briefingId, openedBriefing, unreadable } from '../support/stories.ts';
import { expectFocus, footer, noteField, openApp, press, saving, writeNote } from './opened-app.ts';

const tryAgain = footer.getByRole('button', { name: 'Try again' });
const refusal =
  'Notes were not saved: the disk reported an error (disk I/O error); check it and its free space, then try again.';

afterEach(() => page.viewport(1280, 800));

describe('the foot of the window', () => {
  it('promises that nothing goes to the network', async () => {
    await openApp();
    await expect.element(footer.getByText('Offline: no network access')).toBeVisible();
  });

  it('names the folder of the library, and says where it is', async () => {
    await openApp();
    const library = footer.getByText('Briefings · 3 files');
    await expect.element(library).toBeVisible();
    await expect.element(library).toHaveAttribute('title', '/home/reader/Briefings');
  });

  it('names every folder by its last part, as any system writes it', async () => {
    const { desktop } = await openApp();
    desktop.changeLibrary({ roots: ['/srv/news/', String.raw`C:\Users\Reader\Stories`] });
    await expect.element(footer.getByText('news, Stories · 3 files')).toBeVisible();
  });

  it('counts one file as one, and thousands so that they can be read', async () => {
    const { desktop } = await openApp();
    desktop.changeLibrary({ briefings: [openedBriefing(1)] });
    await expect.element(footer.getByText('Briefings · 1 file', { exact: true })).toBeVisible();
    const many = Array.from({ length: 1204 }, (_, position) => openedBriefing(position + 1));
    desktop.changeLibrary({ briefings: many });
    await expect.element(footer.getByText('Briefings · 1,204 files')).toBeVisible();
  });

  it('says that an empty library has no files', async () => {
    await mountApp();
    await expect.element(footer.getByText('Briefings · 0 files')).toBeVisible();
  });

  it('counts the files that cannot be read', async () => {
    const { desktop } = await openApp();
    await expect.element(footer.getByText(/cannot be read/)).not.toBeInTheDocument();
    desktop.changeLibrary({
      briefings: [openedBriefing(1), unreadable(2, 'harbour.txt', 'It is not text.')],
    });
    await expect.element(footer.getByText('Briefings · 2 files · 1 cannot be read')).toBeVisible();
  });

  it('tells how far a scan is, and the files again when it has ended', async () => {
    const { desktop } = await openApp();
    desktop.changeLibrary({ activity: { kind: 'scanning', done: 0, total: 0, remaining: null } });
    await expect.element(footer.getByText('Briefings · reading 0 of 0')).toBeVisible();
    desktop.changeLibrary({
      activity: { kind: 'scanning', done: 1200, total: 100_000, remaining: null },
    });
    await expect.element(footer.getByText('Briefings · reading 1,200 of 100,000')).toBeVisible();
    desktop.changeLibrary({ activity: { kind: 'idle' } });
    await expect.element(footer.getByText('Briefings · 3 files')).toBeVisible();
  });

  it('says why the folder cannot be read', async () => {
    const { desktop } = await openApp();
    const message = '/home/reader/Briefings is not there any more.';
    desktop.changeLibrary({ activity: { kind: 'failed', message } });
    await expect.element(footer.getByText(message)).toBeVisible();
  });
});

describe('what the foot of the window says of notes', () => {
  it('counts those of the open briefing', async () => {
    await openApp({
      prepare: ({ annotations }) => {
        for (const mark of [
          annotation(1),
          annotation(2),
          annotation(3, { briefingId: briefingId(2) }),
        ])
          annotations.set(mark.id, mark);
      },
    });
    await expect.element(saving).toHaveTextContent('2 notes saved');
    await press('j');
    await expect.element(saving).toHaveTextContent('1 note saved');
    await press('j');
    await expect.element(saving).toHaveTextContent('');
  });

  it('does not call a note saved that has no word yet', async () => {
    const { desktop } = await openApp();
    await press('n');
    await expectFocus(noteField);
    await expect.element(saving).toHaveTextContent('');
    expect(desktop.calls).toEqual([]);
  });

  it('says that a note is on its way, and then that it is saved', async () => {
    const { desktop } = await openApp();
    const letGo = desktop.hold('saveAnnotation');
    await writeNote('Ask the harbour office');
    await expect.element(saving).toHaveTextContent('Saving…');
    letGo();
    await expect.element(saving).toHaveTextContent('1 note saved');
  });
});

describe('a failure to save', () => {
  const problem: Problem = { kind: 'unwritable', message: refusal };
  const prepare = (desktop: { problem: Problem | null }) => void (desktop.problem = problem);

  it('says why, and can be tried again with the keyboard', async () => {
    const { desktop } = await openApp({ prepare });
    await writeNote('Not to be lost');
    await expect.element(saving).toMatchTextContent('the disk reported an error');
    await footer.getByText('Offline: no network access').click();
    await press('{Tab}');
    await expectFocus(tryAgain);
    desktop.problem = null;
    await press('{Enter}');
    await expect.element(saving).toHaveTextContent('1 note saved');
    expect([...desktop.annotations.values()]).toMatchObject([{ note: 'Not to be lost' }]);
  });

  it('says once that it failed, not twice', async () => {
    await openApp({ prepare });
    await writeNote('Not to be lost');
    await expect.element(tryAgain).toBeVisible();
    expect(saving.element().textContent.match(/not saved/gi)).toHaveLength(1);
  });

  it.each([
    [1280, 800],
    [800, 600],
    [640, 480],
  ])('can be tried again in a window of %i × %i', async (width, height) => {
    await page.viewport(width, height);
    await openApp({ prepare, size: { width, height } });
    await writeNote('Not to be lost');
    await expect.element(tryAgain).toBeInViewport({ ratio: 1 });
  });
});
