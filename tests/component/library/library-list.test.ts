import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../renderer/library/library-pane.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mountLoaded } from '../support/mount.ts';
import {
  annotation,
  bookmark,
  briefingId,
  openedBriefing,
  unreadable,
} from '../support/stories.ts';

const size = { width: 300, height: 700 };

function on(day: string) {
  return { date: { value: day, provenance: 'caption' as const, evidence: null } };
}

const library = [
  openedBriefing(1, { headline: 'Ferries return to the northern line', ...on('2026-03-04') }),
  openedBriefing(2, { headline: 'Bakers of Norland raise prices', ...on('2026-03-04') }),
  openedBriefing(3, { headline: 'A lighthouse is for sale', ...on('2026-03-01') }),
  openedBriefing(4, { headline: 'A map nobody dated', date: null }),
];

const listbox = page.getByRole('listbox', { name: 'Briefings' });
const options = listbox.getByRole('option');

/** The lines of the list from top to bottom, day headings included, as a sighted reader has them. */
function linesOnScreen(): readonly string[] {
  return [...listbox.element().querySelectorAll('.day, .headline')]
    .toSorted((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
    .map((line) => line.textContent.trim());
}

async function selectedHeadline(): Promise<string> {
  await expect.element(listbox.getByRole('option', { selected: true })).toBeVisible();
  const selected = listbox.getByRole('option', { selected: true }).element();
  return selected.querySelector('.headline')?.textContent ?? '';
}

describe('the list of briefings', () => {
  it('groups briefings by day, the newest day first, the undated ones last', async () => {
    await mountLoaded('readout-library-pane', { library, size });
    await expect.element(options.first()).toBeVisible();
    expect(linesOnScreen()).toEqual([
      'Wednesday 4 March 2026',
      'Bakers of Norland raise prices',
      'Ferries return to the northern line',
      'Sunday 1 March 2026',
      'A lighthouse is for sale',
      'Undated',
      'A map nobody dated',
    ]);
  });

  it('names each row by its headline, its source and its day', async () => {
    await mountLoaded('readout-library-pane', { library, size });
    await expect
      .element(options.nth(2))
      .toHaveAccessibleName('A lighthouse is for sale Harbour Post Sunday 1 March 2026');
    await expect
      .element(options.nth(3))
      .toHaveAccessibleName('A map nobody dated Harbour Post undated');
  });

  it('shows the file’s name where a briefing names no source', async () => {
    await mountLoaded('readout-library-pane', {
      library: [openedBriefing(7, { source: null })],
      size,
    });
    await expect.element(options.first()).toMatchTextContent('ferries-7.txt');
  });

  it('opens the briefing that is clicked and marks its row', async () => {
    const { stores } = await mountLoaded('readout-library-pane', { library, size });
    await listbox.getByRole('option', { name: /lighthouse/ }).click();
    await expect.poll(selectedHeadline).toBe('A lighthouse is for sale');
    expect(stores.reader.id).toBe(briefingId(3));
    expect(listbox.getByRole('option', { selected: true }).elements()).toHaveLength(1);
  });

  it('shows the selected row by more than its colour', async () => {
    await mountLoaded('readout-library-pane', { library, size, open: briefingId(3) });
    await expect.element(listbox.getByRole('option', { selected: true })).toBeVisible();
    const selected = listbox.getByRole('option', { selected: true }).element();
    const other = listbox.getByRole('option', { selected: false }).first().element();
    const barOf = (row: Element) => getComputedStyle(row).borderInlineStartColor;
    expect(barOf(other)).toBe('rgba(0, 0, 0, 0)');
    expect(barOf(selected)).not.toBe(barOf(other));
  });

  it('tells how many notes and bookmarks a briefing has, and follows when that changes', async () => {
    const { desktop, stores } = await mountLoaded('readout-library-pane', {
      library,
      size,
      prepare: ({ annotations, bookmarks }) => {
        for (const mark of [annotation(1), annotation(2)]) annotations.set(mark.id, mark);
        bookmarks.set(bookmark(3).id, bookmark(3));
      },
    });
    const row = listbox.getByRole('option', { name: /Ferries return/ });
    await expect.element(row).toMatchTextContent('Harbour Post · 2 notes · 1 bookmark');
    await expect.element(options.first()).not.toMatchTextContent(/note|bookmark/);

    await desktop.api.removeAnnotation({ id: annotation(2).id });
    await expect.element(row).toMatchTextContent('Harbour Post · 1 note · 1 bookmark');
    await stores.reader.open(briefingId(2));
    await stores.notes.toggleBookmark({ kind: 'briefing' });
    await expect.element(options.first()).toMatchTextContent('Harbour Post · 1 bookmark');
  });

  it('says of a file that cannot be read why that is so', async () => {
    const reason = 'harbour.txt cannot be read. The app has no permission to read it.';
    await mountLoaded('readout-library-pane', {
      library: [...library, unreadable(9, 'harbour.txt', reason)],
      size,
    });
    const row = listbox.getByRole('option', { name: /^harbour\.txt/ });
    await expect.element(row).toMatchTextContent(reason);
    await expect.element(row.getByText(reason)).toBeVisible();
  });

  it('shows all of the reason in its row, long as a usual one is', async () => {
    const reason =
      '/home/reader/Briefings/harbour.txt cannot be read. The app has no permission to read it.';
    await mountLoaded('readout-library-pane', {
      library: [unreadable(9, 'harbour.txt', reason)],
      size,
    });
    await expect.element(options.first()).toBeVisible();
    const row = options.first().element();
    const details = row.querySelector('.details');
    expect(details?.scrollHeight).toBeLessThanOrEqual(details?.clientHeight ?? 0);
    expect(details?.getBoundingClientRect().bottom).toBeLessThanOrEqual(
      row.getBoundingClientRect().bottom,
    );
  });

  it('shows what looks like HTML in a headline as text', async () => {
    const headline = 'Prices <img src=x onerror="window.broken = true"> rise & fall';
    await mountLoaded('readout-library-pane', { library: [openedBriefing(1, { headline })], size });
    await expect.element(options.first().getByText(headline)).toBeVisible();
    expect(listbox.element().querySelector('img')).toBeNull();
    expect('broken' in window).toBe(false);
  });

  it('sets Arabic headlines from right to left', async () => {
    await mountLoaded('readout-library-pane', {
      library: [openedBriefing(1, { headline: 'عودة العبّارات إلى الخط الشمالي' })],
      size,
    });
    const headline = options.first().getByText(/عودة العبّارات/);
    await expect.element(headline).toBeVisible();
    expect(getComputedStyle(headline.element()).direction).toBe('rtl');
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container } = await mountLoaded('readout-library-pane', {
      library: [...library, unreadable(9, 'harbour.txt', 'It cannot be read.')],
      size,
      open: briefingId(1),
      prepare: ({ annotations }) => annotations.set(annotation(1).id, annotation(1)),
    });
    await expect.element(listbox.getByRole('option', { selected: true })).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('the keys of the list', () => {
  it('moves from briefing to briefing with the arrow keys, over day headings', async () => {
    const { component } = await mountLoaded('readout-library-pane', {
      library,
      size,
      open: briefingId(2),
    });
    component.focus();
    expect(listbox.element().matches(':focus')).toBe(true);
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selectedHeadline).toBe('Ferries return to the northern line');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selectedHeadline).toBe('A lighthouse is for sale');
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(selectedHeadline).toBe('Ferries return to the northern line');
  });

  it('goes to the ends with Home and End and stays there', async () => {
    const { component } = await mountLoaded('readout-library-pane', {
      library,
      size,
      open: briefingId(3),
    });
    component.focus();
    await userEvent.keyboard('{End}');
    await expect.poll(selectedHeadline).toBe('A map nobody dated');
    await userEvent.keyboard('{ArrowDown}{Home}');
    await expect.poll(selectedHeadline).toBe('Bakers of Norland raise prices');
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(selectedHeadline).toBe('Bakers of Norland raise prices');
  });

  it('opens the first briefing where none is open', async () => {
    const { component } = await mountLoaded('readout-library-pane', { library, size });
    component.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selectedHeadline).toBe('Bakers of Norland raise prices');
  });

  it('names the selected row as the active one, for screen readers', async () => {
    await mountLoaded('readout-library-pane', { library, size, open: briefingId(3) });
    const selected = listbox.getByRole('option', { selected: true });
    await expect.element(selected).toBeVisible();
    const { id } = selected.element();
    await expect.element(listbox).toHaveAttribute('aria-activedescendant', id);
  });

  it('leaves keys with Ctrl, Alt and Meta to others', async () => {
    const { component, stores } = await mountLoaded('readout-library-pane', {
      library,
      size,
      open: briefingId(2),
    });
    component.focus();
    await userEvent.keyboard('{Control>}{ArrowDown}{/Control}{Alt>}{ArrowDown}{/Alt}');
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(selectedHeadline).toBe('Ferries return to the northern line');
    expect(stores.reader.id).toBe(briefingId(1));
  });
});
