import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Briefing } from '../../../electron/shared/model/briefing.ts';
import type { OpenedBriefing } from '../../../electron/shared/model/listing.ts';
import { briefingId, openedBriefing } from '../support/stories.ts';
import { article, drawn, longSection, read } from './reading.ts';

const ids = [briefingId(1)];
const readButton = article.getByRole('button', { name: 'Read', exact: true });
const pinButton = article.getByRole('button', { name: 'Pinned' });

function library(
  standing: Partial<Pick<OpenedBriefing, 'reading' | 'isPinned'>>,
  changes: Partial<Briefing> = {},
) {
  return { library: [openedBriefing(1, changes, {}, standing)] };
}

afterEach(() => vi.useRealTimers());

/** Lets time stand still: two seconds go by when the test says so. */
function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

describe('how far the reader is', () => {
  it('is shown by a button, and told by it', async () => {
    const { desktop } = await read({}, library({ reading: 'read' }));
    await expect.element(readButton).toHaveAttribute('aria-pressed', 'true');
    await readButton.click();
    await expect.element(readButton).toHaveAttribute('aria-pressed', 'false');
    await readButton.click();
    await expect.element(readButton).toHaveAttribute('aria-pressed', 'true');
    expect(desktop.inputsOf('setReading')).toEqual([
      { ids, reading: 'unread' },
      { ids, reading: 'read' },
    ]);
  });

  it('is the end when that has been in view for two seconds', async () => {
    stopTime();
    const { desktop } = await read({}, library({ reading: 'reading' }));
    await drawn();
    await drawn();
    expect(desktop.inputsOf('setReading')).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(desktop.inputsOf('setReading')).toEqual([{ ids, reading: 'read' }]);
    await expect.element(readButton).toHaveAttribute('aria-pressed', 'true');
  });

  it('is not the end while that is further down', async () => {
    stopTime();
    const long = { sections: [longSection] };
    const { component, desktop } = await read({}, library({ reading: 'reading' }, long));
    await drawn();
    vi.advanceTimersByTime(10_000);
    expect(desktop.inputsOf('setReading')).toEqual([]);
    component.scrollTop = component.scrollHeight;
    await drawn();
    await drawn();
    vi.advanceTimersByTime(2_000);
    expect(desktop.inputsOf('setReading')).toEqual([{ ids, reading: 'read' }]);
  });

  it('is not the end while the window is in the background', async () => {
    stopTime();
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const { desktop } = await read({}, library({ reading: 'reading' }));
    await drawn();
    vi.advanceTimersByTime(10_000);
    expect(desktop.inputsOf('setReading')).toEqual([]);
    hasFocus.mockRestore();
    window.dispatchEvent(new Event('focus'));
    vi.advanceTimersByTime(2_000);
    expect(desktop.inputsOf('setReading')).toEqual([{ ids, reading: 'read' }]);
  });

  it('stays unread where the reader has just said so', async () => {
    stopTime();
    const { desktop, stores } = await read({}, library({ reading: 'read' }));
    stores.reader.toggleRead();
    await drawn();
    vi.advanceTimersByTime(10_000);
    expect(desktop.inputsOf('setReading')).toEqual([{ ids, reading: 'unread' }]);
  });
});

describe('the pin', () => {
  it('is set and taken off', async () => {
    const { desktop } = await read({}, library({ isPinned: false }));
    await pinButton.click();
    await expect.element(pinButton).toHaveAttribute('aria-pressed', 'true');
    await pinButton.click();
    await expect.element(pinButton).toHaveAttribute('aria-pressed', 'false');
    expect(desktop.inputsOf('setPinned')).toEqual([
      { ids, isPinned: true },
      { ids, isPinned: false },
    ]);
  });
});
