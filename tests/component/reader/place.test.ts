import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PartPath } from '../../../electron/shared/model/part.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { briefingId, openedBriefing, unreadable } from '../support/stories.ts';
import { article, drawn, lineOf, longSection, partWith, read, texts } from './reading.ts';

const long = { sections: [longSection] };
const library = [
  openedBriefing(1, long),
  openedBriefing(2, long),
  unreadable(3, 'harbour.txt', 'It cannot be read.'),
];

afterEach(() => vi.useRealTimers());

/** Lets time stand still: what waits for the end of scrolling comes when the test says so. */
function stopTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

/** Lets the reader have been at a part of the first briefing. */
function lastAt(part: PartPath) {
  return (desktop: FakeDesktop): void => {
    const places = [{ briefingId: briefingId(1), part }];
    desktop.settings = { ...desktop.settings, places };
  };
}

/** Waits until the part with these words is the first that can be read. */
async function expectOnTop(words: string): Promise<void> {
  const view = document.querySelector('readout-reading-view');
  const top = (): number =>
    partWith(words).element().getBoundingClientRect().top -
    (view?.getBoundingClientRect().top ?? 0);
  await expect.poll(top).toBeGreaterThan(-4);
  await expect.poll(top).toBeLessThan(40);
}

/** Scrolls as far as it takes for the part with these words to be the first. */
async function scrollTo(component: HTMLElement, words: string): Promise<void> {
  const { top } = component.getBoundingClientRect();
  component.scrollTop += partWith(words).element().getBoundingClientRect().top - top;
  await drawn();
}

describe('the place in a briefing', () => {
  it('is the headline at first', async () => {
    const { component } = await read({}, { library });
    expect(component.scrollTop).toBe(0);
    await expect.element(partWith(texts.headline)).toBeInViewport({ ratio: 1 });
  });

  it('is the part that was on top when the briefing was read last', async () => {
    await read({}, { library, prepare: lastAt('sections/0/items/40') });
    await expectOnTop(lineOf(40));
  });

  it('is the top where the part is not there any more', async () => {
    const { component } = await read({}, { library, prepare: lastAt('sections/7/items/40') });
    expect(component.scrollTop).toBe(0);
  });

  it('is remembered when the reader has scrolled', async () => {
    stopTime();
    const { component, desktop } = await read({}, { library });
    await scrollTo(component, lineOf(40));
    vi.runOnlyPendingTimers();
    await expect
      .poll(() => desktop.settings.places)
      .toEqual([{ briefingId: briefingId(1), part: 'sections/0/items/40' }]);
  });

  it('is remembered after scrolling with the wheel', async () => {
    const { component, desktop } = await read({}, { library });
    await userEvent.wheel(component, { delta: { y: 700 }, times: 3 });
    await expect.poll(() => desktop.settings.places.length).toBe(1);
  });

  it('is each briefing’s own, and found again on the way back', async () => {
    stopTime();
    const { component, stores } = await read({}, { library });
    await scrollTo(component, lineOf(40));
    vi.runOnlyPendingTimers();
    await stores.reader.open(briefingId(2));
    await expect.element(article).toHaveAccessibleName('Ferries of Norland, part 2');
    expect(component.scrollTop).toBe(0);
    await scrollTo(component, lineOf(20));
    vi.runOnlyPendingTimers();
    await stores.reader.open(briefingId(1));
    await expectOnTop(lineOf(40));
    await stores.reader.open(briefingId(2));
    await expectOnTop(lineOf(20));
  });

  it('stays what it was when it is only gone back to', async () => {
    stopTime();
    const places = [{ briefingId: briefingId(1), part: 'sections/0/items/40' }];
    const { stores } = await read({}, { library, prepare: lastAt('sections/0/items/40') });
    await expectOnTop(lineOf(40));
    await drawn();
    vi.runOnlyPendingTimers();
    expect(stores.settings.state.get().places).toEqual(places);
  });

  it('is found again after a look at a briefing that cannot be shown', async () => {
    const { stores } = await read({}, { library, prepare: lastAt('sections/0/items/40') });
    await expectOnTop(lineOf(40));
    await stores.reader.open(briefingId(3));
    await expect.element(page.getByRole('alert')).toBeVisible();
    await stores.reader.open(briefingId(1));
    await expect.element(article).toBeVisible();
    await expectOnTop(lineOf(40));
  });

  it('is found again after turning to another briefing and back before it was there', async () => {
    const { desktop, stores } = await read({}, { library, prepare: lastAt('sections/0/items/40') });
    await expectOnTop(lineOf(40));
    const release = desktop.hold('openBriefing');
    const both = [stores.reader.open(briefingId(2)), stores.reader.open(briefingId(1))];
    await expect.element(page.getByRole('status')).toBeVisible();
    release();
    await Promise.all(both);
    await expect.element(article).toBeVisible();
    await expectOnTop(lineOf(40));
  });

  it('stays when the briefing is read anew', async () => {
    const { stores } = await read({}, { library, prepare: lastAt('sections/0/items/40') });
    await expectOnTop(lineOf(40));
    await stores.reader.open(briefingId(1));
    await drawn();
    await expectOnTop(lineOf(40));
  });
});
