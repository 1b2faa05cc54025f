import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import {
  annotation,
  briefing,
  briefingId,
  highlight,
  markId,
  openedBriefing,
  section,
} from '../support/stories.ts';
import {
  expectFocus,
  headline,
  message,
  noteField,
  notesPane,
  openApp,
  press,
} from '../shell/opened-app.ts';
import {
  article,
  boxOf,
  clickAt,
  drag,
  drawn,
  lineOf,
  longSection,
  markIn,
  painted,
  partWith,
  read,
  selectFrom,
  texts,
  textOf,
  withMarks,
} from './reading.ts';

const bullet = textOf(texts.bullet);
const secondBullet = textOf(texts.secondBullet);

function onBullet(number: number, quote: string, changes: Partial<Annotation> = {}): Annotation {
  return highlight(number, 'sections/0/items/0', texts.bullet, quote, changes);
}

const onDek = highlight(8, 'dek', texts.dek, 'northern line', { color: 'green' });
const onSecond = highlight(9, 'sections/0/items/1', texts.secondBullet, 'Tickets');

/** Opens the app over these marks and waits until they are painted. */
async function openWith(...marks: readonly Annotation[]) {
  const app = await openApp(withMarks(...marks));
  const yellow = marks.filter(({ color }) => color === 'yellow');
  await expect.poll(() => painted('yellow').length).toBe(yellow.length);
  return app;
}

/** The passages that are stored. */
function stored({ annotations }: FakeDesktop): readonly string[] {
  return [...annotations.values()].map(({ target }) =>
    target.kind === 'passage' ? target.quote.exact : target.kind,
  );
}

async function expectActive(...words: readonly string[]): Promise<void> {
  await expect.poll(() => painted('active')).toEqual(words);
}

describe('the active highlight', () => {
  it('is the one just made, until Escape', async () => {
    await openApp();
    await drag(bullet, 'runs again');
    await press('1');
    await expectActive('runs again');
    expect(painted('yellow')).toEqual(['runs again']);
    await press('{Escape}');
    await expectActive();
    expect(painted('yellow')).toEqual(['runs again']);
  });

  it('is the one that is clicked, until a click beside it', async () => {
    await openWith(onBullet(1, 'runs again'), onSecond);
    await clickAt(bullet, 'again');
    await expectActive('runs again');
    await clickAt(secondBullet, 'Tickets');
    await expectActive('Tickets');
    await clickAt(secondBullet, 'before');
    await expectActive();
  });

  it('ends with Escape in the pane for notes, where the click went', async () => {
    await openWith(onBullet(1, 'runs again'));
    await clickAt(bullet, 'again');
    await expectActive('runs again');
    await expect.poll(() => notesPane.element().matches(':focus-within')).toBe(true);
    await press('{Escape}');
    await expectActive();
  });

  it('has a thicker line than the others, under its own colour', async () => {
    await openWith(onBullet(1, 'runs again'));
    const style = (name: string) =>
      getComputedStyle(bullet.element(), `::highlight(readout-${name})`);
    const thickness = (name: string) => parseFloat(style(name).textDecorationThickness);
    expect(thickness('active')).toBeGreaterThan(thickness('yellow'));
    expect(style('active').backgroundColor).toBe('rgba(0, 0, 0, 0)');
    expect(CSS.highlights.get('readout-active')?.priority).toBeGreaterThan(0);
  });

  it('is none in the next briefing, nor when one comes back', async () => {
    const { stores } = await openWith(onBullet(1, 'runs again'));
    await press('h');
    await expectActive('runs again');
    await press('j');
    await expect.element(headline).toMatchTextContent('Ferries of Norland, part 2');
    await expectActive();
    await stores.reader.open(briefingId(1));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await expectActive();
  });

  it('ends when the arrows go on to another part', async () => {
    await openWith(onBullet(1, 'runs again'));
    await press('h');
    await expectActive('runs again');
    await press('{ArrowDown}');
    await expectFocus(partWith(texts.secondBullet));
    await expectActive();
  });

  it('has its note opened with n, not that of the part', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again', { note: 'Since when?' }));
    await press('hn');
    await expectFocus(noteField);
    await expect.element(noteField).toHaveValue('Since when?');
    expect(desktop.annotations.size).toBe(1);
  });

  it('opens its own note where another one is on the same words', async () => {
    await openWith(
      onBullet(1, 'runs again', { note: 'One' }),
      onBullet(2, 'runs again', { note: 'Two' }),
    );
    await press('hhn');
    await expectFocus(noteField);
    await expect.element(noteField).toHaveValue('Two');
  });
});

