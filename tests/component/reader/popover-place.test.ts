import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { section } from '../support/stories.ts';
import { openApp } from '../shell/opened-app.ts';
import {
  article,
  boxOf,
  drag,
  drawn,
  lineOf,
  longSection,
  read,
  selectFrom,
  texts,
  textOf,
  toolbar,
} from './reading.ts';

const bullet = textOf(texts.bullet);
const quote = 'runs again';

/** The bar's box with its border, in CSS pixels of the window. */
function barBox(): DOMRect {
  const root = toolbar.element().getRootNode();
  if (!(root instanceof ShadowRoot)) throw new Error('The bar is an element of its own.');
  return root.host.getBoundingClientRect();
}

function expectInWindow({ left, top, right, bottom }: DOMRect): void {
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(right).toBeLessThanOrEqual(window.innerWidth);
  expect(bottom).toBeLessThanOrEqual(window.innerHeight);
}

/** On which side of the selected words the bar is: it must not cover them. */
function sideOf(passage: DOMRect): 'above' | 'below' | 'over' {
  const bar = barBox();
  if (bar.top >= passage.bottom) return 'below';
  return bar.bottom <= passage.top ? 'above' : 'over';
}

/** How far the bar is from the passage, in CSS pixels. */
function distanceTo(passage: DOMRect): number {
  const bar = barBox();
  return Math.max(bar.top - passage.bottom, passage.top - bar.bottom);
}

describe('the bar at a selected passage', () => {
  it('is below its middle', async () => {
    await openApp();
    await drag(bullet, quote);
    await expect.element(toolbar).toBeVisible();
    const passage = boxOf(bullet, quote);
    expect(sideOf(passage)).toBe('below');
    expect(distanceTo(passage)).toBeLessThan(20);
    const bar = barBox();
    expect(bar.left + bar.width / 2).toBeCloseTo(passage.left + passage.width / 2, 0);
  });

  it.each([
    ['upper left', 'left: 0; top: 0', 'below'],
    ['upper right', 'right: 0; top: 0', 'below'],
    ['lower left', 'left: 0; bottom: 0', 'above'],
    ['lower right', 'right: 0; bottom: 0', 'above'],
  ] as const)('stays in the window in its %s corner', async (_, corner, side) => {
    const { container } = await read({}, { size: { width: 190, height: 320 } });
    container.style.cssText += `; position: fixed; ${corner}`;
    const [first, last] = [textOf(texts.headline), textOf(texts.secondBullet)];
    const text = side === 'below' ? first : last;
    text.element().scrollIntoView({ block: side === 'below' ? 'start' : 'end' });
    await drawn();
    const words = side === 'below' ? 'Ferries' : 'before';
    await drag(text, words);
    await expect.element(toolbar).toBeVisible();
    const passage = boxOf(text, words);
    expectInWindow(barBox());
    expect(sideOf(passage)).toBe(side);
    expect(distanceTo(passage)).toBeLessThan(20);
  });

  it('stays in the window at a passage taller than that', async () => {
    const { component } = await read({ sections: [longSection] });
    component.scrollTop = 1000;
    await drawn();
    selectFrom(textOf(lineOf(0)), 'Line', textOf(lineOf(79)), '79');
    await expect.element(toolbar).toBeVisible();
    expectInWindow(barBox());
  });

  it('stays in the window at text from right to left', async () => {
    const arabic = 'تعمل العبّارة من جديد في أيام الأسبوع.';
    const { container } = await read({ language: 'ar', sections: [section(null, arabic)] });
    container.style.cssText += '; position: fixed; right: 0; top: 0';
    selectFrom(textOf(arabic), 'تعمل', textOf(arabic), 'تعمل');
    await expect.element(toolbar).toBeVisible();
    expectInWindow(barBox());
    expect(sideOf(boxOf(textOf(arabic), 'تعمل'))).toBe('below');
  });

  it('goes with its passage when the text is scrolled', async () => {
    const { component } = await read({ sections: [longSection] });
    const line = textOf(lineOf(8));
    await drag(line, 'timetable');
    await expect.element(toolbar).toBeVisible();
    const before = barBox();
    await userEvent.wheel(component, { delta: { y: 150 } });
    await expect.poll(() => barBox().top).toBeCloseTo(before.top - 150, 0);
    expect(sideOf(boxOf(line, 'timetable'))).toBe('below');
  });

  it('is gone while its passage is scrolled out of sight, and comes back with it', async () => {
    const { component } = await read({ sections: [longSection] });
    await drag(textOf(lineOf(3)), 'timetable');
    await expect.element(toolbar).toBeVisible();
    component.scrollTop = component.scrollHeight;
    await expect.element(toolbar).not.toBeInTheDocument();
    expect(document.getSelection()?.toString()).toBe('timetable');
    component.scrollTop = 0;
    await expect.element(toolbar).toBeVisible();
  });

  it('goes with its passage when the text gets larger', async () => {
    const { stores } = await openApp();
    await drag(bullet, quote);
    await expect.element(toolbar).toBeVisible();
    await stores.settings.change({ textSize: 140 });
    await expect.poll(() => sideOf(boxOf(bullet, quote))).toBe('below');
    await expect.poll(() => distanceTo(boxOf(bullet, quote))).toBeLessThan(20);
  });

  it('goes with its passage when a pane beside the text is hidden', async () => {
    await openApp();
    await drag(bullet, quote);
    await expect.element(toolbar).toBeVisible();
    const before = boxOf(bullet, quote);
    await userEvent.keyboard(']');
    await expect.poll(() => boxOf(bullet, quote).left).not.toBe(before.left);
    await expect
      .poll(() => barBox().left + barBox().width / 2)
      .toBeCloseTo(boxOf(bullet, quote).left + boxOf(bullet, quote).width / 2, 0);
  });

  it('does not lose the selection to a press beside its buttons', async () => {
    await openApp();
    await drag(bullet, quote);
    await expect.element(toolbar).toBeVisible();
    await userEvent.click(toolbar, { position: { x: 1, y: 1 } });
    expect(document.getSelection()?.toString()).toBe(quote);
    await expect.element(toolbar).toBeVisible();
    await expect.element(article).toBeVisible();
  });
});
