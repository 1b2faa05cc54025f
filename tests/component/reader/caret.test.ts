import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { figure, openedBriefing, section } from '../support/stories.ts';
import { expectFocus, noteField, openApp, press } from '../shell/opened-app.ts';
import { emulateMedia } from './emulated-media.ts';
import {
  article,
  boxOf,
  drag,
  lineOf,
  longSection,
  painted,
  partWith,
  read,
  texts,
  textOf,
  toolbar,
} from './reading.ts';

const bullet = textOf(texts.bullet);
const caption = 'The ferry Alkyon leaves the harbour of Norland.';

/** The painted caret; `null` while none is seen. */
function caret(): DOMRect | null {
  const element = document.querySelector<HTMLElement>('.reading-caret');
  return element === null || element.hidden ? null : element.getBoundingClientRect();
}

/** Where the selection's moving end is: the words before it, a stroke, and the words after it. */
function place(): string {
  const selection = document.getSelection();
  const text = selection?.focusNode?.textContent ?? '';
  const offset = selection?.focusOffset ?? 0;
  return `${text.slice(0, offset)}|${text.slice(offset)}`;
}

function selected(): string {
  return document.getSelection()?.toString() ?? '';
}

/** Focuses a part without a click, and enters the caret mode. */
async function enter(words: string): Promise<void> {
  const part = partWith(words).element();
  if (part instanceof HTMLElement) part.focus();
  await press('{Enter}');
  await expect.poll(caret).not.toBeNull();
}

/** So narrow that every bullet has several lines. */
const narrow = { size: { width: 260, height: 600 } };

/** Puts the caret, which is there already, behind the last letter of a text. */
function toEndOf(words: string): void {
  const text = [...textOf(words).element().childNodes].find((node) => node.textContent === words);
  document.getSelection()?.collapse(text ?? null, words.length);
}

const shift = (keys: string) => `{Shift>}${keys}{/Shift}`;

describe('Enter at a part', () => {
  it('puts a caret before its first letter, and says so', async () => {
    await read();
    await enter(texts.bullet);
    expect(place()).toBe(`|${texts.bullet}`);
    const first = boxOf(bullet, 'T');
    expect(caret()?.left).toBeCloseTo(first.left - 1, 0);
    expect(caret()?.top).toBeCloseTo(first.top, 0);
    expect(caret()?.height).toBeCloseTo(first.height, 0);
    await expect.element(page.getByText('Caret mode', { exact: true })).toBeInTheDocument();
    await expectFocus(partWith(texts.bullet));
  });

  it('puts it to where a selection ended, which stays', async () => {
    await read();
    await drag(bullet, 'runs again');
    await press('{Enter}');
    await expect.poll(caret).not.toBeNull();
    expect(place()).toBe('The ferry runs again| on weekdays.');
    expect(selected()).toBe('runs again');
    await press(shift('{ArrowRight}'));
    expect(selected()).toBe('runs again ');
  });

  it('does nothing at a figure without a caption, and presses a button where one has the focus', async () => {
    await openApp({ library: [openedBriefing(1, { figures: [figure({ caption: null })] })] });
    const picture = article.getByRole('figure');
    picture.element().querySelector('button')?.focus();
    await press('{Enter}');
    await expect
      .element(picture.getByRole('button', { name: 'Bookmark figure 1' }))
      .toHaveAttribute('aria-pressed', 'true');
    await press('{ArrowUp}{ArrowDown}');
    await expectFocus(picture);
    await press('{Enter}');
    expect(caret()).toBeNull();
  });

  it('changes nothing in the text', async () => {
    await read();
    const before = article.element().textContent;
    await enter(texts.bullet);
    await press('{ArrowRight}xyz');
    expect(article.element().textContent).toBe(before);
    expect(article.element().querySelector('[contenteditable], .reading-caret')).toBeNull();
  });
});

