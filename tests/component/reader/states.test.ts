import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mount, mountLoaded } from '../support/mount.ts';
import { briefingId, openedBriefing, unreadable } from '../support/stories.ts';
import { article, texts } from './reading.ts';

const reason = 'harbour.txt cannot be read. The app has no permission to read it.';
const library = [openedBriefing(1), openedBriefing(2), unreadable(3, 'harbour.txt', reason)];
const empty = page.getByRole('heading', { name: 'Choose a briefing' });
const status = page.getByRole('status');
const alert = page.getByRole('alert');
const tryAgain = alert.getByRole('button', { name: 'Try again' });

describe('the reading view before anything is open', () => {
  it('says how to open a briefing', async () => {
    await mount('readout-reading-view', { library });
    await expect.element(empty).toBeVisible();
    await expect.element(page.getByText(/press j to open the next/)).toBeVisible();
    await expect.element(article).not.toBeInTheDocument();
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container } = await mount('readout-reading-view', { library });
    await expect.element(empty).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('a briefing on its way', () => {
  it('is said to be opening, aloud', async () => {
    let release = (): void => undefined;
    const { stores } = await mount('readout-reading-view', {
      library,
      prepare: (desktop: FakeDesktop) => (release = desktop.hold('openBriefing')),
    });
    const opening = stores.reader.open(briefingId(1));
    await expect.element(status).toHaveTextContent('Opening…');
    await expect.element(empty).not.toBeInTheDocument();
    release();
    await opening;
    await expect.element(article).toHaveAccessibleName(texts.headline);
    await expect.element(status).not.toBeInTheDocument();
  });

  it('takes the place of the one that was open', async () => {
    const { desktop, stores } = await mountLoaded('readout-reading-view', {
      library,
      open: briefingId(1),
    });
    await expect.element(article).toBeVisible();
    const release = desktop.hold('openBriefing');
    const opening = stores.reader.open(briefingId(2));
    await expect.element(status).toHaveTextContent('Opening…');
    await expect.element(article).not.toBeInTheDocument();
    release();
    await opening;
    await expect.element(article).toHaveAccessibleName('Ferries of Norland, part 2');
  });

  it('is overtaken by one that is opened later', async () => {
    let release = (): void => undefined;
    const { stores } = await mount('readout-reading-view', {
      library,
      prepare: (desktop: FakeDesktop) => (release = desktop.hold('openBriefing')),
    });
    const both = Promise.all([
      stores.reader.open(briefingId(2)),
      stores.reader.open(briefingId(1)),
    ]);
    release();
    await both;
    await expect.element(article).toHaveAccessibleName(texts.headline);
  });

  it('leaves what is open on the screen while it is only read anew', async () => {
    const { desktop, stores } = await mountLoaded('readout-reading-view', {
      library,
      open: briefingId(1),
    });
    await expect.element(article).toBeVisible();
    const before = article.element();
    desktop.changeLibrary({ briefings: [openedBriefing(1, { headline: 'Ferries stop again' })] });
    await stores.reader.open(briefingId(1));
    await expect.element(article).toHaveAccessibleName('Ferries stop again');
    expect(article.element()).toBe(before);
  });
});

describe('a briefing that cannot be shown', () => {
  it('is said to be so, with the reason', async () => {
    await mountLoaded('readout-reading-view', { library, open: briefingId(3) });
    await expect
      .element(alert.getByRole('heading', { name: 'This briefing cannot be shown' }))
      .toBeVisible();
    await expect.element(alert.getByText(reason)).toBeVisible();
    await expect.element(article).not.toBeInTheDocument();
  });

  it('is shown by the button Try again when that is possible again', async () => {
    const { desktop } = await mountLoaded('readout-reading-view', { open: briefingId(1) });
    await expect
      .element(alert.getByText('This briefing is not in the library any more.'))
      .toBeVisible();
    await tryAgain.click();
    await expect.element(tryAgain).toBeVisible();
    desktop.changeLibrary({ briefings: library });
    await tryAgain.click();
    await expect.element(article).toHaveAccessibleName(texts.headline);
    await expect.element(alert).not.toBeInTheDocument();
  });

  it('gives way to another one', async () => {
    const { stores } = await mountLoaded('readout-reading-view', { library, open: briefingId(3) });
    await expect.element(alert).toBeVisible();
    await stores.reader.open(briefingId(2));
    await expect.element(article).toBeVisible();
    await expect.element(alert).not.toBeInTheDocument();
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container } = await mountLoaded('readout-reading-view', {
      library,
      open: briefingId(3),
    });
    await expect.element(alert).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});
