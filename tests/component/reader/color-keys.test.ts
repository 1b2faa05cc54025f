import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { figure, highlight, openedBriefing } from '../support/stories.ts';
import { headline, message, openApp, press } from '../shell/opened-app.ts';
import { drag, painted, partWith, texts, textOf, toolbar, withMarks } from './reading.ts';

const bullet = textOf(texts.bullet);

function onBullet(number: number, quote: string, changes: Partial<Annotation> = {}): Annotation {
  return highlight(number, 'sections/0/items/0', texts.bullet, quote, changes);
}

/** What is stored: the colour and the words. */
function stored({ annotations }: FakeDesktop): readonly string[] {
  return [...annotations.values()].map(({ target, color }) =>
    target.kind === 'passage' ? `${color ?? 'no'}: ${target.quote.exact}` : target.kind,
  );
}

describe('the keys 1 to 5 at a part', () => {
  it.each([
    ['headline', texts.headline],
    ['dek', texts.dek],
    ['caption', 'The ferry Alkyon leaves the harbour of Norland.'],
    ['heading', 'Overview'],
    ['bullet', texts.secondBullet],
  ])('highlight the whole text of the %s', async (_, words) => {
    const { desktop } = await openApp({ library: [openedBriefing(1, { figures: [figure()] })] });
    await textOf(words).click();
    await press('3');
    await expect.poll(() => painted('blue')).toEqual([words]);
    await expect.poll(() => stored(desktop)).toEqual([`blue: ${words}`]);
    expect(painted('active')).toEqual([words]);
  });

  it('change the colour of the highlight that covers all of it, and make no other', async () => {
    const { desktop } = await openApp(withMarks(onBullet(1, texts.bullet)));
    await expect.poll(() => painted('yellow')).toEqual([texts.bullet]);
    await textOf(texts.dek).click();
    await press('{ArrowDown}{ArrowDown}');
    await press('4');
    await expect.poll(() => painted('pink')).toEqual([texts.bullet]);
    expect(painted('yellow')).toEqual([]);
    await expect.poll(() => stored(desktop)).toEqual([`pink: ${texts.bullet}`]);
  });

  it('leave a highlight alone that covers some of it', async () => {
    const { desktop } = await openApp(withMarks(onBullet(1, 'runs again')));
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await textOf(texts.dek).click();
    await press('{ArrowDown}{ArrowDown}2');
    await expect.poll(() => painted('green')).toEqual([texts.bullet]);
    await expect
      .poll(() => stored(desktop))
      .toEqual(['yellow: runs again', `green: ${texts.bullet}`]);
  });

  it('do nothing at a figure without a caption, nor where no part has the focus', async () => {
    const { desktop } = await openApp({
      library: [openedBriefing(1, { figures: [figure({ caption: null })] })],
    });
    await press('12345');
    await headline.click();
    await press('{ArrowDown}{ArrowDown}');
    await expect.poll(() => document.activeElement?.tagName).toBe('FIGURE');
    await press('12345');
    expect(desktop.calls).toEqual([]);
  });

  it('can be taken back', async () => {
    const { desktop } = await openApp();
    await bullet.click();
    await press('1');
    await expect.poll(() => painted('yellow')).toEqual([texts.bullet]);
    await press('{Control>}z{/Control}');
    await expect.poll(() => painted('yellow')).toEqual([]);
    expect(desktop.annotations.size).toBe(0);
    expect(painted('active')).toEqual([]);
  });
});

describe('the keys 1 to 5 at an active highlight', () => {
  it('change its colour, whichever part has the focus', async () => {
    const { desktop } = await openApp();
    await drag(bullet, 'runs again');
    await press('1');
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await press('5');
    await expect.poll(() => painted('purple')).toEqual(['runs again']);
    expect(painted('yellow')).toEqual([]);
    await expect.poll(() => stored(desktop)).toEqual(['purple: runs again']);
    await expect.element(message).not.toBeInTheDocument();
  });

  it('give way to a selection', async () => {
    const { desktop } = await openApp();
    await drag(bullet, 'runs again');
    await press('1');
    await drag(textOf(texts.dek), 'northern line');
    await press('2');
    await expect
      .poll(() => stored(desktop))
      .toEqual(['yellow: runs again', 'green: northern line']);
    expect(painted('active')).toEqual(['northern line']);
  });

  it('go on to the part that the arrows go to', async () => {
    const { desktop } = await openApp();
    await drag(bullet, 'runs again');
    await press('1{ArrowDown}3');
    await expect
      .poll(() => stored(desktop))
      .toEqual(['yellow: runs again', `blue: ${texts.secondBullet}`]);
  });
});

describe('the names of the colours', () => {
  const named = {
    prepare: (desktop: FakeDesktop) => {
      const colorNames = { ...desktop.settings.colorNames, yellow: 'claim', blue: 'to check' };
      desktop.settings = { ...desktop.settings, colorNames };
    },
  };

  it('are in the bar at a selected passage, after the colours themselves', async () => {
    await openApp(named);
    await drag(bullet, 'runs again');
    const claim = toolbar.getByRole('button', { name: 'Highlight yellow: claim', exact: true });
    await expect.element(claim).toHaveAttribute('title', 'Highlight yellow: claim (1)');
    await expect
      .element(toolbar.getByRole('button', { name: 'Highlight blue: to check', exact: true }))
      .toBeVisible();
    await expect
      .element(toolbar.getByRole('button', { name: 'Highlight green', exact: true }))
      .toBeVisible();
    await claim.click();
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
  });

  it('change there as soon as the reader sets them', async () => {
    await openApp();
    await page.getByRole('button', { name: 'Text and appearance' }).click();
    await page.getByRole('textbox', { name: 'Name of pink' }).fill('Quote');
    await press('{Enter}{Escape}');
    await partWith(texts.bullet).click();
    await drag(bullet, 'runs again');
    await expect
      .element(toolbar.getByRole('button', { name: 'Highlight pink: Quote', exact: true }))
      .toBeVisible();
  });
});
