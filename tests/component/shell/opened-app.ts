import { expect } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import type { AppShell } from '../../../renderer/app-shell.ts';
import '../../../renderer/app-shell.ts';
import { mountApp, type Mounted, type MountOptions } from '../support/mount.ts';
import { openedBriefing } from '../support/stories.ts';

/** Three briefings; the first, `Ferries of Norland, part 1`, is open when the app has started. */
export const threeBriefings = [openedBriefing(1), openedBriefing(2), openedBriefing(3)];

/** The headline on the screen. */
export const headline = page.getByRole('heading', { level: 1 });

/** The right side. */
export const notesPane = page.getByRole('complementary', { name: 'Notes' });

/** The field of the note that is being written. */
export const noteField = notesPane.getByRole('textbox', { name: /^Note on/ });

/** The foot of the window. */
export const footer = page.getByRole('contentinfo');

/** What the foot of the window says about the notes. */
export const saving = footer.getByRole('status');

/** The message about what just happened, with its undo. */
export const message = page
  .getByRole('status')
  .filter({ has: page.getByRole('button', { name: 'Dismiss' }) });

/** Mounts the whole app over three briefings and waits until it shows the first. */
export async function openApp(options: MountOptions = {}): Promise<Mounted<AppShell>> {
  const app = await mountApp({ library: threeBriefings, ...options });
  await expect.element(headline).toBeVisible();
  return app;
}

/** Waits until an element has the focus; unlike `toHaveFocus`, it sees into shadow roots. */
export async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => locator.query()?.matches(':focus')).toBe(true);
}

/** Presses keys, written as `userEvent.keyboard` has them, while no text field has the focus. */
export async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
}

/** Starts a note on the whole briefing with its key and types into it. */
export async function writeNote(words: string): Promise<void> {
  await press('n');
  await expectFocus(noteField);
  await userEvent.keyboard(words);
}
