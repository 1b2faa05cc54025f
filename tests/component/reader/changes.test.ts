import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Briefing } from '../../../electron/shared/model/briefing.ts';
import type { OpenedBriefing } from '../../../electron/shared/model/listing.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { expectFocus, noteField, openApp, press } from '../shell/opened-app.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { annotation, briefing, briefingId, openedBriefing, section } from '../support/stories.ts';
import {
  article,
  drawn,
  lineOf,
  longSection,
  partWith,
  read,
  texts,
  textOf,
  withMarks,
} from './reading.ts';

const banner = article.getByRole('note', { name: 'Changes of the file' });
const dialog = page.getByRole('dialog', { name: 'Changes since you read it' });
/** What the dialog lists. */
const list = page.getByRole('list', { name: 'Changes' });
const yesterday = Date.now() - 86_400_000;

const reworded = 'The ferry runs again on Sundays.';

/** The first briefing, whose file says `now` since it was read. */
function changedBriefing(now: Partial<Briefing>): OpenedBriefing {
  const lastRead = { briefing: briefing(1), readAt: yesterday };
  return openedBriefing(1, now, { fingerprint: 'c'.repeat(64) }, { lastRead });
}

const overview = section('Overview', reworded, 'Wholly other words about nothing at all.');
const changes = {
  sections: [overview, section('Reactions', 'The mayor called it a good morning for the islands.')],
};

/** Lets the first briefing's file be another one, under the eyes of the reader. */
function change(desktop: FakeDesktop, now: Partial<Briefing>, number = 1): void {
  const opened = openedBriefing(number, now, { fingerprint: 'd'.repeat(64) });
  desktop.changeLibrary({ briefings: [opened] });
  desktop.send('briefingsChanged', { changed: [briefingId(number)], moved: [] });
}

