import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openedBriefing } from '../support/stories.ts';
import { footer, headline, message, openApp, press } from './opened-app.ts';

const scanning = { kind: 'scanning', done: 1200, total: 100_000, remaining: 130_000 } as const;

describe('a scan', () => {
  it('tells how long it may take, is stopped and goes on', async () => {
    const { desktop } = await openApp();
    desktop.changeLibrary({ activity: scanning });
    await expect
      .element(footer.getByText('Briefings · reading 1,200 of 100,000 · about 3 min left'))
      .toBeVisible();
    await expect.element(footer.getByRole('progressbar', { name: 'Files read' })).toBeVisible();
    await footer.getByRole('button', { name: 'Stop' }).click();
    await expect.element(footer.getByText('Briefings · stopped at 1,200 of 100,000')).toBeVisible();
    await footer.getByRole('button', { name: 'Resume' }).click();
    await expect.element(footer.getByRole('button', { name: 'Stop' })).toBeVisible();
  });

  it('that failed can be tried again', async () => {
    const { desktop } = await openApp();
    desktop.changeLibrary({ activity: { kind: 'failed', message: 'The catalog is damaged.' } });
    await expect.element(footer.getByText('The catalog is damaged.')).toBeVisible();
    await footer.getByRole('button', { name: 'Look again' }).click();
    expect(desktop.inputsOf('rescanLibrary')).toHaveLength(1);
  });
});

describe('a folder that is gone', () => {
  it('is named at the foot of the window, which leads to the folders', async () => {
    const { desktop } = await openApp();
    desktop.changeLibrary({
      roots: ['/home/reader/Briefings', { path: '/disk/Old', state: 'gone' }],
    });
    await footer.getByRole('button', { name: 'Old is not there' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Folders' })).toBeVisible();
  });
});

describe('a briefing', () => {
  it('is made of what is on the clipboard, and opened', async () => {
    const { desktop } = await openApp();
    await press('{Control>}{Shift>}v{/Shift}{/Control}');
    await expect.element(message.getByText(/no text on the clipboard/)).toBeVisible();
    desktop.clipboard = openedBriefing(50, { headline: 'Copied from a page' });
    await press('{Control>}{Shift>}v{/Shift}{/Control}');
    await expect.element(headline).toMatchTextContent('Copied from a page');
  });

  it('is opened when it is asked for from outside', async () => {
    const { desktop } = await openApp();
    desktop.send('openRequested', { id: openedBriefing(3).listing.id });
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 3');
  });

  it('is marked as unread and pinned with m and p, which its row follows', async () => {
    const { desktop } = await openApp();
    const row = page.getByRole('option', { selected: true });
    await press('m');
    await expect.element(row).toHaveAccessibleName(/, unread$/);
    await press('p');
    await expect.element(row).toHaveAccessibleName(/pinned/);
    const [first] = await desktop.api.queryBriefings({
      filter: { view: 'is:pinned is:unread', text: '', order: 'newest' },
      offset: 0,
      limit: 1,
    });
    expect(first?.headline).toBe('Ferries of Norland, part 1');
  });
});

describe('files over the window', () => {
  function drag(kind: string, dataTransfer: DataTransfer): DragEvent {
    const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event;
  }

  function withFile(): DataTransfer {
    const data = new DataTransfer();
    data.items.add(new File(['A story'], 'harbour.txt', { type: 'text/plain' }));
    return data;
  }

  it('are shown to be welcome, and added when they are dropped', async () => {
    const { component, desktop } = await openApp();
    const data = withFile();
    drag('dragenter', data);
    expect(component.hasAttribute('data-dropping')).toBe(true);
    expect(drag('dragover', data).defaultPrevented).toBe(true);
    expect(drag('drop', data).defaultPrevented).toBe(true);
    expect(component.hasAttribute('data-dropping')).toBe(false);
    await expect.poll(() => desktop.dropped).toEqual(['harbour.txt']);
  });

  it('may go away again, and text is not taken', async () => {
    const { component, desktop } = await openApp();
    const data = withFile();
    drag('dragenter', data);
    drag('dragenter', data);
    drag('dragleave', data);
    expect(component.hasAttribute('data-dropping')).toBe(true);
    drag('dragleave', data);
    expect(component.hasAttribute('data-dropping')).toBe(false);
    const text = new DataTransfer();
    text.setData('text/plain', 'words');
    drag('dragenter', text);
    expect(drag('drop', text).defaultPrevented).toBe(false);
    expect(component.hasAttribute('data-dropping')).toBe(false);
    expect(desktop.dropped).toEqual([]);
  });
});
