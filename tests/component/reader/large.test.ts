import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Section } from '../../../electron/shared/model/briefing.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { press } from '../shell/opened-app.ts';
import { briefing, briefingId } from '../support/stories.ts';
import { paragraph } from './kinds.ts';
import {
  article,
  markIn,
  painted,
  paintedUnder,
  partWith,
  read,
  textOf,
  withMarks,
} from './reading.ts';

const sentence = 'The ferry to the northern islands runs on weekdays, and on Sundays in summer. ';

/** Words that stand in one paragraph only. */
function nameOf(index: number): string {
  return `Harbour ${index}.`;
}

const count = 10_000;

/** A text of two megabytes. */
const large: { readonly sections: readonly Section[] } = {
  sections: [
    {
      heading: 'Harbours',
      items: Array.from({ length: count }, (_, index) =>
        paragraph(`${sentence.repeat(2 + (index % 2))}${nameOf(index)}`),
      ),
    },
  ],
};

function paragraphWith(index: number) {
  return article.getByText(new RegExp(`${nameOf(index).replace('.', String.raw`\.`)}$`));
}

describe('a briefing of two megabytes', () => {
  it('shows its beginning before the rest is there, and then all of it', async () => {
    const { component } = await read(large);
    expect(component.querySelectorAll('li').length).toBeLessThan(count / 4);
    await expect.element(paragraphWith(0)).toBeInViewport();
    await expect
      .poll(() => component.querySelectorAll('li').length, { timeout: 20_000 })
      .toBe(count);
    await expect.element(article.getByText('ferries-1.txt')).toBeInTheDocument();
  });

  it('opens at the place where the reader left it', async () => {
    const places = [{ briefingId: briefingId(1), part: 'sections/0/items/9000' }];
    await read(large, {
      prepare: (desktop: FakeDesktop) => {
        desktop.settings = { ...desktop.settings, places };
      },
    });
    await expect.element(paragraphWith(9000)).toBeInViewport();
  });

  it('has highlights far down, and leads to them', async () => {
    const mark = markIn(briefing(1, large), 1, nameOf(8000));
    const { component } = await read(large, withMarks(mark));
    await expect.poll(() => component.revealAnnotation(mark.id)).toBe(true);
    await expect.element(paragraphWith(8000)).toBeInViewport();
    await expect.poll(() => painted('yellow')).toEqual([nameOf(8000)]);
  });

  it('is looked through to its end', async () => {
    const { component } = await read(large);
    component.find();
    await page.getByRole('textbox', { name: 'Find in this briefing' }).fill(nameOf(9876));
    await expect.element(paragraphWith(9876)).toBeInViewport();
    await expect.poll(() => paintedUnder('readout-found-current')).toEqual([nameOf(9876)]);
  });

  it('is gone through with the arrow keys, the end of a block included', async () => {
    await read(large);
    await paragraphWith(38).click();
    for (const index of [39, 40, 41]) {
      await press('{ArrowDown}');
      await expect.poll(() => document.activeElement?.id).toBe(`part-sections/0/items/${index}`);
      await expect.element(paragraphWith(index)).toBeInViewport();
    }
  });

  it('cuts nothing off beside the text', async () => {
    await read(large);
    await paragraphWith(1).hover();
    const button = article.getByRole('button', { name: 'Bookmark paragraph 2', exact: true });
    await button.click();
    await expect.element(textOf('Harbours')).toBeVisible();
    await expect.element(partWith('Harbours')).toBeVisible();
  });
});