describe('Delete', () => {
  it('removes the active highlight, and offers to take that back', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again'), onSecond);
    await press('h{Delete}');
    await expect.element(message.getByText('Highlight deleted')).toBeVisible();
    await expect.poll(() => stored(desktop)).toEqual(['Tickets']);
    await expectActive();
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => painted('yellow')).toHaveLength(2);
    expect(desktop.annotations.size).toBe(2);
  });

  it('says that it was a note, where it had one', async () => {
    await openWith(onBullet(1, 'runs again', { note: 'Since when?' }));
    await press('h{Delete}');
    await expect.element(message.getByText('Note deleted')).toBeVisible();
  });

  it('removes it after a click too, which went to its card', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again'));
    await clickAt(bullet, 'again');
    await expect.poll(() => notesPane.element().matches(':focus-within')).toBe(true);
    await press('{Delete}');
    await expect.poll(() => desktop.annotations.size).toBe(0);
    await expectFocus(partWith(texts.bullet));
  });

  it('says why where it cannot be removed', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again'));
    desktop.problem = { kind: 'unwritable', message: 'The disk is full.' };
    await press('h{Delete}');
    await expect.element(message.getByText('The disk is full.')).toBeVisible();
    expect(desktop.annotations.size).toBe(1);
  });

  it('does nothing without an active highlight, or with the focus elsewhere', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again'));
    await bullet.click({ position: { x: 2, y: 5 } });
    await press('{Delete}');
    await press('h');
    await expectActive('runs again');
    await page.getByRole('option', { selected: true }).click();
    await press('{Delete},.<>');
    await drawn();
    expect(desktop.calls).toEqual([]);
  });
});