describe('the caret', () => {
  it('goes by letters', async () => {
    await read();
    await enter(texts.bullet);
    await press('{ArrowRight>3/}');
    expect(place()).toBe('The| ferry runs again on weekdays.');
    await press('{ArrowLeft}');
    expect(place()).toBe('Th|e ferry runs again on weekdays.');
    const before = boxOf(bullet, 'e');
    await expect.poll(() => caret()?.left).toBeCloseTo(before.left - 1, 0);
  });

  it('goes by words', async () => {
    await read();
    await enter(texts.bullet);
    await press('{Control>}{ArrowRight}{ArrowRight}{/Control}');
    expect(place()).toMatch(/^The ferry ?\| ?runs again on weekdays\.$/);
    await press('{Control>}{ArrowLeft}{/Control}');
    expect(place()).toBe('The |ferry runs again on weekdays.');
  });

  it('goes to the ends of its line', async () => {
    await read({}, narrow);
    expect(bullet.element().getClientRects().length).toBeGreaterThan(1);
    await enter(texts.bullet);
    await press('{End}');
    const [line] = [...bullet.element().getClientRects()];
    expect(place()).not.toBe(`${texts.bullet}|`);
    expect(caret()?.top).toBeLessThan(line?.bottom ?? 0);
    expect(caret()?.left).toBeGreaterThan((line?.right ?? 0) - 20);
    await press('{Home}');
    expect(place()).toBe(`|${texts.bullet}`);
  });

  it('goes by lines, inside of a part and from part to part', async () => {
    await read({}, narrow);
    const lines = bullet.element().getClientRects().length;
    expect(lines).toBeGreaterThan(1);
    await enter(texts.bullet);
    const tops = [caret()?.top];
    for (let line = 1; line < lines; line += 1) {
      await press('{ArrowDown}');
      tops.push(caret()?.top);
    }
    expect(new Set(tops).size).toBe(lines);
    await expectFocus(partWith(texts.bullet));
    await press('{ArrowDown}');
    await expectFocus(partWith(texts.secondBullet));
    expect(place()).toBe(`|${texts.secondBullet}`);
    await press(`{ArrowUp>${lines}/}`);
    expect(place()).toBe(`|${texts.bullet}`);
    await press('{ArrowUp}');
    await expectFocus(partWith('Overview'));
  });

  it('keeps its column from line to line', async () => {
    await read();
    await enter(texts.bullet);
    await press('{ArrowRight>12/}');
    const column = caret()?.left ?? 0;
    await press('{ArrowDown}');
    await expectFocus(partWith(texts.secondBullet));
    expect(Math.abs((caret()?.left ?? 0) - column)).toBeLessThan(8);
    await press('{ArrowUp}');
    await expectFocus(partWith(texts.bullet));
    expect(Math.abs((caret()?.left ?? 0) - column)).toBeLessThan(8);
  });

  it('goes by sentences', async () => {
    const words = 'It left at noon. Who was on board? Nobody knows.';
    await read({ sections: [section(null, words, 'And so on. It ends.')] });
    await enter(words);
    const down = '{Alt>}{ArrowDown}{/Alt}';
    const up = '{Alt>}{ArrowUp}{/Alt}';
    await press(down);
    expect(place()).toBe('It left at noon. |Who was on board? Nobody knows.');
    await press(down);
    expect(place()).toBe('It left at noon. Who was on board? |Nobody knows.');
    await press(down);
    expect(place()).toBe('|And so on. It ends.');
    await press(up);
    expect(place()).toBe('It left at noon. Who was on board? |Nobody knows.');
    await press(up + up + up);
    expect(place()).toBe(`|${texts.dek}`);
  });

  it('goes over the boundaries of parts, past credits and buttons', async () => {
    await read({ figures: [figure()] });
    await enter(caption);
    toEndOf(caption);
    await press('{ArrowRight}');
    expect(place()).toBe('|Overview');
    await expectFocus(partWith('Overview'));
    await press('{ArrowLeft}');
    expect(place()).toBe(`${caption}|`);
    await press('{ArrowDown}');
    await expectFocus(partWith('Overview'));
    await press('{ArrowUp}');
    await expectFocus(partWith(caption));
  });

  it('stops at the ends of the briefing', async () => {
    await read();
    await enter(texts.headline);
    await press('{ArrowLeft}{Control>}{ArrowLeft}{/Control}{Alt>}{ArrowUp}{/Alt}');
    expect(place()).toBe(`|${texts.headline}`);
    await press('{Escape}');
    const last = 'The mayor called it a good morning for the islands.';
    await enter(last);
    await press('{End}{ArrowRight}{ArrowDown}{Alt>}{ArrowDown}{/Alt}');
    expect(place()).toBe(`${last}|`);
  });

  it('goes the way one sees in text from right to left', async () => {
    const words = 'صباح جيد للجزر.';
    await read({ language: 'ar', sections: [section(null, words)] });
    await enter(words);
    await press('{ArrowLeft}');
    expect(place()).toBe(`${words.slice(0, 1)}|${words.slice(1)}`);
    await press('{ArrowRight}');
    expect(place()).toBe(`|${words}`);
    await press('{ArrowRight}');
    expect(place()).toBe(`${texts.dek}|`);
  });

  it('stays in view', async () => {
    const { component } = await read({ sections: [longSection] });
    await enter('Timetable');
    await press('{ArrowDown>40/}');
    await expectFocus(partWith(lineOf(39)));
    const view = component.getBoundingClientRect();
    expect(caret()?.bottom).toBeLessThan(view.bottom);
    expect(caret()?.top).toBeGreaterThan(view.top);
    const before = caret()?.top ?? 0;
    component.scrollTop -= 50;
    await expect.poll(() => caret()?.top).toBeCloseTo(before + 50, 0);
  });

  it('goes with its letter when the text gets larger', async () => {
    const { stores } = await read();
    await enter(texts.bullet);
    await stores.settings.change({ textSize: 150 });
    await expect.poll(() => caret()?.height).toBeCloseTo(boxOf(bullet, 'T').height, 0);
    await expect.poll(() => caret()?.top).toBeCloseTo(boxOf(bullet, 'T').top, 0);
  });

  it('blinks, but not where motion is reduced', async () => {
    await read();
    await enter(texts.bullet);
    const element = document.querySelector('.reading-caret');
    expect(element?.getAnimations()).toHaveLength(1);
    await emulateMedia('prefers-reduced-motion', 'reduce');
    expect(element?.getAnimations()).toHaveLength(0);
    expect(caret()).not.toBeNull();
    await emulateMedia('prefers-reduced-motion', 'no-preference');
  });
});

