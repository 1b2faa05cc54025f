import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { faultsInThemes } from '../support/accessibility.ts';
import {
  expectFocus,
  message,
  noteField,
  notesPane,
  openApp,
  press,
  writeNote,
} from '../shell/opened-app.ts';

const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
const versions = page.getByRole('listitem').filter({ has: page.getByRole('time') });
const clock = notesPane.getByRole('button', { name: /^Earlier versions/ });

/** Writes a note in two stretches: `The first words`, then `The second words`. */
async function openWritten() {
  const app = await openApp();
  await writeNote('The first words');
  await press('{Escape}');
  await notesPane.getByRole('button', { name: 'Edit the note' }).click();
  await expectFocus(noteField);
  await noteField.fill('The second words');
  await press('{Escape}');
  await expect.poll(() => app.desktop.calls.length).toBe(2);
  return app;
}

describe('the history of a note', () => {
  it('lists its versions, the newest first, with what changed', async () => {
    await openWritten();
    await clock.click();
    await expect.element(dialog).toBeVisible();
    await expect.element(versions).toHaveLength(2);
    await expect.element(versions.first()).toMatchTextContent(/note edited \(now\)/);
    await expect.element(versions.first().getByRole('deletion')).toHaveTextContent('first');
    await expect.element(versions.first().getByRole('insertion')).toHaveTextContent('second');
    await expect
      .element(versions.nth(1).getByRole('insertion'))
      .toHaveTextContent('The first words');
  });

  it('goes back to a version, which undo takes back', async () => {
    const { desktop } = await openWritten();
    const notes = () => [...desktop.annotations.values()].map(({ note }) => note);
    await clock.click();
    await versions.nth(1).getByRole('button', { name: 'Restore this version' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(notesPane.getByText('The first words')).toBeVisible();
    expect(notes()).toEqual(['The first words']);
    await press('{Control>}z{/Control}');
    await expect.poll(notes).toEqual(['The second words']);
  });

  it('says why it could not go back', async () => {
    const { desktop } = await openWritten();
    await clock.click();
    await expect.element(versions).toHaveLength(2);
    desktop.problem = { kind: 'unwritable', message: 'The disk is full.' };
    await versions.nth(1).getByRole('button', { name: 'Restore this version' }).click();
    await expect.element(page.getByRole('alert').getByText('The disk is full.')).toBeVisible();
    await expect.element(dialog).toBeVisible();
    await expect.element(message).not.toBeInTheDocument();
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { component } = await openWritten();
    await clock.click();
    await expect.element(versions).toHaveLength(2);
    expect(await faultsInThemes(component)).toEqual({ light: [], dark: [] });
  });
});

describe('the preview of a note', () => {
  const preview = notesPane.getByRole('button', { name: 'Preview' });

  it('shows the Markdown instead of the field, and the same words again in it', async () => {
    const { desktop } = await openApp();
    await writeNote('One **strong** word');
    await preview.click();
    await expect.element(preview).toHaveAttribute('aria-pressed', 'true');
    await expect.element(notesPane.getByRole('strong')).toHaveTextContent('strong');
    await expect.element(noteField).not.toBeInTheDocument();
    await preview.click();
    await expectFocus(noteField);
    await userEvent.keyboard(' more');
    await expect.element(noteField).toHaveValue('One **strong** word more');
    await expect
      .poll(() => [...desktop.annotations.values()].map(({ note }) => note))
      .toEqual(['One **strong** word more']);
  });

  it('is left with Escape as the field is', async () => {
    await openApp();
    await writeNote('Words');
    await preview.click();
    await press('{Escape}');
    await expect.element(preview).not.toBeInTheDocument();
    await expect.element(notesPane.getByText('Words')).toBeVisible();
  });
});
