import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Settings } from '../../../electron/shared/model/settings.ts';
import '../../../renderer/app-shell.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { mountApp } from '../support/mount.ts';
import { annotation, briefingId, openedBriefing, unreadable } from '../support/stories.ts';
import { footer, headline, notesPane, openApp, press, threeBriefings } from './opened-app.ts';

const library = page.getByRole('region', { name: 'Library' });
const selected = library.getByRole('option', { selected: true });
const reading = page.getByRole('main');
const alert = page.getByRole('alert');
const reason = 'harbour.txt cannot be read. The app has no permission to read it.';

function withSettings(change: Partial<Settings>): (desktop: FakeDesktop) => void {
  return (desktop) => void (desktop.settings = { ...desktop.settings, ...change });
}

describe('the start', () => {
  it('opens the briefing that was open last, and marks it in the list', async () => {
    await openApp({ prepare: withSettings({ lastBriefing: briefingId(2) }) });
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 2');
    await expect.element(selected).toMatchTextContent('Ferries of Norland, part 2');
    await expect.element(selected).toBeInViewport({ ratio: 1 });
  });

  it('brings the last briefing into sight, far down in the list as it may be', async () => {
    const many = Array.from({ length: 90 }, (_, position) => openedBriefing(position + 1));
    await openApp({
      library: many,
      prepare: withSettings({ lastBriefing: briefingId(89) }),
    });
    await expect.element(selected).toMatchTextContent('Ferries of Norland, part 89');
    await expect.element(selected).toBeInViewport({ ratio: 1 });
  });

  it('shows the notes of the briefing that was open last', async () => {
    await openApp({
      prepare: (desktop) => {
        withSettings({ lastBriefing: briefingId(2) })(desktop);
        const mark = annotation(1, { briefingId: briefingId(2), note: 'Call the mayor.' });
        desktop.annotations.set(mark.id, mark);
      },
    });
    await expect.element(notesPane.getByText('Call the mayor.')).toBeVisible();
  });

  it('opens the first briefing where none was open', async () => {
    const { desktop } = await openApp();
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 1');
    await expect.poll(() => desktop.settings.lastBriefing).toBe(briefingId(1));
  });

  it.each([2, 3])('leaves what the reader asks for meanwhile: part %i', async (number) => {
    let letOpen = (): void => undefined;
    const { desktop } = await mountApp({
      library: threeBriefings,
      prepare: (fake) => {
        withSettings({ lastBriefing: briefingId(2) })(fake);
        letOpen = fake.hold('openBriefing');
      },
    });
    await library.getByRole('option', { name: new RegExp(`part ${number}`) }).click();
    letOpen();
    await expect.element(headline).toMatchTextContent(`Ferries of Norland, part ${number}`);
    await expect.poll(() => desktop.inputsOf('countViews')).not.toEqual([]);
    expect(desktop.inputsOf('openBriefing').at(-1)).toEqual({ id: briefingId(number) });
  });

  it('opens the first briefing when the last one is gone, and says nothing of it', async () => {
    await openApp({ prepare: withSettings({ lastBriefing: briefingId(77) }) });
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 1');
    await expect.element(alert).not.toBeInTheDocument();
  });

  it('opens the first briefing when the last one cannot be read any more', async () => {
    await openApp({
      library: [...threeBriefings, unreadable(9, 'harbour.txt', reason)],
      prepare: withSettings({ lastBriefing: briefingId(9) }),
    });
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 1');
  });

  it('remembers the briefing that is opened for the next start', async () => {
    const { desktop } = await openApp();
    await press('j');
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 2');
    await expect.poll(() => desktop.settings.lastBriefing).toBe(briefingId(2));
  });
});

