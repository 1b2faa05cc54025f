import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  expectFocus,
  headline,
  message,
  noteField,
  notesPane,
  openApp,
  press,
  saving,
  writeNote,
} from './opened-app.ts';

const undo = '{Control>}z{/Control}';
const redo = '{Control>}{Shift>}z{/Shift}{/Control}';
const bookmarks = notesPane.getByRole('tab', { name: /^Bookmarks/ });

describe('undo and redo', () => {
  it('take back and bring back bookmarks and notes, one by one, the last first', async () => {
    const { desktop } = await openApp();
    await press('b');
    await expect.element(bookmarks).toMatchTextContent('1');
    await writeNote('A note after the bookmark');
    await press('{Escape}');
    const note = notesPane.getByText('A note after the bookmark');
    await expect.element(saving).toHaveTextContent('1 note saved');

    await press(undo);
    await expect.element(message.getByText('Undone: note added')).toBeVisible();
    await expect.element(note).not.toBeInTheDocument();
    expect(desktop.bookmarks.size).toBe(1);
    await press(undo);
    await expect.element(message.getByText('Undone: bookmark added')).toBeVisible();
    expect(desktop.bookmarks.size).toBe(0);
    await press(undo);
    await expect.element(message.getByText('Nothing to undo')).toBeVisible();

    await press(redo);
    await expect.element(message.getByText('Redone: bookmark added')).toBeVisible();
    await expect.element(bookmarks).toMatchTextContent('1');
    await press(redo);
    await expect.element(note).toBeVisible();
    await press(redo);
    await expect.element(message.getByText('Nothing to redo')).toBeVisible();
  });

  it('bring back a note that was edited to its words before', async () => {
    const { desktop } = await openApp();
    await writeNote('Before');
    await press('{Escape}');
    await expect.element(notesPane.getByText('Before')).toBeVisible();
    await notesPane.getByRole('button', { name: 'Edit the note' }).click();
    await expectFocus(noteField);
    await press(' and after');
    await press('{Escape}');
    await expect.element(notesPane.getByText('Before and after')).toBeVisible();
    await expect.poll(() => [...desktop.annotations.values()][0]?.note).toBe('Before and after');
    await press(undo);
    await expect.element(notesPane.getByText('Before', { exact: true })).toBeVisible();
    await expect.element(message.getByText('Undone: note edited')).toBeVisible();
    await press(redo);
    await expect.element(notesPane.getByText('Before and after')).toBeVisible();
  });

  it('work from the menu while one types, and store what was typed first', async () => {
    const { desktop } = await openApp();
    await writeNote('Typed a moment ago');
    desktop.send('command', 'undo');
    await expect.element(message.getByText('Undone: note added')).toBeVisible();
    expect(desktop.annotations.size).toBe(0);
    desktop.send('command', 'redo');
    await expect.element(message.getByText('Redone: note added')).toBeVisible();
    expect([...desktop.annotations.values()]).toMatchObject([{ note: 'Typed a moment ago' }]);
  });

  it('offer themselves in the message about a bookmark', async () => {
    const { desktop } = await openApp();
    await press('b');
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => desktop.bookmarks.size).toBe(0);
    await expect.element(message.getByText('Undone: bookmark added')).toBeVisible();
  });

  it('say why they failed', async () => {
    const { desktop } = await openApp();
    await press('b');
    await expect.element(bookmarks).toMatchTextContent('1');
    desktop.problem = { kind: 'unwritable', message: 'The disk is full.' };
    await headline.click();
    await press(undo);
    await expect.element(message.getByText('The disk is full.')).toBeVisible();
    await expect.element(bookmarks).toMatchTextContent('1');
  });
});

describe('a message', () => {
  it('is in a live region that is there before it', async () => {
    await openApp();
    const regions = page.getByRole('status').elements();
    await press('b');
    await expect.element(message).toHaveAttribute('aria-live', 'polite');
    expect(regions).toContain(message.element());
  });

  it('goes when it is dismissed', async () => {
    await openApp();
    await press('b');
    await message.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(page.getByText('Bookmarked this briefing')).not.toBeInTheDocument();
  });

  it('is replaced by the next one', async () => {
    await openApp();
    await press('b');
    await expect.element(message.getByText('Bookmarked this briefing')).toBeVisible();
    await press('b');
    await expect.element(message.getByText('Bookmark removed')).toBeVisible();
    await expect.element(message.getByText('Bookmarked this briefing')).not.toBeInTheDocument();
  });
});