describe('while another view stands in place of the text', () => {
  it('no key changes a highlight', async () => {
    const { component, desktop } = await openWith(onBullet(1, 'runs again'));
    await press('h');
    await expectActive('runs again');
    const view = component.querySelector('readout-reading-view');
    if (view === null) throw new Error('There is no reading view.');
    view.hidden = true;
    expect(view.checkVisibility()).toBe(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await press('{Delete}.<2{Shift>}h{/Shift}');
    await drawn();
    expect(desktop.calls).toEqual([]);
    expect(painted('yellow')).toEqual(['runs again']);
  });
});

describe('h and Shift+H', () => {
  it('go from highlight to highlight in the order of the text, round and round', async () => {
    await openWith(
      onSecond,
      onBullet(1, 'weekdays'),
      onBullet(2, 'again on'),
      onBullet(3, 'runs again'),
      onDek,
    );
    for (const words of ['northern line', 'runs again', 'again on', 'weekdays', 'Tickets']) {
      await press('h');
      await expectActive(words);
    }
    await press('h');
    await expectActive('northern line');
    for (const words of ['Tickets', 'weekdays', 'again on']) {
      await press('{Shift>}h{/Shift}');
      await expectActive(words);
    }
  });

  it('focus the part of the highlight and say which of them it is', async () => {
    await openWith(onBullet(1, 'weekdays'), onSecond);
    await press('h');
    await expectFocus(partWith(texts.bullet));
    await expect.element(page.getByText('Highlight 1 of 2')).toBeInTheDocument();
    await press('h');
    await expectFocus(partWith(texts.secondBullet));
    await expect.element(page.getByText('Highlight 2 of 2')).toBeInTheDocument();
  });

  it('begin at the part that has the focus', async () => {
    await openWith(onBullet(1, 'weekdays'), onSecond, onDek);
    await bullet.click({ position: { x: 2, y: 5 } });
    await press('h');
    await expectActive('weekdays');
    await press('{Escape}');
    await press('{Shift>}h{/Shift}');
    await expectActive('northern line');
  });

  it('find the same words once more in each of two notes on them', async () => {
    await openWith(onBullet(1, 'weekdays'), onBullet(2, 'weekdays'), onSecond);
    await press('h');
    await expect.element(page.getByText('Highlight 1 of 3')).toBeInTheDocument();
    await press('h');
    await expect.element(page.getByText('Highlight 2 of 3')).toBeInTheDocument();
    await expectActive('weekdays');
  });

  it('bring it into view, as far down as it is', async () => {
    const book = openedBriefing(1, { sections: [longSection] });
    const mark = markIn(book.briefing, 1, 'Line 70 of the');
    await openApp({ library: [book], ...withMarks(mark) });
    await expect.poll(() => painted('yellow')).toEqual(['Line 70 of the']);
    await press('h');
    await expectFocus(partWith(lineOf(70)));
    await expect.element(partWith(lineOf(70))).toBeInViewport({ ratio: 1 });
  });

  it('bring the passage into view in a part taller than the window', async () => {
    const long = `${'Word after word, and no end of them. '.repeat(300)}Here is the end.`;
    const book = openedBriefing(1, { sections: [section(null, long)] });
    const mark = markIn(book.briefing, 1, 'Here is the end.');
    const { component } = await openApp({ library: [book], ...withMarks(mark) });
    await expect.poll(() => painted('yellow')).toEqual(['Here is the end.']);
    await press('h');
    const view = component.querySelector('main')?.getBoundingClientRect();
    await expect
      .poll(() => boxOf(textOf(long), 'Here is the end.').bottom)
      .toBeLessThan(view?.bottom ?? 0);
    expect(boxOf(textOf(long), 'Here is the end.').top).toBeGreaterThan(view?.top ?? 0);
  });

  it('say so where there is no highlight', async () => {
    await openApp(withMarks(annotation(1)));
    await press('h');
    await expect.element(message.getByText('This briefing has no highlights.')).toBeVisible();
  });
});

describe('repeated clicks on one point', () => {
  it('go through all the highlights there, the shortest first', async () => {
    await openWith(onBullet(1, texts.bullet), onBullet(2, 'again'), onBullet(3, 'runs again on'));
    for (const words of ['again', 'runs again on', texts.bullet, 'again']) {
      await clickAt(bullet, 'again');
      await expectActive(words);
    }
  });

  it('begin anew at another point', async () => {
    await openWith(onBullet(1, texts.bullet), onBullet(2, 'again on'));
    await clickAt(bullet, 'again');
    await clickAt(bullet, 'again');
    await expectActive(texts.bullet);
    await clickAt(bullet, 'on');
    await expectActive('again on');
  });

  it('take the length of the whole passage, not of its part here', async () => {
    const across = `${texts.bullet}\n${texts.secondBullet}`;
    const { desktop } = await openApp();
    selectFrom(bullet, 'weekdays', secondBullet, texts.secondBullet);
    await press('1');
    await expect.poll(() => painted('yellow')).toEqual(['weekdays.', texts.secondBullet]);
    await drag(bullet, 'runs again on weekdays');
    await press('2{Escape}');
    await expect.poll(() => desktop.annotations.size).toBe(2);
    expect(across).toContain(stored(desktop)[0]);
    await clickAt(bullet, 'weekdays');
    await expectActive('runs again on weekdays');
  });
});

describe('the keys that resize the active highlight', () => {
  it('let it end a word later and earlier, and store each', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again'));
    await press('h.');
    await expectActive('runs again on');
    expect(painted('yellow')).toEqual(['runs again on']);
    await expect.poll(() => stored(desktop)).toEqual(['runs again on']);
    await press('.');
    await expectActive('runs again on weekdays');
    await press('.');
    await expectActive('runs again on weekdays.');
    await press(',,,');
    await expectActive('runs again');
    await expect.poll(() => stored(desktop)).toEqual(['runs again']);
  });

  it('let it begin a word earlier and later', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again'));
    await press('h');
    await press('{Shift>}<{/Shift}');
    await expectActive('ferry runs again');
    await press('{Shift>}<{/Shift}');
    await expectActive('The ferry runs again');
    await press('{Shift>}>>>{/Shift}');
    await expectActive('again');
    await expect.poll(() => stored(desktop)).toEqual(['again']);
  });

  it('are known without Shift, as some keyboards have them', async () => {
    await openWith(onBullet(1, 'runs again'));
    await press('h<');
    await expectActive('ferry runs again');
    await press('>');
    await expectActive('runs again');
  });

  it('leave at least one word', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs'));
    await press('h,');
    await press('{Shift>}>{/Shift}');
    await drawn();
    await expectActive('runs');
    expect(desktop.calls).toEqual([]);
  });

  it('go on into the next part, and back out of it', async () => {
    const { desktop } = await openWith(onBullet(1, 'weekdays.'));
    await press('h.');
    await expectActive('weekdays.', 'Tickets');
    await expect.poll(() => stored(desktop)).toEqual(['weekdays.\nTickets']);
    await press(',');
    await expectActive('weekdays.');
  });

  it('stop at the ends of the text', async () => {
    const words = 'Just these words.';
    const book = openedBriefing(1, { dek: null, sections: [section(null, words)] });
    const mark = highlight(1, 'sections/0/items/0', words, words);
    const { desktop } = await openApp({ library: [book], ...withMarks(mark) });
    await expect.poll(() => painted('yellow')).toEqual([words]);
    await press('h.');
    await drawn();
    expect(desktop.calls).toEqual([]);
    await press('<<<<<<<<');
    await expectActive(texts.headline, words);
  });

  it('keep its note and its colour, and each step can be taken back', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again', { note: 'Since when?' }));
    await press('h..');
    await expectActive('runs again on weekdays');
    await press('{Control>}z{/Control}');
    await expectActive('runs again on');
    await press('{Control>}z{/Control}');
    await expectActive('runs again');
    expect([...desktop.annotations.values()]).toMatchObject([
      { note: 'Since when?', color: 'yellow', target: { quote: { exact: 'runs again' } } },
    ]);
  });

  it('know the words of languages without spaces', async () => {
    const words = '渡轮今天再次启航。';
    const book = openedBriefing(1, { language: 'zh', sections: [section(null, words)] });
    const mark = highlight(1, 'sections/0/items/0', words, '渡轮');
    await openApp({ library: [book], ...withMarks(mark) });
    await expect.poll(() => painted('yellow')).toEqual(['渡轮']);
    await press('h.');
    await expectActive('渡轮今天');
  });

  it('change nothing while one types', async () => {
    const { desktop } = await openWith(onBullet(1, 'runs again', { note: 'One' }));
    await press('hn');
    await expectFocus(noteField);
    await userEvent.keyboard(',.<>{Delete}');
    await expect.element(noteField).toHaveValue('One,.<>');
    expect(stored(desktop)).toEqual(['runs again']);
  });
});

