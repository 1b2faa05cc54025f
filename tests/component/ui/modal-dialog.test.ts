import { html, render } from 'lit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ModalDialog } from '../../../renderer/ui/modal-dialog.ts';
import '../../../renderer/ui/modal-dialog.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { expectFocus } from '../shell/opened-app.ts';

const opener = page.getByRole('button', { name: 'Open' });
const dialog = page.getByRole('dialog', { name: 'Invented' });
/** In the slot for actions: in the dialog on the screen, though not in the tree of nodes. */
const save = page.getByRole('button', { name: 'Save' });

let box: HTMLElement | null = null;

afterEach(() => box?.remove());

async function open(): Promise<{ modal: ModalDialog; handleClose: ReturnType<typeof vi.fn> }> {
  const handleClose = vi.fn();
  box = document.createElement('main');
  document.body.append(box);
  render(
    html`<button @click=${() => modalIn(box)?.show()}>Open</button>
      <input aria-label="Behind" />
      <readout-modal-dialog heading="Invented" @close=${handleClose}>
        <input aria-label="Inside" />
        <button slot="actions">Save</button>
      </readout-modal-dialog>`,
    box,
  );
  await opener.click();
  await expect.element(dialog).toBeVisible();
  const modal = modalIn(box);
  if (modal === null) throw new Error('There is no dialog.');
  return { modal, handleClose };
}

function modalIn(container: HTMLElement | null): ModalDialog | null {
  return container?.querySelector('readout-modal-dialog') ?? null;
}

describe('a modal dialog', () => {
  it('is closed at first, and named by its heading when it is open', async () => {
    const { modal } = await open();
    expect(modal.isOpen).toBe(true);
    await expect.element(dialog.getByRole('heading', { name: 'Invented' })).toBeVisible();
    await expect.element(save).toBeVisible();
  });

  it('keeps the focus inside', async () => {
    await open();
    for (let presses = 0; presses < 7; presses += 1) {
      await userEvent.keyboard('{Tab}');
      expect(page.getByLabelText('Behind').element().matches(':focus')).toBe(false);
      expect(opener.element().matches(':focus')).toBe(false);
    }
    await page.getByLabelText('Inside').click();
    await userEvent.keyboard('{Tab}');
    await expectFocus(save);
  });

  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['its cross', () => dialog.getByRole('button', { name: 'Close' }).click()],
  ])('closes with %s, tells so once, and gives the focus back', async (_way, close) => {
    const { modal, handleClose } = await open();
    await close();
    await expect.element(dialog).not.toBeInTheDocument();
    await expectFocus(opener);
    expect(modal.isOpen).toBe(false);
    await expect.poll(() => handleClose.mock.calls.length).toBe(1);
  });

  it('opens again after it was closed, and stays open when shown twice', async () => {
    const { modal } = await open();
    await userEvent.keyboard('{Escape}');
    await opener.click();
    modal.show();
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { modal } = await open();
    expect(await faultsInThemes(modal)).toEqual({ light: [], dark: [] });
  });
});

it('tells nothing of a close after which it was opened again at once', async () => {
  const { modal, handleClose } = await open();
  modal.close();
  modal.show();
  // The platform tells of a close later than it closes.
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(handleClose).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => handleClose.mock.calls.length).toBe(1);
});
