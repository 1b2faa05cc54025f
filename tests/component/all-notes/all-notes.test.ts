import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../renderer/all-notes/all-notes.ts';
import { NoteRowOpenEvent } from '../../../renderer/all-notes/note-row-events.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { annotation, briefingId, markId } from '../support/stories.ts';
import { expectFocus } from '../shell/opened-app.ts';
import {
  expectCurrent,
  library,
  linesOnScreen,
  listbox,
  mountView,
  notes,
  options,
  press,
  withNotes,
} from './mounted.ts';

const none = { light: [], dark: [] };
const heading = page.getByRole('heading', { level: 1, name: 'All notes' });
const dialog = page.getByRole('dialog', { name: 'Note' });
const words = page.getByRole('searchbox', { name: /^Words/ });

/** Mounts the view over the five notes and waits for its list. */
async function open(more: Parameters<typeof mountView>[1] = {}) {
  const view = await mountView('readout-all-notes', { library, prepare: withNotes, ...more });
  await expect.element(options.first()).toBeVisible();
  const handleOpen = vi.fn();
  const handleLeave = vi.fn();
  view.container.addEventListener(NoteRowOpenEvent.eventName, (event) => {
    if (event instanceof NoteRowOpenEvent) handleOpen(event.briefingId, event.annotationId);
  });
  view.container.addEventListener('notes-view-leave', handleLeave);
  return { ...view, handleOpen, handleLeave };
}

describe('the list of all notes', () => {
  it('groups by briefing, those without one last with a word on why', async () => {
    await open();
    await expect.element(heading).toBeVisible();
    await expect.element(page.getByText('5 notes', { exact: true })).toBeVisible();
    expect(linesOnScreen()).toEqual([
      'A lighthouse is for sale 1',
      'About the whole briefing Who owns it now?',
      'Bakers of Norland raise prices 1',
      'Tickets cost Compare with the bakers of the south.',
      'Ferries return to the northern line 2',
      'About the whole briefing Ask Ask the harbour office about it.',
      'before the winter',
      'Without a briefing 1',
      'what they did The file of this one went away.',
    ]);
    await expect.element(page.getByText(/The files are not in the library any more/)).toBeVisible();
  });

  it('names each row by quote, note, tags, time, colour and group, and tells its place', async () => {
    await open();
    await expect
      .element(options.nth(3))
      .toHaveAccessibleName(
        /^before the winter #harbour 4 Mar, 12:00 yellow, Ferries return to the northern line$/,
      );
    await expect.element(options.nth(3)).toHaveAttribute('aria-posinset', '4');
    await expect.element(options.nth(3)).toHaveAttribute('aria-setsize', '5');
  });

  it('groups by tag, a note under each of its tags', async () => {
    await open();
    await page.getByRole('radio', { name: 'Tag' }).click({ force: true });
    await expect.element(page.getByText('6 rows', { exact: true })).toBeVisible();
    await expect
      .poll(() => linesOnScreen().filter((line) => /^\S+ \d$/.test(line)))
      .toEqual(['energy 1', 'energy/grid 1', 'harbour 2']);
    await expect.element(options.first()).toMatchTextContent('A lighthouse is for sale');
    listbox.element().scrollTop = 10_000;
    await expect.poll(linesOnScreen).toContain('Without a tag 2');
    await expect.element(options.last()).toMatchTextContent('without a briefing');
  });

  it('groups by the day of the last change, the newest first', async () => {
    await open({ size: { width: 900, height: 1000 } });
    await page.getByRole('radio', { name: 'Day' }).click({ force: true });
    await expect
      .poll(() => linesOnScreen().filter((line) => / 2026 \d$/.test(line)))
      .toEqual([
        'Wednesday 4 March 2026 2',
        'Sunday 1 March 2026 1',
        'Wednesday 11 February 2026 1',
        'Wednesday 7 January 2026 1',
      ]);
  });

  it('changes the grouping with the arrow keys', async () => {
    const { noteList } = await open();
    page.getByRole('radio', { name: 'Briefing' }).element().focus();
    await press('{ArrowRight}');
    await expect.poll(() => noteList.state.get().query.group).toBe('tag');
    await press('{ArrowRight}');
    await expect.poll(() => noteList.state.get().query.group).toBe('day');
    await expect.element(page.getByRole('radio', { name: 'Day' })).toBeChecked();
  });

  it('opens the row that is clicked', async () => {
    const { handleOpen } = await open();
    await options.nth(1).click();
    await expect.poll(() => handleOpen.mock.calls).toEqual([[briefingId(2), markId(3)]]);
  });

  it('moves and opens with the keys alone, and leaves with Escape', async () => {
    const { component, handleLeave, handleOpen } = await open();
    component.focus();
    await expectFocus(listbox);
    await expectCurrent(1);
    await press('{ArrowDown}{ArrowDown}');
    await expectCurrent(3);
    await press('{Enter}');
    await expect.poll(() => handleOpen.mock.calls).toEqual([[briefingId(1), markId(1)]]);
    await press('{End}');
    await expectCurrent(5);
    await press('{ArrowDown}');
    await expectCurrent(5);
    await press('{Home}{ArrowUp}');
    await expectCurrent(1);
    expect(handleLeave).not.toHaveBeenCalled();
    await press('{Escape}');
    expect(handleLeave).toHaveBeenCalledOnce();
  });

  it('comes back to the row where the reader was', async () => {
    const { component, container } = await open({ size: { width: 900, height: 420 } });
    component.focus();
    await expectFocus(listbox);
    await press('{End}');
    await expectCurrent(5);
    component.remove();
    container.append(document.createElement('readout-all-notes'));
    await expectCurrent(5);
  });

  it('stays with a note whose place in the list changes', async () => {
    const { component, desktop } = await open();
    component.focus();
    await expectFocus(listbox);
    await press('{ArrowDown}');
    await expectCurrent(2);
    desktop.annotations.set(markId(8), annotation(8, { briefingId: briefingId(3) }));
    desktop.send('notesChanged', { briefingIds: [briefingId(3)] });
    await expectCurrent(3);
    await expect.element(page.getByText('6 notes', { exact: true })).toBeVisible();
  });

  it('shows what looks like HTML as text, and Arabic from right to left', async () => {
    await mountView('readout-all-notes', {
      library,
      prepare: ({ annotations }) => {
        const note = 'عودة <img src=x onerror="window.broken = true"> العبّارات';
        annotations.set(markId(1), annotation(1, { note }));
      },
    });
    await expect.element(options.first().getByText(/العبّارات/)).toBeVisible();
    expect(listbox.element().querySelector('img')).toBeNull();
    const shown = listbox.element().querySelector('.note');
    expect(shown && getComputedStyle(shown).direction).toBe('rtl');
  });

  it('keeps long quotes, notes, tags and headlines inside of their row', async () => {
    const long = 'Norland and its harbours '.repeat(60);
    await mountView('readout-all-notes', {
      library: [library[0], library[1]].flatMap((one) => one ?? []),
      prepare: ({ annotations }) => {
        const [first] = notes;
        if (first === undefined) return;
        const target = { kind: 'part', part: 'dek', quote: long } as const;
        const tags = Array.from({ length: 40 }, (_, index) => `harbour/${index}`);
        annotations.set(first.id, { ...first, target, tags, note: long });
      },
    });
    await expect.element(options.first()).toBeVisible();
    const row = options.first().element();
    const { bottom, right } = row.getBoundingClientRect();
    for (const part of row.querySelectorAll('.content, .details, time')) {
      expect(part.getBoundingClientRect().bottom).toBeLessThanOrEqual(bottom);
      expect(part.getBoundingClientRect().right).toBeLessThanOrEqual(right);
    }
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container, component } = await open();
    component.focus();
    await expectFocus(listbox);
    await expectCurrent(1);
    expect(await faultsInThemes(container)).toEqual(none);
  });
});