describe('revealAnnotation', () => {
  it('shows a passage, makes it active and focuses its part', async () => {
    const mark = markIn(briefing(1, { sections: [longSection] }), 1, 'Line 70 of the');
    const { component } = await read({ sections: [longSection] }, withMarks(mark));
    await expect.poll(() => painted('yellow')).toEqual(['Line 70 of the']);
    expect(component.revealAnnotation(markId(1))).toBe(true);
    await expectFocus(partWith(lineOf(70)));
    await expect.element(partWith(lineOf(70))).toBeInViewport({ ratio: 1 });
    await expectActive('Line 70 of the');
  });

  it('shows the part of a note on a part', async () => {
    const target = { kind: 'part', part: 'sections/0/items/60', quote: lineOf(60) } as const;
    const { component, stores } = await read(
      { sections: [longSection] },
      withMarks(annotation(1, { target })),
    );
    await expect.poll(() => stores.notes.state.get().annotations).toHaveLength(1);
    expect(component.revealAnnotation(markId(1))).toBe(true);
    await expectFocus(partWith(lineOf(60)));
    await expectActive(lineOf(60));
  });

  it('answers no for what has no place: the briefing, lost words, a lost part, none', async () => {
    const lost = highlight(2, 'sections/0/items/0', 'The mayor resigned.', 'mayor resigned');
    const part = { kind: 'part', part: 'sections/9/items/9', quote: 'Gone' } as const;
    const { component, stores } = await read(
      {},
      withMarks(annotation(1), lost, annotation(3, { target: part })),
    );
    await expect.poll(() => stores.notes.state.get().annotations).toHaveLength(3);
    for (const number of [1, 2, 3, 4])
      expect(component.revealAnnotation(markId(number))).toBe(false);
    await expectActive();
    await expect.element(article).toBeVisible();
  });
});
