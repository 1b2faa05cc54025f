import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Problem } from '../../../electron/shared/model/problem.ts';
import { annotation, markId } from '../support/stories.ts';
import {
  expectFocus,
  footer,
  headline,
  message,
  noteField,
  notesPane,
  openApp,
  press,
  saving,
  writeNote,
} from '../shell/opened-app.ts';

const fullDisk: Problem = { kind: 'unwritable', message: 'The disk is full.' };

const tryAgain = footer.getByRole('button', { name: 'Try again' });

function notesOf(annotations: ReadonlyMap<string, { readonly note: string }>): readonly string[] {
  return [...annotations.values()].map(({ note }) => note);
}

describe('the foot of the window', () => {
  it('says nothing of notes while there are none', async () => {
    await openApp();
    await expect.element(saving).toHaveTextContent('');
  });

  it('says that a note is on its way, and then that it is saved', async () => {
    const { desktop } = await openApp();
    const letGo = desktop.hold('saveAnnotation');
    await writeNote('On its way');
    await press('{Escape}');
    await expect.element(saving).toHaveTextContent('Saving…');
    expect(desktop.annotations.size).toBe(0);
    letGo();
    await expect.element(saving).toHaveTextContent('1 note saved');
    expect(notesOf(desktop.annotations)).toEqual(['On its way']);
  });

  it('says it aloud, politely', async () => {
    await openApp();
    await expect.element(saving).toHaveAttribute('aria-live', 'polite');
  });
});

describe('a note that cannot be saved', () => {
  it('keeps its words on the screen and says why', async () => {
    const { desktop } = await openApp({ prepare: (fake) => void (fake.problem = fullDisk) });
    await writeNote('Not to be lost');
    await expect.element(saving).toMatchTextContent('The disk is full.');
    await expect.element(noteField).toHaveValue('Not to be lost');
    await press('{Escape}');
    await expect.element(notesPane.getByText('Not to be lost')).toBeVisible();
    expect(desktop.annotations.size).toBe(0);
  });

  it('is saved by the button Try again when that is possible again', async () => {
    const { desktop } = await openApp({ prepare: (fake) => void (fake.problem = fullDisk) });
    await writeNote('Not to be lost');
    await expect.element(tryAgain).toBeVisible();
    desktop.problem = null;
    await tryAgain.click();
    await expect.element(saving).toHaveTextContent('1 note saved');
    expect(notesOf(desktop.annotations)).toEqual(['Not to be lost']);
    await expect.element(notesPane.getByText('Not to be lost')).toBeVisible();
  });

  it('stays unsaved, and says so, when trying again fails too', async () => {
    const { desktop } = await openApp({ prepare: (fake) => void (fake.problem = fullDisk) });
    await writeNote('Not to be lost');
    await expect.element(tryAgain).toBeVisible();
    desktop.problem = { kind: 'unwritable', message: 'The disk is gone.' };
    await tryAgain.click();
    await expect.element(saving).toMatchTextContent('The disk is gone.');
    await expect.element(notesPane.getByText('Not to be lost')).toBeVisible();
  });

  it('is saved with what was typed since', async () => {
    const { desktop } = await openApp({ prepare: (fake) => void (fake.problem = fullDisk) });
    await writeNote('One');
    await expect.element(tryAgain).toBeVisible();
    desktop.problem = null;
    await userEvent.keyboard(' and two');
    await expect.element(saving).toHaveTextContent('1 note saved');
    expect(notesOf(desktop.annotations)).toEqual(['One and two']);
  });

  it('is still there after a visit to another briefing', async () => {
    const { desktop } = await openApp({ prepare: (fake) => void (fake.problem = fullDisk) });
    await writeNote('Not to be lost');
    await press('{Escape}');
    await expect.element(tryAgain).toBeVisible();
    await press('j');
    await expect.element(notesPane.getByText('Nothing noted yet.')).toBeVisible();
    await expect.element(tryAgain).toBeVisible();
    await press('k');
    await expect.element(headline).toMatchTextContent('part 1');
    desktop.problem = null;
    await tryAgain.click();
    await expect.element(notesPane.getByText('Not to be lost')).toBeVisible();
    await expect.poll(() => notesOf(desktop.annotations)).toEqual(['Not to be lost']);
  });

  it('says so to the window that wants to close', async () => {
    const { desktop } = await openApp({ prepare: (fake) => void (fake.problem = fullDisk) });
    await writeNote('Not to be lost');
    desktop.send('flush', {});
    await expect.poll(() => desktop.calls).toContain('confirmFlush false');
    await expect.element(noteField).toHaveValue('Not to be lost');
  });
});

describe('typing while a save is on its way', () => {
  it('loses nothing: the last words win', async () => {
    const { desktop } = await openApp();
    const letGo = desktop.hold('saveAnnotation');
    await writeNote('First');
    await expect.poll(() => desktop.inputsOf('saveAnnotation').length).toBe(1);
    await userEvent.keyboard(', second');
    letGo();
    await expect.poll(() => notesOf(desktop.annotations)).toEqual(['First, second']);
    await expect.element(saving).toHaveTextContent('1 note saved');
    await expect.element(noteField).toHaveValue('First, second');
    await expectFocus(noteField);
  });

  it('leaves the caret where it is', async () => {
    const { desktop } = await openApp();
    await writeNote('one three');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    await expect.element(saving).toHaveTextContent('1 note saved');
    await userEvent.keyboard('two ');
    await expect.poll(() => notesOf(desktop.annotations)).toEqual(['one two three']);
    await expect.element(noteField).toHaveValue('one two three');
  });

  it('is one step of undo, with the words of the whole stretch', async () => {
    const { desktop } = await openApp();
    await writeNote('First');
    await expect.element(saving).toHaveTextContent('1 note saved');
    await userEvent.keyboard(', second');
    await expect.poll(() => notesOf(desktop.annotations)).toEqual(['First, second']);
    await press('{Escape}');
    await press('{Control>}z{/Control}');
    await expect.poll(() => desktop.annotations.size).toBe(0);
  });
});

describe('deleting a note', () => {
  const one = annotation(1, { note: 'To be deleted' });
  const prepare = ({ annotations }: { annotations: Map<string, typeof one> }) =>
    void annotations.set(markId(1), one);
  const remove = notesPane.getByRole('button', { name: 'Delete the note on the whole briefing' });

  it('asks nothing and offers to undo', async () => {
    const { desktop } = await openApp({ prepare });
    await remove.click();
    await expect.element(notesPane.getByText('Nothing noted yet.')).toBeVisible();
    expect(desktop.annotations.size).toBe(0);
    await expect.element(message.getByText('Note deleted')).toBeVisible();
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect.element(notesPane.getByText('To be deleted')).toBeVisible();
    await expect.element(message.getByText('Undone: note deleted')).toBeVisible();
    expect(desktop.annotations.get(markId(1))?.note).toBe('To be deleted');
  });

  it('while it is written brings back the last word with undo', async () => {
    const { desktop } = await openApp();
    await writeNote('Every last word');
    await remove.click();
    await expect.element(noteField).not.toBeInTheDocument();
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect.element(notesPane.getByText('Every last word')).toBeVisible();
    expect(notesOf(desktop.annotations)).toEqual(['Every last word']);
  });

  it('says why it failed', async () => {
    const { desktop } = await openApp({ prepare });
    await expect.element(remove).toBeVisible();
    desktop.problem = fullDisk;
    await remove.click();
    await expect.element(message.getByText('The disk is full.')).toBeVisible();
    expect(desktop.annotations.size).toBe(1);
  });
});
