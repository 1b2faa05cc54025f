import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { figure, openedBriefing, section } from '../support/stories.ts';
import { expectFocus, headline, notesPane, openApp } from '../shell/opened-app.ts';

const bullets = Array.from(
  { length: 40 },
  (_, index) => `Something happened for the ${index}th time.`,
);

const long = openedBriefing(1, {
  figures: [figure(), figure({ caption: 'The harbour in winter.' })],
  sections: [
    section(null, 'A line before every heading.'),
    section('Overview', ...bullets),
    section('Reactions', 'The mayor called it a good morning.'),
  ],
});

const rows = notesPane.getByRole('list').getByRole('button');

async function showContents(): Promise<void> {
  await notesPane.getByRole('tab', { name: 'Contents' }).click();
}

describe('the contents', () => {
  it('names the headline, the figures and the sections, with how much is in them', async () => {
    await openApp({ library: [long] });
    await showContents();
    await expect.element(rows.first()).toBeVisible();
    expect(rows.elements().map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'Ferries of Norland, part 1',
      'Figures 2 figures',
      'Text 1 item',
      'Overview 40 items',
      'Reactions 1 item',
    ]);
  });

  it('jumps to the section, though it is far below, and back to the top', async () => {
    await openApp({ library: [long] });
    const heading = page.getByRole('heading', { level: 2, name: /^Reactions/ });
    await showContents();
    await expect.element(heading).not.toBeInViewport();
    await rows.nth(4).click();
    await expectFocus(heading);
    await expect.element(heading).toBeInViewport();
    await rows.first().click();
    await expectFocus(headline);
    await expect.element(headline).toBeInViewport();
  });

  it('jumps to the figures and to text without a heading', async () => {
    await openApp({ library: [long] });
    await showContents();
    await rows.nth(1).click();
    await expectFocus(page.getByRole('figure').first());
    await rows.nth(2).click();
    await expectFocus(
      page.getByRole('listitem').filter({ hasText: 'A line before every heading.' }),
    );
  });

  it('follows the open briefing', async () => {
    await openApp({
      library: [long, openedBriefing(2, { sections: [section('Outlook', 'More to come.')] })],
    });
    await showContents();
    await page.getByRole('option', { name: /part 2/ }).click();
    await expect.element(notesPane.getByRole('button', { name: 'Outlook 1 item' })).toBeVisible();
    await expect
      .element(notesPane.getByRole('button', { name: /^Reactions/ }))
      .not.toBeInTheDocument();
  });
});
