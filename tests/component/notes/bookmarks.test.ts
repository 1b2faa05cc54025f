import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { bookmark, briefingId, markId } from '../support/stories.ts';
import { expectFocus, headline, message, notesPane, openApp, press } from '../shell/opened-app.ts';

const bulletText = 'Tickets cost what they did before the winter.';
const bullet = page.getByRole('main').getByText(bulletText);
const bulletPart = page.getByRole('main').getByRole('listitem').filter({ hasText: bulletText });
const bulletPlace = { kind: 'part', part: 'sections/0/items/1', quote: bulletText } as const;

async function showBookmarks(): Promise<void> {
  await notesPane.getByRole('tab', { name: /^Bookmarks/ }).click();
}

describe('a bookmark', () => {
  it('of the whole briefing is set with its key and removed with it', async () => {
    const { desktop } = await openApp();
    await press('b');
    await expect.element(message.getByText('Bookmarked this briefing')).toBeVisible();
    await expect.element(notesPane.getByRole('tab', { name: 'Bookmarks 1' })).toBeVisible();
    expect([...desktop.bookmarks.values()]).toMatchObject([
      { briefingId: briefingId(1), place: { kind: 'briefing' } },
    ]);
    await press('b');
    await expect.element(message.getByText('Bookmark removed')).toBeVisible();
    expect(desktop.bookmarks.size).toBe(0);
  });

  it('of the part that has the focus keeps its words', async () => {
    const { desktop } = await openApp();
    await bullet.click();
    await press('b');
    await expect.element(message.getByText('Bookmarked Overview, bullet 2')).toBeVisible();
    expect([...desktop.bookmarks.values()]).toMatchObject([{ place: bulletPlace }]);
  });

  it('is set with the button beside a part, which shows that it is', async () => {
    const { desktop } = await openApp();
    const button = bulletPart.getByRole('button', { name: 'Bookmark bullet 2' });
    await bulletPart.hover();
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    expect([...desktop.bookmarks.values()]).toMatchObject([{ place: bulletPlace }]);
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'false');
    expect(desktop.bookmarks.size).toBe(0);
  });

  it('says why it could not be set', async () => {
    const problem = { kind: 'unwritable', message: 'The disk is full.' } as const;
    await openApp({ prepare: (desktop) => void (desktop.problem = problem) });
    await press('b');
    await expect.element(message.getByText('The disk is full.')).toBeVisible();
    await expect
      .element(notesPane.getByRole('tab', { name: 'Bookmarks' }))
      .toHaveTextContent('Bookmarks');
  });
});

describe('the list of bookmarks', () => {
  it('says how to set one while there is none', async () => {
    await openApp();
    await showBookmarks();
    await expect.element(notesPane.getByText(/No bookmarks here/)).toBeVisible();
  });

  it('jumps to the part', async () => {
    await openApp({
      size: { width: 1280, height: 800 },
      prepare: ({ bookmarks }) => bookmarks.set(markId(1), bookmark(1, { place: bulletPlace })),
    });
    await showBookmarks();
    await notesPane.getByRole('button', { name: /^Overview, bullet 2/ }).click();
    await expectFocus(bulletPart);
    await expect.element(bulletPart).toBeInViewport();
  });

  it('jumps to the headline for the whole briefing', async () => {
    await openApp({ prepare: ({ bookmarks }) => bookmarks.set(markId(1), bookmark(1)) });
    await showBookmarks();
    await notesPane.getByRole('button', { name: /^The whole briefing/ }).click();
    await expectFocus(headline);
  });

  it('removes a bookmark and offers to undo', async () => {
    const { desktop } = await openApp({
      prepare: ({ bookmarks }) => bookmarks.set(markId(1), bookmark(1, { place: bulletPlace })),
    });
    await showBookmarks();
    const row = notesPane.getByRole('listitem').filter({ hasText: bulletText });
    await notesPane
      .getByRole('button', { name: 'Remove the bookmark at Overview, bullet 2' })
      .click();
    await expect.element(row).not.toBeInTheDocument();
    expect(desktop.bookmarks.size).toBe(0);
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect.element(row).toBeVisible();
  });

  it('keeps the words of a part that is not in the briefing any more', async () => {
    const place = { kind: 'part', part: 'sections/7/items/0', quote: 'Words of old.' } as const;
    const { desktop } = await openApp({
      prepare: ({ bookmarks }) => bookmarks.set(markId(1), bookmark(1, { place })),
    });
    await showBookmarks();
    await expect
      .element(notesPane.getByRole('listitem'))
      .toMatchTextContent(/No longer in the briefing\s*Words of old\./);
    await notesPane.getByRole('button', { name: /^Remove the bookmark/ }).click();
    await expect.element(notesPane.getByText(/No bookmarks here/)).toBeVisible();
    expect(desktop.bookmarks.size).toBe(0);
  });
});

describe('the tabs', () => {
  it('are reached with one Tab and changed with the arrow keys, round and round', async () => {
    await openApp();
    const tab = (name: string) => notesPane.getByRole('tab', { name });
    await tab('Notes').click();
    await press('{ArrowRight}');
    await expectFocus(tab('Bookmarks'));
    await expect.element(tab('Bookmarks')).toHaveAttribute('aria-selected', 'true');
    await expect.element(notesPane.getByRole('tabpanel', { name: 'Bookmarks' })).toBeVisible();
    await press('{ArrowRight}{ArrowRight}');
    await expectFocus(tab('Notes'));
    await press('{ArrowLeft}');
    await expectFocus(tab('Contents'));
    await press('{Tab}');
    await expectFocus(notesPane.getByRole('button', { name: 'Ferries of Norland, part 1' }));
  });
});