describe('a file that changed since it was read', () => {
  it('is said to have, with what changed', async () => {
    await read({}, { library: [changedBriefing(changes)] });
    await expect
      .element(banner)
      .toMatchTextContent('Changed on disk since you read it: 1 bullet changed, 1 new, 1 dropped.');
  });

  it('shows what is new, changed and dropped, word by word, and leads there', async () => {
    await read({}, { library: [changedBriefing(changes)] });
    await banner.getByRole('button', { name: 'Show changes' }).click();
    const items = list.getByRole('listitem');
    await expect.element(items).toHaveLength(3);
    await expect.element(list.getByRole('deletion').nth(0)).toHaveTextContent('weekdays');
    await expect.element(list.getByRole('insertion').nth(0)).toHaveTextContent('Sundays');
    await expect.element(items.nth(1)).toMatchTextContent('Dropped');
    await expect.element(items.nth(2)).toMatchTextContent('New');
    await list.getByRole('button', { name: 'Go to it: Overview, bullet 2' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(partWith('Wholly other words about nothing at all.')).toHaveFocus();
  });

  it('leads to where something was that is dropped', async () => {
    await read({}, { library: [changedBriefing(changes)] });
    await banner.getByRole('button', { name: 'Show changes' }).click();
    await list.getByRole('button', { name: /^Go to where it was/ }).click();
    await expect.element(partWith(reworded)).toHaveFocus();
  });

  it('is taken as read by the button, and the focus stays in the text', async () => {
    const { component, desktop } = await read({}, { library: [changedBriefing(changes)] });
    await banner.getByRole('button', { name: 'Keep this version' }).click();
    await expect.element(banner).not.toBeInTheDocument();
    expect(desktop.inputsOf('keepVersion')).toEqual([{ id: briefingId(1) }]);
    await expect.poll(() => component.contains(document.activeElement)).toBe(true);
  });

  it('may have the same text', async () => {
    await read({}, { library: [changedBriefing({})] });
    await expect.element(banner).toMatchTextContent('its text did not');
    await expect
      .element(banner.getByRole('button', { name: 'Show changes' }))
      .not.toBeInTheDocument();
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container } = await read({}, { library: [changedBriefing(changes)] });
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
    await banner.getByRole('button', { name: 'Show changes' }).click();
    await expect.element(dialog).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('a file that changes while it is read', () => {
  const long = { sections: [longSection] };
  /** The same with other lines before, and one that is dropped. */
  const later = {
    sections: [
      section(
        'Timetable',
        'A new line.',
        'Another.',
        ...longSection.items.slice(0, 79).map(({ text }) => text),
      ),
    ],
  };

  it('is shown as it is now, and says aloud what changed', async () => {
    const { desktop } = await read();
    change(desktop, changes);
    await expect.element(textOf(reworded)).toBeVisible();
    await expect.element(banner).toMatchTextContent('1 bullet changed, 1 new, 1 dropped');
    await expect
      .element(page.getByText(/^Changed on disk since you read it/).first())
      .toBeInTheDocument();
  });

  it('leaves the reader at their place', async () => {
    const { component, desktop } = await read(long);
    const top = (): number => textOf(lineOf(40)).element().getBoundingClientRect().top;
    component.scrollTop += top() - component.getBoundingClientRect().top - 61;
    await drawn();
    const before = top();
    change(desktop, later);
    await expect.element(textOf('A new line.')).toBeInTheDocument();
    await drawn();
    expect(Math.abs(top() - before)).toBeLessThan(2);
  });

  it('leaves the focus on the part that has it', async () => {
    const { desktop, stores } = await read(long);
    await textOf(lineOf(10)).click();
    await expect.element(partWith(lineOf(10))).toHaveFocus();
    change(desktop, later);
    await expect.element(textOf('A new line.')).toBeInTheDocument();
    await expect.element(partWith(lineOf(10))).toHaveFocus();
    expect(stores.reader.state.get()).toMatchObject({ part: 'sections/0/items/12' });
  });

  it('goes to the nearest part where the reader’s own is dropped', async () => {
    const { desktop } = await read(long);
    await textOf(lineOf(10)).click();
    const texts = longSection.items.map(({ text }) => text).toSpliced(10, 1);
    change(desktop, { sections: [section('Timetable', ...texts)] });
    await expect.element(textOf(lineOf(10))).not.toBeInTheDocument();
    await expect.element(partWith(lineOf(9))).toHaveFocus();
  });

  it('keeps highlights, and leaves a half-typed note as it is', async () => {
    const target = { kind: 'part', part: 'dek', quote: texts.dek } as const;
    const { desktop, component } = await openApp(withMarks(annotation(1, { target, note: '' })));
    await textOf(texts.dek).click();
    await press('n');
    await expectFocus(noteField);
    await press('Half a wo');
    change(desktop, changes);
    await expect.element(textOf(reworded)).toBeVisible();
    await expectFocus(noteField);
    await press('rd');
    await expect.element(noteField).toHaveValue('Half a word');
    expect(component.isConnected).toBe(true);
  });

  it('leaves the list of all notes open over it', async () => {
    const { desktop, stores } = await openApp();
    stores.screen.show('all-notes');
    const allNotes = page.getByRole('heading', { level: 1, name: 'All notes' });
    await expect.element(allNotes).toBeVisible();
    change(desktop, changes);
    await expect.element(page.getByText(reworded)).toBeInTheDocument();
    await expect.element(allNotes).toBeVisible();
  });

  it('that moves is followed in silence, and so is a half-typed note', async () => {
    const { desktop } = await openApp();
    await textOf(texts.dek).click();
    await press('n');
    await expectFocus(noteField);
    await press('Half a wo');
    const moved = openedBriefing(
      7,
      { headline: 'Ferries of Norland, part 1' },
      { fingerprint: '1'.padStart(64, 'f') },
    );
    desktop.changeLibrary({ briefings: [moved, openedBriefing(2)] });
    desktop.send('briefingsChanged', {
      changed: [],
      moved: [{ from: briefingId(1), to: briefingId(7) }],
    });
    await expect.element(article.getByText('ferries-7.txt')).toBeInTheDocument();
    await expectFocus(noteField);
    await press('rd{Control>}{Enter}{/Control}');
    await expect
      .poll(() => [...desktop.annotations.values()].at(-1))
      .toMatchObject({ briefingId: briefingId(7), note: 'Half a word' });
    await expect.element(banner).not.toBeInTheDocument();
  });

  it('that is gone leaves its text, and says so', async () => {
    const { desktop } = await read();
    desktop.changeLibrary({ briefings: [] });
    desktop.send('briefingsChanged', { changed: [briefingId(1)], moved: [] });
    await expect
      .element(article.getByRole('note'))
      .toMatchTextContent('This briefing is not in the library any more.');
    await expect.element(textOf(texts.bullet)).toBeVisible();
    change(desktop, {});
    await expect.element(article.getByText('not in the library')).not.toBeInTheDocument();
  });
});

describe('what was kept of a file', () => {
  it('is said to be so', async () => {
    const kept = 'The disk with this file is not connected; this is what Readout kept of it.';
    await read({}, { library: [openedBriefing(1, {}, {}, { kept })] });
    await expect.element(article.getByRole('note').getByText(kept)).toBeVisible();
  });
});

describe('the other files with the same story', () => {
  it('are listed at the end, and opened from there', async () => {
    const copies = [{ id: briefingId(2), path: '/home/reader/Again/ferries.txt' }];
    const library = [openedBriefing(1, {}, {}, { copies }), openedBriefing(2)];
    await read({}, { library });
    await expect.element(article).toMatchTextContent('The same story is in 1 other file:');
    await article.getByRole('button', { name: '/home/reader/Again/ferries.txt' }).click();
    await expect.element(article).toHaveAccessibleName('Ferries of Norland, part 2');
  });
});
