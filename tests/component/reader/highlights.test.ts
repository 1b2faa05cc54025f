import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type Annotation, colorSchema } from '../../../electron/shared/model/annotation.ts';
import { partsOf } from '../../../electron/shared/model/part.ts';
import { passageIn } from '../../support/passages.ts';
import {
  annotation,
  briefing,
  briefingId,
  highlight,
  listing,
  openedBriefing,
  section,
} from '../support/stories.ts';
import { message, openApp, press } from '../shell/opened-app.ts';
import {
  article,
  boxOf,
  drag,
  longSection,
  painted,
  read,
  selectFrom,
  texts,
  textOf,
  withMarks,
} from './reading.ts';

const { options: colors } = colorSchema;
const bullet = textOf(texts.bullet);

function onBullet(number: number, quote: string, changes: Partial<Annotation> = {}): Annotation {
  return highlight(number, 'sections/0/items/0', texts.bullet, quote, changes);
}

/** Everything that is painted, whatever its colour. */
function allPainted(): readonly string[] {
  return [...colors, 'noted' as const].flatMap(painted);
}

describe('a highlight', () => {
  it.each(colors)('is painted in %s, on its words and no others', async (color) => {
    await read({}, withMarks(onBullet(1, 'runs again', { color })));
    await expect.poll(() => painted(color)).toEqual(['runs again']);
    expect(allPainted()).toHaveLength(1);
  });

  it('without a colour is painted as noted', async () => {
    await read({}, withMarks(onBullet(1, 'runs again', { color: null, note: 'Since when?' })));
    await expect.poll(() => painted('noted')).toEqual(['runs again']);
    expect(allPainted()).toHaveLength(1);
  });

  it('looks different in every colour, by its line too', async () => {
    await read();
    const styles = [...colors, 'noted' as const].map((color) =>
      getComputedStyle(bullet.element(), `::highlight(readout-${color})`),
    );
    expect(new Set(styles.map((style) => style.backgroundColor)).size).toBe(6);
    expect(new Set(styles.map((style) => style.textDecorationStyle)).size).toBe(5);
    expect(new Set(styles.map((style) => style.textDecorationLine))).toEqual(
      new Set(['underline']),
    );
  });

  it('is where its words are on the screen', async () => {
    await read({}, withMarks(onBullet(1, 'runs again')));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    const [range] = [...(CSS.highlights.get('readout-yellow') ?? [])];
    if (!(range instanceof Range)) throw new Error('Nothing is painted.');
    expect(range.getBoundingClientRect()).toEqual(boxOf(bullet, 'runs again'));
  });

  it('changes nothing in the text itself', async () => {
    await openApp();
    await drag(bullet, 'runs again');
    const before = article.element().innerHTML;
    await press('4');
    await expect.poll(() => painted('pink')).toEqual(['runs again']);
    expect(article.element().innerHTML).toBe(before);
    expect(bullet.element().textContent).toBe(texts.bullet);
  });

  it('on the second of two equal words is painted there', async () => {
    const words = 'The ferry and the other ferry left.';
    const second = { start: words.lastIndexOf('ferry'), end: words.lastIndexOf('ferry') + 5 };
    await openApp({ library: [openedBriefing(1, { sections: [section(null, words)] })] });
    selectFrom(textOf(words), 'ferry left', textOf(words), 'other ferry');
    await press('1');
    await expect.poll(() => painted('yellow')).toEqual(['ferry']);
    const [range] = [...(CSS.highlights.get('readout-yellow') ?? [])];
    expect(range).toMatchObject({ startOffset: second.start, endOffset: second.end });
  });

  it.each([
    ['combining marks', 'Le cafe\u0301 ferme a\u0300 midi.', 'cafe\u0301'],
    ['composed letters', 'Le caf\u00e9 ferme \u00e0 midi.', 'caf\u00e9'],
    ['emoji', 'It left 👩‍🚀🚢 on time 🇳🇴.', '👩‍🚀🚢'],
    ['words after emoji', 'It left 👩‍🚀🚢 on time 🇳🇴.', 'on time'],
    ['letters beyond the basic plane', 'The sign 𝔄𝔅 is old.', '𝔄𝔅'],
    ['Arabic', 'قال العمدة إنه صباح جيد للجزر.', 'صباح جيد'],
    ['Hebrew with points', 'הַסְּפִינָה חָזְרָה הַיּוֹם.', 'חָזְרָה'],
    ['both directions', 'The word عبّارة means ferry.', 'عبّارة means'],
    ['quotes and hyphens', 'He said “co\u2011owner”\u00a0– twice.', '“co\u2011owner”\u00a0–'],
  ])('is exact in %s', async (_, words, quote) => {
    const { desktop } = await openApp({
      library: [openedBriefing(1, { sections: [section(null, words)] })],
    });
    selectFrom(textOf(words), quote, textOf(words), quote);
    await press('2');
    await expect.poll(() => painted('green')).toEqual([quote]);
    await expect
      .poll(() => [...desktop.annotations.values()])
      .toMatchObject([{ color: 'green', target: { quote: { exact: quote } } }]);
    await press('{Control>}z{/Control}');
    await expect.poll(allPainted).toEqual([]);
    await press('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.poll(() => painted('green')).toEqual([quote]);
  });

  it('may lie over another one: both are painted', async () => {
    const other = onBullet(2, 'again on weekdays', { color: 'blue' });
    await read({}, withMarks(onBullet(1, 'ferry runs again'), other));
    await expect.poll(() => painted('yellow')).toEqual(['ferry runs again']);
    expect(painted('blue')).toEqual(['again on weekdays']);
  });

  it('may lie over another one of its colour', async () => {
    await read({}, withMarks(onBullet(1, 'ferry runs again'), onBullet(2, 'again on weekdays')));
    await expect.poll(() => painted('yellow')).toEqual(['ferry runs again', 'again on weekdays']);
  });

  it('goes when it is deleted and comes back with undo', async () => {
    await openApp(withMarks(onBullet(1, 'runs again')));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await page.getByRole('button', { name: /^Delete the note/ }).click();
    await expect.poll(allPainted).toEqual([]);
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
  });
});

describe('what is not painted', () => {
  it('is a quote that is no more in the text', async () => {
    const words = 'The mayor resigned on a grey morning in spring.';
    const lost = highlight(1, 'sections/0/items/0', words, 'resigned on a grey morning');
    const elsewhere = highlight(2, 'sections/9/items/9', words, 'grey morning in spring');
    await read({}, withMarks(lost, elsewhere, onBullet(3, 'runs again', { color: 'green' })));
    await expect.poll(() => painted('green')).toEqual(['runs again']);
    expect(allPainted()).toEqual(['runs again']);
  });

  it('is a note on a part or on the briefing', async () => {
    const target = { kind: 'part', part: 'sections/0/items/0', quote: texts.bullet } as const;
    const { stores } = await read({}, withMarks(annotation(1), annotation(2, { target })));
    await expect.poll(() => stores.notes.state.get().annotations.length).toBe(2);
    expect(allPainted()).toEqual([]);
  });

  it('is another briefing’s highlight', async () => {
    const library = [openedBriefing(1), openedBriefing(2)];
    const { stores } = await read({}, { library, ...withMarks(onBullet(1, 'runs again')) });
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await stores.reader.open(briefingId(2));
    await expect.element(article).toHaveAccessibleName('Ferries of Norland, part 2');
    await expect.poll(allPainted).toEqual([]);
    await stores.reader.open(briefingId(1));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
  });

  it('is anything while no briefing is shown', async () => {
    const { stores, unmount } = await read({}, withMarks(onBullet(1, 'runs again')));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await stores.reader.open(briefingId(9));
    await expect.poll(allPainted).toEqual([]);
    await stores.reader.open(briefingId(1));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    unmount();
    expect(allPainted()).toEqual([]);
  });
});

describe('a text that is read anew', () => {
  it('has its highlight on the same words, wherever they stand now', async () => {
    const words = 'Harbour office: the ferry runs again on weekdays, it says.';
    const { desktop, stores } = await read({}, withMarks(onBullet(1, 'ferry runs again on week')));
    await expect.poll(() => painted('yellow')).toEqual(['ferry runs again on week']);
    const changed = openedBriefing(1, { sections: [section('Overview', words)] });
    desktop.changeLibrary({ briefings: [changed] });
    await stores.reader.open(briefingId(1));
    await expect.element(textOf(words)).toBeVisible();
    await expect.poll(() => painted('yellow')).toEqual(['ferry runs again on week']);
  });

  it('may be long and have many', async () => {
    const book = briefing(1, { sections: [longSection] });
    const marks = Array.from({ length: 80 }, (_, index) =>
      annotation(index, {
        target: passageIn(partsOf(book), `Line ${index}`, listing(1).fingerprint),
        color: 'yellow',
        note: '',
      }),
    );
    await read({ sections: [longSection] }, withMarks(...marks));
    await expect
      .poll(() => painted('yellow'))
      .toEqual(Array.from({ length: 80 }, (_, index) => `Line ${index}`));
  });
});
