import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Stores } from '../../../renderer/shell/stores.ts';
import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { mount, type Mounted, type MountOptions } from '../support/mount.ts';
import { annotation, briefingId, highlight, openedBriefing } from '../support/stories.ts';

/** A component over the stores of all notes and of the trash. */
export type MountedView<Component> = Mounted<Component> & Pick<Stores, 'noteList' | 'trash'>;

/** Mounts one component of all-notes; import its file for the tag to be known. */
export async function mountView<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: MountOptions = {},
): Promise<MountedView<HTMLElementTagNameMap[Tag]>> {
  const mounted = await mount(tag, options);
  const { noteList, trash } = mounted.stores;
  return { ...mounted, noteList, trash };
}

/** Three briefings; notes of a fourth are of one that is not in the library any more. */
export const library = [
  openedBriefing(1, { headline: 'Ferries return to the northern line' }),
  openedBriefing(2, { headline: 'Bakers of Norland raise prices' }),
  openedBriefing(3, { headline: 'A lighthouse is for sale' }),
];

const text = 'Tickets cost what they did before the winter.';

/** Local noon of a day, in milliseconds since the Unix epoch. */
export function noonOf(day: string): number {
  return new Date(`${day}T12:00:00`).getTime();
}

/** Five notes: one on bakers, two on ferries, one on the lighthouse, one without a briefing. */
export const notes: readonly Annotation[] = [
  annotation(1, {
    note: '# Ask\n\nAsk the **harbour office** about it.',
    tags: ['harbour', 'energy/grid'],
    modifiedAt: noonOf('2026-03-01'),
  }),
  highlight(2, 'sections/0/items/1', text, 'before the winter', {
    tags: ['harbour'],
    modifiedAt: noonOf('2026-03-04'),
  }),
  highlight(3, 'sections/0/items/1', text, 'Tickets cost', {
    briefingId: briefingId(2),
    color: 'pink',
    note: 'Compare with the bakers of the south.',
    modifiedAt: noonOf('2026-03-04') + 60_000,
  }),
  annotation(4, {
    briefingId: briefingId(3),
    note: 'Who owns it now?',
    tags: ['energy'],
    modifiedAt: noonOf('2026-02-11'),
  }),
  highlight(5, 'sections/0/items/1', text, 'what they did', {
    briefingId: briefingId(9),
    color: 'green',
    note: 'The file of this one went away.',
    modifiedAt: noonOf('2026-01-07'),
  }),
];

/** Puts the notes into the fake desktop. */
export function withNotes({ annotations }: FakeDesktop): void {
  for (const note of notes) annotations.set(note.id, note);
}

/** Presses keys, written as `userEvent.keyboard` has them. */
export async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
}

export const listbox = page.getByRole('listbox', { name: 'Notes', exact: true });
export const options = listbox.getByRole('option');

/** The lines of the list from top to bottom: group headings with their number, and rows. */
export function linesOnScreen(): readonly string[] {
  return [...listbox.element().querySelectorAll('.group .label, [role=option] .content')]
    .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
    .map((line) =>
      line instanceof HTMLElement ? line.innerText.replaceAll(/\s+/g, ' ').trim() : '',
    );
}

/** Waits until the row of this one-based place is the one that the keys are at, in full sight. */
export async function expectCurrent(place: number): Promise<void> {
  const row = listbox.getByRole('option', { selected: true });
  await expect.element(row).toHaveAttribute('aria-posinset', `${place}`);
  await expect.element(row).toBeInViewport({ ratio: 1 });
  await expect
    .element(listbox)
    .toHaveAttribute('aria-activedescendant', row.element().getAttribute('id') ?? '');
}
