import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Target } from '../../../electron/shared/model/annotation.ts';
import { annotation, bookmark, figure, markId, openedBriefing } from '../support/stories.ts';
import { expectFocus, noteField, notesPane, openApp } from '../shell/opened-app.ts';
import { article, partWith, texts, textOf, withMarks } from './reading.ts';

const library = [openedBriefing(1, { figures: [figure()] })];
const caption = 'The ferry Alkyon leaves the harbour of Norland.';

/** Every kind of part: its name, its words, its path, and where it is, in words. */
const kinds = [
  ['headline', texts.headline, 'headline', 'Headline'],
  ['dek', texts.dek, 'dek', 'Dek'],
  ['figure 1', caption, 'figures/0', 'Figure 1'],
  ['heading', 'Overview', 'sections/0/heading', 'Overview, heading'],
  ['bullet 2', texts.secondBullet, 'sections/0/items/1', 'Overview, bullet 2'],
] as const;

const bulletTarget: Target = { kind: 'part', part: 'sections/0/items/0', quote: texts.bullet };

/** Where the pointer is at no part. */
const headerOfWindow = page.getByText('Readout', { exact: true });

/** Whether an element can be seen: it is not clear, and nothing around it is. */
function visibilityOf(button: Element): string {
  let opacity = Number(getComputedStyle(button).opacity);
  for (let { parentElement } = button; parentElement !== null; { parentElement } = parentElement) {
    opacity *= Number(getComputedStyle(parentElement).opacity);
  }
  return opacity === 0 ? 'hidden' : 'shown';
}

describe('the tools of a part', () => {
  it.each(kinds)('bookmark the %s and say whether it is', async (name, words, part) => {
    const { desktop } = await openApp({ library });
    await partWith(words).hover();
    const button = partWith(words).getByRole('button', { name: `Bookmark ${name}` });
    await expect.element(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    expect([...desktop.bookmarks.values()]).toMatchObject([
      { place: { kind: 'part', part, quote: words } },
    ]);
    await expect
      .element(article.getByRole('button', { name: /^Bookmark/, pressed: true }))
      .toHaveLength(1);
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'false');
    expect(desktop.bookmarks.size).toBe(0);
  });

  it.each(kinds)('start a note on the %s', async (name, words, part, place) => {
    const { desktop } = await openApp({ library });
    await partWith(words).hover();
    await partWith(words)
      .getByRole('button', { name: `Note on ${name}` })
      .click();
    await expectFocus(noteField);
    await expect.element(noteField).toHaveAccessibleName(`Note on ${place}`);
    await userEvent.keyboard('A word.');
    await expect
      .poll(() => [...desktop.annotations.values()])
      .toMatchObject([{ note: 'A word.', target: { kind: 'part', part, quote: words } }]);
  });

  it('show the note that is there instead of starting another one', async () => {
    const { desktop } = await openApp(withMarks(annotation(1, { target: bulletTarget })));
    await expect.element(notesPane.getByText('Ask the harbour office.')).toBeVisible();
    await partWith(texts.bullet).hover();
    await partWith(texts.bullet).getByRole('button', { name: 'Note on bullet 1' }).click();
    await expect.poll(() => notesPane.element().matches(':focus-within')).toBe(true);
    await expect.element(notesPane.getByText('Ask the harbour office.')).toBeInViewport();
    await expect.element(noteField).not.toBeInTheDocument();
    expect(desktop.annotations.size).toBe(1);
  });

  it('open the pane for notes where it is hidden', async () => {
    await openApp({
      prepare: (desktop) => {
        desktop.annotations.set(markId(1), annotation(1, { target: bulletTarget }));
        desktop.settings = { ...desktop.settings, notesOpen: false };
      },
    });
    await expect.element(notesPane).not.toBeInTheDocument();
    await partWith(texts.bullet).hover();
    await partWith(texts.bullet).getByRole('button', { name: 'Note on bullet 1' }).click();
    await expect.element(notesPane.getByText('Ask the harbour office.')).toBeVisible();
  });

  it('are seen where the pointer or the focus is, and nowhere else', async () => {
    await openApp();
    await headerOfWindow.hover();
    const button = partWith(texts.bullet).getByRole('button', { name: 'Bookmark bullet 1' });
    const other = partWith(texts.dek).getByRole('button', { name: 'Bookmark dek' });
    expect(visibilityOf(button.element())).toBe('hidden');
    await textOf(texts.bullet).hover();
    expect(visibilityOf(button.element())).toBe('shown');
    await textOf(texts.dek).click();
    await expect.poll(() => visibilityOf(other.element())).toBe('shown');
    await textOf(texts.bullet).hover();
    expect(visibilityOf(other.element())).toBe('shown');
    await expect
      .poll(() =>
        visibilityOf(article.getByRole('button', { name: 'Bookmark headline' }).element()),
      )
      .toBe('hidden');
  });

  it('stay where there is a bookmark or a note, each its own', async () => {
    const place = { kind: 'part', part: 'dek', quote: texts.dek } as const;
    await openApp({
      prepare: ({ annotations, bookmarks }) => {
        annotations.set(markId(1), annotation(1, { target: bulletTarget }));
        bookmarks.set(markId(2), bookmark(2, { place }));
      },
    });
    await headerOfWindow.hover();
    const seen = () =>
      article
        .getByRole('button', { name: /^(?:Bookmark|Note)/ })
        .elements()
        .filter((button) => visibilityOf(button) === 'shown')
        .map((button) => button.getAttribute('aria-label'));
    await expect.poll(seen).toEqual(['Bookmark dek', 'Note on bullet 1']);
  });

  it('are no part of what is selected', async () => {
    await openApp();
    await userEvent.tripleClick(textOf(texts.bullet));
    expect(document.getSelection()?.toString().trim()).toBe(texts.bullet);
  });
});
