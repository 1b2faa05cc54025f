import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { trashDays } from '../../../electron/shared/model/note-list.ts';
import { referenceTo } from '../../../electron/shared/model/reference-to.ts';
import { daysLeft } from '../../../renderer/all-notes/days-left.ts';
import '../../../renderer/all-notes/trash-view.ts';
import { CommandEvent } from '../../../renderer/state/command-event.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { annotation, listing, markId } from '../support/stories.ts';
import { expectFocus } from '../shell/opened-app.ts';
import { library, mountView, notes, press, withNotes } from './mounted.ts';

const none = { light: [], dark: [] };
const trashList = page.getByRole('listbox', { name: 'Deleted notes' });
const items = trashList.getByRole('option');
const restore = page.getByRole('button', { name: /^Restore/ });
const dayLength = 86_400_000;

/** Mounts the trash after the five notes were deleted one after the other, the fifth last. */
async function open(more: Parameters<typeof mountView>[1] = {}) {
  const view = await mountView('readout-trash-view', { library, prepare: withNotes, ...more });
  for (const { id } of notes) {
    await view.desktop.api.removeAnnotation({ id });
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await expect.poll(() => items.elements().length).toBe(5);
  const handleLeave = vi.fn();
  view.container.addEventListener('trash-view-leave', handleLeave);
  return { ...view, handleLeave };
}

function kept(desktop: { readonly annotations: ReadonlyMap<string, unknown> }): readonly string[] {
  return [...desktop.annotations.keys()].toSorted();
}

async function expectAt(place: number): Promise<void> {
  const id = `option-${place - 1}`;
  await expect.element(trashList).toHaveAttribute('aria-activedescendant', id);
  await expect.element(items.nth(place - 1)).toBeInViewport({ ratio: 1 });
}

describe('the trash', () => {
  it('shows what was deleted, the newest first, with its briefing and the days left', async () => {
    await open();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
    await expect.element(page.getByText('5 deleted notes')).toBeVisible();
    await expect.element(page.getByText(/stays here for 90 days/)).toBeVisible();
    await expect
      .element(items.nth(1))
      .toHaveAccessibleName(
        /^About the whole briefing Who owns it now\? A lighthouse is for sale Deleted \d\d:\d\d · 89 days left$/,
      );
    await expect.element(items.nth(1)).toHaveAttribute('aria-posinset', '2');
    await expect.element(items.nth(1)).toHaveAttribute('aria-setsize', '5');
  });

  it('restores the row that the keys are at with Enter', async () => {
    const { component, container, desktop, stores } = await open();
    const commands: string[] = [];
    container.addEventListener(CommandEvent.eventName, (event) => {
      if (event instanceof CommandEvent) commands.push(event.command);
    });
    component.focus();
    await expectFocus(trashList);
    await press('{ArrowDown}{ArrowDown}');
    await expectAt(2);
    await press('{Enter}');
    await expect.poll(() => kept(desktop)).toEqual([markId(4)]);
    await expect.element(page.getByText('4 deleted notes')).toBeVisible();
    expect(stores.messages.state.get()?.text).toBe('1 note restored');
    stores.messages.state.get()?.action?.run();
    expect(commands).toEqual(['undo']);
    await expectFocus(trashList);
  });

  it('selects several with Space and restores them together', async () => {
    const { component, desktop, stores } = await open();
    component.focus();
    await press('{Home} ');
    await expect.element(items.first()).toHaveAttribute('aria-selected', 'true');
    await press('{ArrowDown}{ArrowDown} ');
    await expect.element(page.getByRole('button', { name: 'Restore 2 notes' })).toBeEnabled();
    await press('{Enter}');
    await expect.poll(() => kept(desktop)).toEqual([markId(3), markId(5)]);
    expect(desktop.inputsOf('restoreAnnotations')).toHaveLength(1);
    expect(stores.messages.state.get()?.text).toBe('2 notes restored');
    expect(items.elements().map((row) => row.getAttribute('aria-selected'))).toEqual([
      'false',
      'false',
      'false',
    ]);
  });

  it('selects with a click, and several with Ctrl and a click', async () => {
    const { desktop } = await open();
    await expect.element(restore).toBeDisabled();
    await items.nth(0).click();
    await expect.element(restore).toBeEnabled();
    await items.nth(3).click({ modifiers: ['Control'] });
    await items.nth(4).click({ modifiers: ['Control'] });
    await items.nth(3).click({ modifiers: ['Control'] });
    await items.nth(4).click({ modifiers: ['Control'] });
    await items.nth(1).click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Restore 2 notes' }).click();
    await expect.poll(() => kept(desktop)).toEqual([markId(4), markId(5)]);
    await items.nth(0).click();
    await restore.click();
    await expect.poll(() => kept(desktop)).toEqual([markId(3), markId(4), markId(5)]);
  });

  it('gives the selection up with Escape, and leaves with the next', async () => {
    const { component, handleLeave } = await open();
    component.focus();
    await press('{Home} {Escape}');
    await expect.element(items.first()).toHaveAttribute('aria-selected', 'false');
    expect(handleLeave).not.toHaveBeenCalled();
    await press('{Escape}');
    expect(handleLeave).toHaveBeenCalledOnce();
  });

  it('says why nothing could be restored, and keeps it', async () => {
    const { component, desktop, stores } = await open();
    desktop.problem = { kind: 'unwritable', message: 'The disk is full.' };
    component.focus();
    await press('{Home}{Enter}');
    await expect.poll(() => stores.messages.state.get()?.text).toBe('The disk is full.');
    expect(items.elements()).toHaveLength(5);
  });

  it('fills when something is deleted, and is empty when all of it is back', async () => {
    const { component, container, desktop } = await mountView('readout-trash-view', {
      library,
      prepare: withNotes,
    });
    await expect.element(page.getByText('The trash is empty')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
    await desktop.api.removeAnnotation({ id: markId(2) });
    await expect.element(items.first()).toMatchTextContent('before the winter');
    component.focus();
    await press('{Home}{Enter}');
    await expect.element(page.getByText('The trash is empty')).toBeVisible();
    await expect.element(restore).toBeDisabled();
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { component, container } = await open();
    component.focus();
    await press('{Home} {ArrowDown}');
    await expectAt(2);
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it.each([
    ['a narrow pane', { width: 200, height: 500 }, 100],
    ['a window of 800 × 600 at 200 %', { width: 400, height: 224 }, 100],
    ['text of 200 %', { width: 800, height: 520 }, 200],
  ])('keeps to its place in %s', async (_what, size, textSize) => {
    const { component, container } = await open({
      size,
      prepare: (desktop) => {
        withNotes(desktop);
        desktop.settings = { ...desktop.settings, textSize };
      },
    });
    const scroller = trashList.element();
    expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth);
    component.focus();
    await press('{End}');
    await expect.element(trashList).toHaveAttribute('aria-activedescendant', 'option-4');
    await expect.element(items.last()).toBeInViewport();
    for (const row of items.elements()) {
      const details = row.querySelector('.when');
      expect(details?.getBoundingClientRect().right).toBeLessThanOrEqual(size.width + 8);
    }
    expect(await faultsInThemes(container)).toEqual(none);
  });
});

describe('a trash of 100,000 notes', () => {
  it('has only the rows in sight, and goes to its end and back', async () => {
    const total = 100_000;
    const { component } = await mountView('readout-trash-view', {
      prepare: ({ api }) =>
        void Object.assign(api, {
          listTrash: ({ offset, limit }: { offset: number; limit: number }) => {
            const length = Math.max(0, Math.min(limit, total - offset));
            const deleted = Array.from({ length }, (_, index) => ({
              annotation: annotation(offset + index + 1, { note: `Note ${offset + index + 1}` }),
              briefing: referenceTo(listing(1)),
              deletedAt: Date.now() - dayLength,
            }));
            return Promise.resolve({ total, items: deleted });
          },
        }),
    });
    await expect.element(page.getByText('100,000 deleted notes')).toBeVisible();
    component.focus();
    await press('{End}');
    await expect.element(trashList).toHaveAttribute('aria-activedescendant', `option-${total - 1}`);
    await expect.element(items.last()).toMatchTextContent('Note 100000');
    await expect.element(items.last()).toBeInViewport({ ratio: 1 });
    expect(items.elements().length).toBeLessThan(25);
    await userEvent.keyboard('{Home}');
    await expect.element(items.first()).toMatchTextContent(/Note 1(?!\d)/);
  });
});

describe('daysLeft', () => {
  it.each([
    [0, '90 days left'],
    [1, '89 days left'],
    [88.5, '1 day left'],
    [89.5, 'less than a day left'],
    [120, 'less than a day left'],
  ])('after %d days says %s', (days, said) => {
    expect(trashDays).toBe(90);
    expect(daysLeft(1000, 1000 + days * dayLength)).toBe(said);
  });
});
