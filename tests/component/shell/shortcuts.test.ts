import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { furtherKeys, shortcuts } from '../../../renderer/shell/shortcuts.ts';
import {
  expectFocus,
  headline,
  message,
  noteField,
  notesPane,
  openApp,
  press,
  writeNote,
} from './opened-app.ts';

const search = page.getByRole('combobox', { name: 'Search briefings' });
const library = page.getByRole('region', { name: 'Library' });
const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const exporter = page.getByRole('dialog', { name: 'Export notes' });
const listbox = page.getByRole('listbox', { name: 'Briefings' });
const firstBullet = page.getByRole('listitem').filter({ hasText: 'The ferry runs again' });

async function expectHeadline(part: number): Promise<void> {
  await expect.element(headline).toMatchTextContent(`Ferries of Norland, part ${part}`);
}

describe('the shortcuts', () => {
  it('j and k open the next and the previous briefing, and stop at the ends', async () => {
    await openApp();
    await press('j');
    await expectHeadline(2);
    await press('j');
    await expectHeadline(3);
    await press('j');
    await press('k');
    await expectHeadline(2);
    await press('k');
    await expectHeadline(1);
  });

  it('j goes on while it is held down, b does not', async () => {
    const { desktop } = await openApp();
    await press('{j>3/}');
    await expectHeadline(3);
    await press('{b>3/}');
    await expect.poll(() => desktop.bookmarks.size).toBe(1);
    expect(desktop.calls).toEqual(['addBookmark']);
  });

  it('the arrows go from part to part', async () => {
    await openApp();
    await press('{ArrowDown}');
    await expectFocus(headline);
    await press('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expectFocus(firstBullet);
    await press('{ArrowUp}');
    await expectFocus(page.getByRole('heading', { level: 2, name: /^Overview/ }));
  });

  it('Escape leaves the part: what follows is about the briefing', async () => {
    await openApp();
    await headline.click();
    await press('{Escape}b');
    await expect.element(message.getByText('Bookmarked this briefing')).toBeVisible();
  });

  it('/ goes to the search field, Enter from there to the list', async () => {
    await openApp();
    await press('/');
    await expectFocus(search);
    await userEvent.keyboard('part 2');
    await expect.element(listbox.getByRole('option')).toHaveLength(1);
    await press('{Enter}');
    await expectFocus(listbox);
  });

  it('e opens the export', async () => {
    await openApp();
    await press('e');
    await expect.element(exporter).toBeVisible();
  });

  it('? opens the sheet of shortcuts', async () => {
    await openApp();
    await press('{Shift>}?{/Shift}');
    await expect.element(sheet).toBeVisible();
  });

  it('[ and ] hide and show the side panes', async () => {
    await openApp();
    await press('[[');
    await expect.element(library).not.toBeInTheDocument();
    await press('[[');
    await expect.element(library).toBeVisible();
    await press(']');
    await expect.element(notesPane).not.toBeInTheDocument();
    await press(']');
    await expect.element(notesPane).toBeVisible();
  });

  it('Ctrl with +, - and 0 changes the size of the text, while typing too', async () => {
    const { desktop } = await openApp();
    await press('{Control>}={/Control}');
    await expect.poll(() => desktop.settings.textSize).toBe(110);
    await writeNote('A word');
    await press('{Control>}-{/Control}{Control>}-{/Control}');
    await expect.poll(() => desktop.settings.textSize).toBe(90);
    await press('{Control>}0{/Control}');
    await expect.poll(() => desktop.settings.textSize).toBe(100);
    await expect.element(noteField).toHaveValue('A word');
  });

  it('Ctrl and + is understood with Shift and without, as keyboards differ', async () => {
    const { desktop } = await openApp();
    await press('{Control>}{Shift>}+{/Shift}{/Control}');
    await expect.poll(() => desktop.settings.textSize).toBe(110);
    await press('{Control>}+{/Control}');
    await expect.poll(() => desktop.settings.textSize).toBe(120);
  });

  it('h and Shift+H go from highlight to highlight, Enter into the text, 1 to 5 colour', async () => {
    const { desktop } = await openApp();
    await firstBullet.click();
    await press('2{ArrowUp}3{Escape}');
    await expect.poll(() => desktop.annotations.size).toBe(2);
    await press('hh');
    await expectFocus(firstBullet);
    await press('{Shift>}h{/Shift}');
    await expectFocus(page.getByRole('heading', { level: 2, name: /^Overview/ }));
    await press('{Enter}');
    await expect.element(page.getByText('Caret mode', { exact: true })).toBeInTheDocument();
  });

  it('t tags a part, and stores nothing before there is a tag', async () => {
    const { desktop } = await openApp();
    await firstBullet.click();
    await press('t');
    await expect.poll(() => notesPane.element().matches(':focus-within')).toBe(true);
    expect(desktop.calls).toEqual([]);
  });

  it('F6 goes from the list to the text, to the notes, and round again', async () => {
    await openApp();
    await page.getByRole('option', { selected: true }).click();
    await press('{F6}');
    await expectFocus(headline);
    await press('{F6}');
    await expect.poll(() => notesPane.element().matches(':focus-within')).toBe(true);
    await press('{F6}');
    await expectFocus(listbox);
  });

  it('n while a part has a note goes on with it, and c without a selection copies nothing', async () => {
    const { desktop } = await openApp();
    await headline.click();
    await writeNote('Once');
    await press('{Escape}');
    await press('c');
    await press('n');
    await expect.element(noteField).toHaveValue('Once');
    expect(desktop.calls.filter((call) => call.startsWith('copyText'))).toEqual([]);
  });
});

describe('commands of the menu', () => {
  it('do what the keys do', async () => {
    const { desktop } = await openApp();
    desktop.send('command', 'next-briefing');
    await expectHeadline(2);
    desktop.send('command', 'shortcuts');
    await expect.element(sheet).toBeVisible();
  });

  it('go from highlight to highlight and tag, too', async () => {
    const { desktop } = await openApp();
    await firstBullet.click();
    await press('1{Escape}{Escape}');
    await expect.poll(() => desktop.annotations.size).toBe(1);
    desktop.send('command', 'next-highlight');
    await expectFocus(firstBullet);
    desktop.send('command', 'previous-highlight');
    await expectFocus(firstBullet);
    desktop.send('command', 'write-tags');
    await expect.poll(() => notesPane.element().matches(':focus-within')).toBe(true);
    expect(desktop.annotations.size).toBe(1);
  });
});

describe('while one types', () => {
  it('letters go into the search field and do nothing else', async () => {
    const { desktop } = await openApp();
    await press('/');
    await userEvent.keyboard('jkbnehHt?/[[]c1,.<>');
    await expect.element(search).toHaveValue('jkbnehHt?/[]c1,.<>');
    await expectHeadline(1);
    expect(desktop.calls).toEqual([]);
    await expect.element(sheet).not.toBeInTheDocument();
    await expect.element(exporter).not.toBeInTheDocument();
  });

  it('letters go into the note and do nothing else', async () => {
    const { desktop } = await openApp();
    await writeNote('jkbne?/c1');
    await expect.element(noteField).toHaveValue('jkbne?/c1');
    await expectHeadline(1);
    await expect.poll(() => desktop.calls).toEqual(['saveAnnotation']);
    await expect.element(sheet).not.toBeInTheDocument();
  });

  it('Ctrl+Z and Ctrl+Shift+Z are the field’s own', async () => {
    const { desktop } = await openApp();
    await press('b');
    await expect.poll(() => desktop.bookmarks.size).toBe(1);
    await writeNote('one');
    await press('{Control>}z{/Control}');
    await expect.element(noteField).not.toHaveValue('one');
    await press('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.element(noteField).toHaveValue('one');
    expect(desktop.bookmarks.size).toBe(1);
    expect(desktop.inputsOf('undo')).toEqual([]);
    expect(desktop.inputsOf('redo')).toEqual([]);
  });

  it('letters do nothing under a dialog either', async () => {
    const { desktop } = await openApp();
    await press('{Shift>}?{/Shift}');
    await expect.element(sheet).toBeVisible();
    await press('jbne{Control>}z{/Control}');
    await press('{Escape}');
    await expect.element(sheet).not.toBeInTheDocument();
    await expectHeadline(1);
    await expect.element(exporter).not.toBeInTheDocument();
    expect(desktop.calls).toEqual([]);
  });
});

describe('the sheet of shortcuts', () => {
  it('lists every shortcut with its keys', async () => {
    await openApp();
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect.element(sheet).toBeVisible();
    const rows = [...page.getByRole('definition').elements()].map(({ parentElement }) =>
      parentElement?.textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(rows).toEqual(
      [...shortcuts, ...furtherKeys].map(
        ({ shown, description }) => `${shown.join('')} ${description}`,
      ),
    );
    expect(rows).toContain('j Next briefing');
    expect(rows).toContain('n Note on the selection, the part or the briefing');
    expect(rows).toContain('CtrlShiftZ Redo');
    expect(rows).toContain('1–5 Colour the selection, the active highlight or the part');
  });

  it('closes with Escape and gives the focus back', async () => {
    await openApp();
    await headline.click();
    await press('{Shift>}?{/Shift}');
    await expect.element(sheet).toBeVisible();
    await press('{Escape}');
    await expect.element(sheet).not.toBeInTheDocument();
    await expectFocus(headline);
  });
});
