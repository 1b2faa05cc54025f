import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { figure, openedBriefing, section } from '../support/stories.ts';
import { expectFocus, headline, message, openApp, press } from '../shell/opened-app.ts';
import {
  article,
  drag,
  lineOf,
  longSection,
  partWith,
  read,
  texts,
  textOf,
  toolbar,
} from './reading.ts';

const caption = 'The ferry Alkyon leaves the harbour of Norland.';
const short = { figures: [figure()], sections: [section('Overview', texts.bullet)] };
const order = [texts.headline, texts.dek, caption, 'Overview', texts.bullet];

/** The part that has the focus, as words. */
function focused(): string | null {
  const { activeElement } = document;
  const words = activeElement?.querySelector('figcaption > span, h1 > span')?.textContent;
  return words ?? activeElement?.textContent.trim() ?? null;
}

async function expectFocused(words: string): Promise<void> {
  await expectFocus(partWith(words));
}

/** From before the text over the buttons above it to its first part. */
const toText = '{Tab}{Tab}{Tab}';

describe('moving through the parts', () => {
  it('goes down through all of them with the arrow key, and stops at the last', async () => {
    await read(short);
    await press(toText);
    for (const words of order) {
      await expectFocused(words);
      await press('{ArrowDown}');
    }
    await expectFocused(texts.bullet);
  });

  it('goes up through all of them, and stops at the first', async () => {
    await read(short);
    await textOf(texts.bullet).click();
    for (const words of order.toReversed()) {
      await expectFocused(words);
      await press('{ArrowUp}');
    }
    await expectFocused(texts.headline);
  });

  it('takes one Tab to get from the buttons above to the text and one to leave it, at the part left last', async () => {
    await openApp();
    await page.getByRole('option', { selected: true }).click();
    await press(`{Tab}${toText}`);
    await expectFocused(texts.headline);
    await press('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expectFocused(texts.bullet);
    await press('{Tab}');
    expect(article.element().matches(':focus-within')).toBe(false);
    await press('{Shift>}{Tab}{/Shift}');
    await expectFocused(texts.bullet);
    await press('{Shift>}{Tab}{/Shift}');
    await expectFocus(article.getByRole('button', { name: 'Pinned' }));
  });

  it('goes on from the part that is clicked', async () => {
    await read();
    await textOf(texts.bullet).click();
    await expectFocused(texts.bullet);
    await press('{ArrowDown}');
    await expectFocused(texts.secondBullet);
  });

  it('goes on from the part whose button has the focus', async () => {
    await read();
    await partWith(texts.bullet).hover();
    await partWith(texts.bullet).getByRole('button', { name: 'Bookmark bullet 1' }).click();
    await press('{ArrowDown}');
    await expectFocused(texts.secondBullet);
  });

  it('passes figures without a caption too', async () => {
    await read({ figures: [figure({ caption: null })] });
    await partWith(texts.dek).click();
    await press('{ArrowDown}');
    await expectFocus(article.getByRole('figure'));
    await press('{ArrowDown}');
    await expectFocused('Overview');
  });

  it('is not done by arrows with other keys held', async () => {
    await read();
    await textOf(texts.bullet).click();
    await press('{Control>}{ArrowDown}{/Control}{Alt>}{ArrowDown}{/Alt}');
    await press('{Shift>}{ArrowDown}{/Shift}');
    await expectFocused(texts.bullet);
  });

  it('brings the part into view, and shows which one it is', async () => {
    await read({ sections: [longSection] });
    await textOf('Timetable').click();
    await press('{ArrowDown>40/}');
    const part = partWith(lineOf(39));
    await expectFocus(part);
    await expect.element(part).toBeInViewport({ ratio: 1 });
    expect(getComputedStyle(part.element()).outlineStyle).toBe('solid');
  });

  it('starts at the first part in view while nothing has the focus', async () => {
    const library = [openedBriefing(1, { sections: [longSection] })];
    await openApp({ library });
    await userEvent.wheel(page.getByRole('main'), { delta: { y: 600 } });
    await expect.element(headline).not.toBeInViewport();
    await press('{ArrowDown}');
    await expect.poll(focused).toMatch(/^Line \d+ of the timetable\.$/);
    await expect.element(partWith(focused() ?? '')).toBeInViewport();
    await expect.element(headline).not.toBeInViewport();
  });
});

describe('Escape in the text', () => {
  it('takes the selection away, and its bar', async () => {
    await read();
    await drag(textOf(texts.bullet), 'runs again');
    await expect.element(toolbar).toBeVisible();
    await press('{Escape}');
    await expect.element(toolbar).not.toBeInTheDocument();
    expect(document.getSelection()?.toString()).toBe('');
  });

  it('leaves the part: a bookmark is the briefing’s then', async () => {
    const { desktop } = await openApp();
    await textOf(texts.bullet).click();
    await press('{Escape}b');
    await expect.element(message.getByText('Bookmarked this briefing')).toBeVisible();
    expect([...desktop.bookmarks.values()]).toMatchObject([{ place: { kind: 'briefing' } }]);
  });

  it('does not keep the arrows from going on', async () => {
    await read();
    await textOf(texts.headline).click();
    await press('{Escape}');
    await press('{ArrowDown}{ArrowDown}');
    await expectFocused(texts.dek);
  });
});
