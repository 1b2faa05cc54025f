import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Annotation } from '../../../electron/shared/model/annotation.ts';
import { highlight, markId } from '../support/stories.ts';
import { expectFocus, headline, notesPane, openApp } from '../shell/opened-app.ts';
import {
  clickAt,
  drag,
  drawn,
  painted,
  partWith,
  texts,
  textOf,
  toolbar,
  withMarks,
} from './reading.ts';

const bullet = textOf(texts.bullet);
const part = partWith(texts.bullet);

function noted(number: number, quote: string, note: string): Annotation {
  return highlight(number, 'sections/0/items/0', texts.bullet, quote, { note });
}

/** Opens the app over these notes and waits until their passages are painted. */
async function openWith(...marks: readonly Annotation[]) {
  const app = await openApp(withMarks(...marks));
  await expect.poll(() => painted('yellow').length).toBe(marks.length);
  return app;
}

/** The passage whose card has the focus in the pane for notes; `null` while none has. */
function focusedCard(): string | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const card = focused?.getRootNode();
  return card instanceof ShadowRoot ? (card.querySelector('q')?.textContent ?? null) : null;
}

describe('a click on a highlight', () => {
  it('goes to its note', async () => {
    await openWith(noted(1, 'runs again', 'Since when?'), noted(2, 'weekdays', 'Sundays too?'));
    await clickAt(bullet, 'weekdays');
    await expect.poll(focusedCard).toBe('weekdays');
    await clickAt(bullet, 'runs');
    await expect.poll(focusedCard).toBe('runs again');
  });

  it('goes to the note of the shortest where several are', async () => {
    await openWith(
      noted(1, texts.bullet, 'The longest'),
      noted(2, 'again', 'The shortest'),
      noted(3, 'runs again on', 'The middle one'),
    );
    await clickAt(bullet, 'again');
    await expect.poll(focusedCard).toBe('again');
    await clickAt(bullet, 'runs');
    await expect.poll(focusedCard).toBe('runs again on');
    await clickAt(bullet, 'ferry');
    await expect.poll(focusedCard).toBe(texts.bullet);
  });

  it('shows the pane for notes where that is hidden', async () => {
    const mark = noted(1, 'runs again', 'Since when?');
    await openApp({
      prepare: (desktop) => {
        desktop.annotations.set(markId(1), mark);
        desktop.settings = { ...desktop.settings, notesOpen: false };
      },
    });
    await expect.poll(() => painted('yellow')).toEqual(['runs again']);
    await clickAt(bullet, 'again');
    await expect.poll(focusedCard).toBe('runs again');
  });

  it('finds it on the second line of a passage too', async () => {
    const { stores } = await openWith(noted(1, texts.bullet, 'All of it'));
    await stores.settings.change({ textSize: 250 });
    await expect.poll(() => bullet.element().getClientRects().length).toBeGreaterThan(1);
    await clickAt(bullet, 'weekdays');
    await expect.poll(focusedCard).toBe(texts.bullet);
  });

  it('is none while words are selected with the mouse', async () => {
    await openWith(noted(1, 'runs again', 'Since when?'));
    await drag(bullet, 'again');
    await expect.element(toolbar).toBeVisible();
    expect(focusedCard()).toBeNull();
  });
});

describe('a click beside a highlight', () => {
  it('goes to no note from other words', async () => {
    await openWith(noted(1, 'runs again', 'Since when?'));
    await clickAt(bullet, 'weekdays');
    await expectFocus(part);
    expect(focusedCard()).toBeNull();
  });

  it('goes to no note from the empty room behind the last word', async () => {
    await openWith(noted(1, 'on weekdays.', 'Sundays too?'));
    const { width, height } = part.element().getBoundingClientRect();
    await userEvent.click(part, { position: { x: width - 20, y: height / 2 } });
    await expectFocus(part);
    await drawn();
    expect(focusedCard()).toBeNull();
  });

  it('goes to no note from the tools of the part', async () => {
    await openWith(noted(1, texts.bullet, 'All of it'));
    await part.hover();
    const button = part.getByRole('button', { name: 'Bookmark bullet 1' });
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    await drawn();
    expect(focusedCard()).toBeNull();
  });

  it('goes to no note from the bar that lies over it', async () => {
    const words = texts.secondBullet;
    await openWith(highlight(1, 'sections/0/items/1', words, words, { note: 'All of it' }));
    await drag(bullet, 'The ferry runs');
    await toolbar.getByRole('button', { name: 'Highlight green' }).click();
    await expect.poll(() => painted('green')).toEqual(['The ferry runs']);
    await drawn();
    expect(focusedCard()).toBeNull();
  });

  it('goes to no note after it was deleted', async () => {
    await openWith(noted(1, 'runs again', 'Since when?'));
    await notesPane.getByRole('button', { name: /^Delete the note/ }).click();
    await expect.poll(() => painted('yellow')).toEqual([]);
    await headline.click();
    await clickAt(bullet, 'again');
    await expectFocus(part);
    await drawn();
    expect(focusedCard()).toBeNull();
  });
});