describe('a briefing that cannot be read', () => {
  it('shows the reason at the start, and itself once it can be read', async () => {
    const { desktop } = await mountApp({ library: [unreadable(9, 'harbour.txt', reason)] });
    await expect.element(reading.getByText('This briefing cannot be shown')).toBeVisible();
    await expect.element(alert).toMatchTextContent(reason);
    await expect.element(notesPane.getByText('No briefing is open.')).toBeVisible();
    desktop.changeLibrary({ briefings: [openedBriefing(9, { headline: 'The harbour is deep' })] });
    await reading.getByRole('button', { name: 'Try again' }).click();
    await expect.element(headline).toMatchTextContent('The harbour is deep');
    await expect.element(alert).not.toBeInTheDocument();
  });

  it('shows the reason when it is chosen, and lets the keys go on', async () => {
    await openApp({ library: [...threeBriefings, unreadable(9, 'harbour.txt', reason)] });
    await library.getByRole('option', { name: /^harbour\.txt/ }).click();
    await expect.element(alert).toMatchTextContent(reason);
    await expect.element(headline).not.toBeInTheDocument();
    await expect.element(selected).toMatchTextContent('harbour.txt');
    await press('k');
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 3');
  });

  it('lets F6 get past the text to the notes', async () => {
    await mountApp({ library: [unreadable(9, 'harbour.txt', reason)] });
    await expect.element(alert).toMatchTextContent(reason);
    await library.getByRole('option').click();
    const reached: boolean[] = [];
    for (const keys of ['{F6}', '{F6}']) {
      await press(keys);
      reached.push(notesPane.element().matches(':focus-within'));
    }
    expect(reached).toContain(true);
  });
});

describe('the start of an empty library', () => {
  it('says where to put files, and opens nothing', async () => {
    const { desktop } = await mountApp();
    await expect.element(library.getByText('No briefings here')).toBeVisible();
    await expect.element(library.getByRole('status')).toMatchTextContent('/home/reader/Briefings');
    await expect.element(reading.getByText('Choose a briefing')).toBeVisible();
    await expect.element(notesPane.getByText('No briefing is open.')).toBeVisible();
    expect(desktop.inputsOf('openBriefing')).toEqual([]);
  });

  it('does nothing with the keys of a briefing', async () => {
    const { desktop } = await mountApp();
    await expect.element(library.getByText('No briefings here')).toBeVisible();
    await press('jkbn{ArrowDown}');
    await expect.element(reading.getByText('Choose a briefing')).toBeVisible();
    expect(desktop.calls).toEqual([]);
  });

  it('says nothing of the briefing that was open last in another one', async () => {
    await mountApp({ prepare: withSettings({ lastBriefing: briefingId(77) }) });
    await expect.element(library.getByText('No briefings here')).toBeVisible();
    await expect.element(reading.getByText('Choose a briefing')).toBeVisible();
    await expect.element(alert).not.toBeInTheDocument();
  });
});

describe('the start while the library is looked through', () => {
  const scanning = { kind: 'scanning', done: 0, total: 0, remaining: null } as const;

  it('says so, lists what was found, and opens the first of it', async () => {
    const { desktop } = await mountApp({
      prepare: (fake) => fake.changeLibrary({ activity: scanning }),
    });
    await expect.element(library.getByText('Looking for briefings…')).toBeVisible();
    await expect.element(footer.getByText('Briefings · reading 0 of 0')).toBeVisible();
    await expect.element(alert).not.toBeInTheDocument();
    await expect.element(reading.getByText('Choose a briefing')).toBeVisible();
    desktop.changeLibrary({ briefings: threeBriefings });
    await expect.element(library.getByRole('option')).toHaveLength(3);
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 1');
  });

  it('opens the briefing that was open last from what is known of it', async () => {
    await openApp({
      prepare: (desktop) => {
        withSettings({ lastBriefing: briefingId(3) })(desktop);
        desktop.changeLibrary({
          activity: { kind: 'scanning', done: 1, total: 3, remaining: null },
        });
      },
    });
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 3');
    await expect.element(footer.getByText('Briefings · reading 1 of 3')).toBeVisible();
  });

  it('leaves the open briefing open when the scan has ended', async () => {
    const { desktop } = await openApp({
      prepare: withSettings({ lastBriefing: briefingId(3) }),
    });
    desktop.changeLibrary({
      briefings: [openedBriefing(8), ...threeBriefings],
      activity: { kind: 'idle' },
    });
    await expect.element(library.getByRole('option')).toHaveLength(4);
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 3');
    await expect.element(selected).toMatchTextContent('Ferries of Norland, part 3');
  });
});
