import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/shell/message-bar.ts';
import type { MessageStore } from '../../../renderer/state/message-store.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mount } from '../support/mount.ts';
import { expectFocus, press } from './opened-app.ts';

const status = page.getByRole('status');
const dismiss = page.getByRole('button', { name: 'Dismiss' });
const undo = page.getByRole('button', { name: 'Undo' });

afterEach(async () => {
  vi.useRealTimers();
  await page.viewport(1280, 800);
});

async function mountMessages(): Promise<MessageStore> {
  const { stores } = await mount('readout-message-bar');
  await expect.element(status).toHaveTextContent('');
  return stores.messages;
}

/**
 * Lets time stand still, but for the locators, which let it go on while they wait: what a message
 * waits for comes when the test says so.
 */
function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
}

/** Waits, in stopped time, until the next message goes; answers how long that took. */
function waitForNext(): number {
  const before = Date.now();
  vi.advanceTimersToNextTimer();
  return Date.now() - before;
}

/** What the region says once what happened is drawn; unlike a locator, in no time. */
async function textShown(): Promise<string> {
  await document.querySelector('readout-message-bar')?.updateComplete;
  return status.element().textContent.trim();
}

describe('a message', () => {
  it('is said politely in a region that was there before it', async () => {
    const messages = await mountMessages();
    const region = status.element();
    messages.show('Copied');
    await expect.element(page.getByText('Copied')).toBeVisible();
    expect(status.element()).toBe(region);
    await expect.element(status).toHaveAttribute('aria-live', 'polite');
    await expect.element(status).toHaveTextContent('Copied');
  });

  it('without anything to do about it can only be dismissed', async () => {
    const messages = await mountMessages();
    messages.show('Copied');
    await expect.element(status.getByRole('button')).toHaveLength(1);
    await dismiss.click();
    await expect.element(status).toHaveTextContent('');
    await expect.element(dismiss).not.toBeInTheDocument();
  });

  it('with something to do about it does that once, and goes', async () => {
    const messages = await mountMessages();
    const run = vi.fn();
    messages.show('Note deleted', { label: 'Undo', run });
    await expect.element(status).toMatchTextContent('Note deleted');
    await undo.click();
    expect(run).toHaveBeenCalledOnce();
    await expect.element(status).toHaveTextContent('');
  });

  it('that is dismissed does nothing', async () => {
    const messages = await mountMessages();
    const run = vi.fn();
    messages.show('Note deleted', { label: 'Undo', run });
    await dismiss.click();
    await expect.element(status).toHaveTextContent('');
    expect(run).not.toHaveBeenCalled();
  });

  it('is reached and answered with the keyboard', async () => {
    const messages = await mountMessages();
    const run = vi.fn();
    messages.show('Note deleted', { label: 'Undo', run });
    await expect.element(undo).toBeVisible();
    await press('{Tab}');
    await expectFocus(undo);
    await press('{Tab}');
    await expectFocus(dismiss);
    await press('{Shift>}{Tab}{/Shift}{Enter}');
    expect(run).toHaveBeenCalledOnce();
  });

  it('takes the place of the one before', async () => {
    const messages = await mountMessages();
    messages.show('Note deleted', { label: 'Undo', run: () => undefined });
    await expect.element(undo).toBeVisible();
    messages.show('Copied');
    await expect.element(status).toHaveTextContent('Copied');
    await expect.element(undo).not.toBeInTheDocument();
  });

  it('shows what looks like HTML as text', async () => {
    const messages = await mountMessages();
    messages.show('Exported to <b>Notes</b>.md');
    await expect.element(status).toHaveTextContent('Exported to <b>Notes</b>.md');
  });

  it.each([1280, 640])('of any length stays inside of a window %i wide', async (width) => {
    await page.viewport(width, 600);
    const messages = await mountMessages();
    messages.show(`Exported to /home/reader/${'norland'.repeat(40)}.md`, {
      label: 'Undo',
      run: () => undefined,
    });
    await expect.element(page.getByText(/^Exported to/)).toBeInViewport({ ratio: 1 });
    await expect.element(undo).toBeInViewport({ ratio: 1 });
    await expect.element(dismiss).toBeInViewport({ ratio: 1 });
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container, stores } = await mount('readout-message-bar');
    stores.messages.show('Note deleted', { label: 'Undo', run: () => undefined });
    await expect.element(undo).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('in time a message', () => {
  it('goes by itself', async () => {
    const messages = await mountMessages();
    stopTime();
    messages.show('Copied');
    expect(await textShown()).toBe('Copied');
    waitForNext();
    expect(await textShown()).toBe('');
  });

  it('goes later when something can be done about it', async () => {
    const messages = await mountMessages();
    stopTime();
    messages.show('Copied');
    const plain = waitForNext();
    messages.show('Note deleted', { label: 'Undo', run: () => undefined });
    vi.advanceTimersByTime(plain);
    expect(await textShown()).toMatch('Note deleted');
    waitForNext();
    expect(await textShown()).toBe('');
  });

  it('has all of its own, whenever the one before it came', async () => {
    const messages = await mountMessages();
    stopTime();
    messages.show('Copied');
    const stay = waitForNext();
    messages.show('Bookmark removed');
    vi.advanceTimersByTime(stay - 1);
    messages.show('Nothing to undo');
    vi.advanceTimersByTime(stay - 1);
    expect(await textShown()).toBe('Nothing to undo');
    vi.advanceTimersByTime(1);
    expect(await textShown()).toBe('');
  });

  it('that was dismissed does not take the next one with it', async () => {
    const messages = await mountMessages();
    stopTime();
    messages.show('Copied');
    const stay = waitForNext();
    messages.show('Copied');
    vi.advanceTimersByTime(stay / 2);
    await dismiss.click();
    messages.show('Bookmark removed');
    vi.advanceTimersByTime(stay / 2);
    expect(await textShown()).toBe('Bookmark removed');
  });
});