describe('a note without a briefing', () => {
  it('is shown whole in a dialog, can be copied, and gives the focus back', async () => {
    const { component, container, desktop, handleOpen } = await open();
    component.focus();
    await expectFocus(listbox);
    await press('{End}{Enter}');
    await expect.element(dialog).toBeVisible();
    expect(handleOpen).not.toHaveBeenCalled();
    await expect.element(page.getByText('what they did').last()).toBeVisible();
    await expect.element(page.getByText(/cannot be opened/)).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.element(page.getByText('Copied')).toBeVisible();
    expect(desktop.calls).toEqual([
      `copyText “what they did”\n\nThe file of this one went away.\n\n${briefingId(9)}`,
    ]);
    await press('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expectFocus(listbox);
  });
});

describe('the filter', () => {
  it('finds words, and tells how many notes have them', async () => {
    await open();
    await words.fill('bakers');
    await expect.element(page.getByText('1 note found')).toBeVisible();
    expect(linesOnScreen()).toHaveLength(2);
    await press('{Enter}');
    await expectFocus(listbox);
  });

  it('empties its field with the first Escape and goes to the list with the next', async () => {
    await open();
    await words.fill('bakers');
    await expect.element(page.getByText('1 note found')).toBeVisible();
    await press('{Escape}');
    await expect.element(page.getByText('5 notes', { exact: true })).toBeVisible();
    await expectFocus(words);
    await press('{Escape}');
    await expectFocus(listbox);
  });

  it('shows the notes of any of the colours that are pressed', async () => {
    await open();
    const pink = page.getByRole('button', { name: 'Pink' });
    await pink.click();
    await expect.element(page.getByText('1 note found')).toBeVisible();
    await expect.element(pink).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'Yellow' }).click();
    await expect.element(page.getByText('2 notes found')).toBeVisible();
    await pink.click();
    await expect.element(page.getByText('1 note found')).toBeVisible();
    await expect.element(options.first()).toMatchTextContent('before the winter');
  });

  it('calls the colours what the reader calls them', async () => {
    const { stores } = await open();
    const { colorNames } = stores.settings.state.get();
    await stores.settings.change({ colorNames: { ...colorNames, pink: 'To check' } });
    await page.getByRole('button', { name: 'To check' }).click();
    await expect.element(page.getByText('1 note found')).toBeVisible();
    await expect.element(options.first()).toHaveAccessibleName(/pink: To check, Bakers/);
  });

  it('shows the notes with a tag, whatever its case, or one inside of it', async () => {
    const { noteList } = await open();
    const field = page.getByRole('combobox', { name: 'Tags' });
    await field.click();
    await userEvent.keyboard('ENERGY{Enter}');
    await expect.element(page.getByText('2 notes found')).toBeVisible();
    expect(noteList.state.get().query.tags).toEqual(['energy']);
    await userEvent.keyboard('harb{ArrowDown}{Enter}');
    await expect.element(page.getByText('1 note found')).toBeVisible();
    await page.getByRole('button', { name: 'Remove the tag energy' }).click();
    await expect.element(page.getByText('2 notes found')).toBeVisible();
  });

  it('says that nothing matches, and clears all of it but the grouping', async () => {
    const { container, noteList } = await open();
    await page.getByRole('radio', { name: 'Day' }).click({ force: true });
    await page.getByRole('button', { name: 'Blue' }).click();
    await expect.element(page.getByText('No note matches')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual(none);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.element(options.first()).toBeVisible();
    await expectFocus(words);
    expect(noteList.state.get().query).toEqual({ words: '', colors: [], tags: [], group: 'day' });
    await expect.element(page.getByRole('button', { name: 'Clear' })).not.toBeInTheDocument();
  });

  it('begins another list at its top', async () => {
    const { component } = await open({ size: { width: 900, height: 420 } });
    component.focus();
    await expectFocus(listbox);
    await press('{End}');
    await expectCurrent(5);
    await page.getByRole('radio', { name: 'Day' }).click({ force: true });
    await expect.poll(() => linesOnScreen()[0]).toMatch(/^Wednesday 4 March 2026/);
    expect(listbox.element().scrollTop).toBe(0);
  });
});