describe('selecting with the caret', () => {
  it('selects letters, words, lines and sentences with Shift, backwards too', async () => {
    const words = 'It left at noon. Who was on board? Nobody knows.';
    await read({ sections: [section(null, words)] });
    await enter(words);
    await press(shift('{ArrowRight>2/}'));
    expect(selected()).toBe('It');
    await press(shift('{Alt>}{ArrowDown}{/Alt}'));
    expect(selected()).toBe('It left at noon. ');
    await press(shift('{Control>}{ArrowRight}{/Control}'));
    expect(selected().trim()).toBe('It left at noon. Who');
    await press(shift('{End}'));
    expect(selected()).toBe(words);
    await press('{ArrowRight}');
    await press('{ArrowLeft}'.repeat(2));
    await press(shift('{Control>}{ArrowLeft}{/Control}'));
    expect(words).toContain(selected());
    expect(selected()).not.toBe('');
  });

  it('shows the bar, and highlights with its key; the caret stays', async () => {
    const { desktop } = await openApp();
    await enter(texts.bullet);
    await press(shift('{Control>}{ArrowRight}{ArrowRight}{/Control}'));
    await expect.element(toolbar).toBeVisible();
    await press('2');
    await expect.poll(() => painted('green')).toEqual(['The ferry']);
    await expect.element(toolbar).not.toBeInTheDocument();
    expect(caret()).not.toBeNull();
    await press(shift('{Control>}{ArrowRight}{/Control}') + '3');
    await expect.poll(() => painted('blue')).toEqual(['runs']);
    expect(desktop.annotations.size).toBe(2);
  });

  it('makes one passage over the boundary of two parts', async () => {
    const { desktop } = await openApp();
    await enter(texts.bullet);
    await press(shift('{Alt>}{ArrowDown}{ArrowDown}{/Alt}') + '1');
    await expect.poll(() => painted('yellow')).toEqual([texts.bullet, texts.secondBullet]);
    expect([...desktop.annotations.values()]).toMatchObject([
      { target: { quote: { exact: `${texts.bullet}\n${texts.secondBullet}` } } },
    ]);
  });

  it('starts a note with n, where the keys go into the note', async () => {
    await openApp();
    await enter(texts.bullet);
    await press(shift('{ArrowRight>9/}') + 'n');
    await expectFocus(noteField);
    expect(caret()).toBeNull();
    await userEvent.keyboard('A word');
    await expect.element(noteField).toHaveValue('A word');
    await expect.poll(() => painted('yellow')).toEqual(['The ferry']);
  });
});

describe('leaving the caret', () => {
  it('goes back to the part with Escape, and says so', async () => {
    await read();
    await enter(texts.bullet);
    await press(shift('{ArrowDown}'));
    await press('{Escape}');
    expect(caret()).toBeNull();
    expect(selected()).toBe('');
    await expectFocus(partWith(texts.secondBullet));
    await expect.element(page.getByText('Caret mode off')).toBeInTheDocument();
    await press('{ArrowUp}');
    await expectFocus(partWith(texts.bullet));
  });

  it('happens when the focus goes elsewhere', async () => {
    await openApp();
    await enter(texts.bullet);
    await press('{F6}');
    await expect.poll(caret).toBeNull();
  });

  it('happens when another briefing is opened', async () => {
    await openApp();
    await enter(texts.headline);
    await press('j');
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toMatchTextContent('Ferries of Norland, part 2');
    await expect.poll(caret).toBeNull();
  });

  it('does not happen with a click in the text, where it goes then', async () => {
    await read();
    await enter(texts.bullet);
    await textOf(texts.dek).click();
    await expect.poll(place).toContain('|');
    await expect.poll(() => caret()?.top).toBeCloseTo(boxOf(textOf(texts.dek), 'Two').top, 0);
    await press('{Home}');
    expect(place()).toBe(`|${texts.dek}`);
  });
});