describe('no notes at all', () => {
  it('says how to make one, and has nothing to filter', async () => {
    const { container } = await mountView('readout-all-notes', { library });
    await expect.element(page.getByText('No notes yet')).toBeVisible();
    await expect.element(page.getByText(/select a passage/)).toBeVisible();
    await expect.element(words).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Tags…' })).toBeDisabled();
    expect(await faultsInThemes(container)).toEqual(none);
  });

  it('gives way to the list with the first note', async () => {
    const { desktop } = await mountView('readout-all-notes', { library });
    await expect.element(page.getByText('No notes yet')).toBeVisible();
    withNotes(desktop);
    desktop.send('notesChanged', { briefingIds: [briefingId(1)] });
    await expect.element(options.first()).toBeVisible();
    await expect.element(words).toBeVisible();
  });
});

describe.each([
  ['the smallest window with both panes', { width: 200, height: 500 }, 100],
  ['a window of 800 × 600', { width: 800, height: 520 }, 100],
  ['the same at 200 % of its size', { width: 400, height: 224 }, 100],
  ['text of 200 %', { width: 800, height: 520 }, 200],
  ['text of 250 %', { width: 420, height: 520 }, 250],
])('in %s', (_what, size, textSize) => {
  it('nothing is cut off at the side, and every row can be reached', async () => {
    const { component, container } = await open({
      size,
      prepare: (desktop) => {
        withNotes(desktop);
        desktop.settings = { ...desktop.settings, textSize };
      },
    });
    const scroller = listbox.element();
    expect(scroller.scrollWidth).toBeLessThanOrEqual(scroller.clientWidth);
    for (const control of component.shadowRoot?.querySelectorAll('header *') ?? []) {
      expect(control.getBoundingClientRect().right).toBeLessThanOrEqual(size.width + 8);
    }
    component.focus();
    await expectFocus(listbox);
    for (let place = 1; place <= 5; place += 1) {
      if (place > 1) await press('{ArrowDown}');
      await expect
        .element(listbox.getByRole('option', { selected: true }))
        .toHaveAttribute('aria-posinset', `${place}`);
      await expect.element(listbox.getByRole('option', { selected: true })).toBeInViewport();
    }
    for (const row of options.elements()) {
      const [content, details] = [...row.querySelectorAll('.content, .details')];
      expect(content?.getBoundingClientRect().bottom).toBeLessThanOrEqual(
        (details?.getBoundingClientRect().top ?? 0) + 1,
      );
    }
    expect(await faultsInThemes(container)).toEqual(none);
  });
});
