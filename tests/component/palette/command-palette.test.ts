import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectFocus, headline, openApp, press } from '../shell/opened-app.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { openedBriefing } from '../support/stories.ts';

const palette = page.getByRole('dialog', { name: 'Go to anything' });
const field = palette.getByRole('combobox');
const options = palette.getByRole('option');
const active = palette.getByRole('option', { selected: true });
const openKeys = '{Control>}k{/Control}';

const library = [
  openedBriefing(1, { headline: 'Ferries return' }),
  openedBriefing(2, { headline: 'Zebras cross the bridge' }),
];

async function openPalette() {
  const app = await openApp({
    library,
    prepare: (desktop) => {
      const savedSearches = [{ name: 'Harbours', query: 'headline:ferries' }];
      desktop.settings = { ...desktop.settings, savedSearches };
    },
  });
  await press(openKeys);
  await expectFocus(field);
  return app;
}

describe('the palette', () => {
  it('runs a command by its name, and shows its keys', async () => {
    const { desktop } = await openPalette();
    await userEvent.keyboard('larger');
    await expect.element(active).toMatchTextContent(/Larger text\s*Ctrl/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desktop.settings.textSize).toBe(110);
    await expect.element(palette).not.toBeInTheDocument();
  });

  it('finds a command by the beginnings of its words', async () => {
    await openPalette();
    await userEvent.keyboard('nbfc');
    await expect.element(active).toMatchTextContent('New briefing from clipboard');
  });

  it('opens a briefing', async () => {
    await openPalette();
    await userEvent.keyboard('zebras');
    await expect.element(active).toMatchTextContent('Zebras cross the bridge');
    await userEvent.keyboard('{Enter}');
    await expect.element(headline).toMatchTextContent('Zebras cross the bridge');
  });

  it('shows a saved search, in place of the words in the search field', async () => {
    const { stores } = await openPalette();
    await userEvent.keyboard('harbours');
    await options.filter({ hasText: 'Harbours' }).click();
    await expect
      .poll(() => stores.library.state.get().filter)
      .toMatchObject({ view: 'headline:ferries', text: '' });
  });

  it('goes round its options with the arrow keys, all in sight', async () => {
    await openPalette();
    await expect.element(active).toMatchTextContent('Next briefing');
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(active).toBeInViewport({ ratio: 1 });
    const id = active.element().id;
    await expect.element(field).toHaveAttribute('aria-activedescendant', id);
    expect(options.elements().at(-1)?.id).toBe(id);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(active).toMatchTextContent('Next briefing');
  });

  it('begins with what was chosen before', async () => {
    await openPalette();
    await userEvent.keyboard('zebras');
    await expect.element(active).toMatchTextContent('Zebras');
    await userEvent.keyboard('{Enter}');
    await expect.element(palette).not.toBeInTheDocument();
    await press(openKeys);
    const recent = palette.getByRole('group', { name: 'Recent' }).getByRole('option');
    await expect.element(recent).toHaveLength(1);
    await expect.element(recent.first()).toMatchTextContent('Zebras cross the bridge');
  });

  it('says when nothing is called so, and does nothing then', async () => {
    await openPalette();
    await userEvent.keyboard('qqqqq');
    await expect.element(palette.getByText('Nothing is called so.')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(palette).toBeVisible();
  });

  it('closes with Escape, and the focus goes back', async () => {
    await openPalette();
    await userEvent.keyboard('{Escape}');
    await expect.element(palette).not.toBeInTheDocument();
    await headline.click();
    await press(openKeys);
    await expectFocus(field);
    await userEvent.keyboard('{Escape}');
    await expectFocus(headline);
  });

  it('has no fault that axe-core finds, empty and with results', async () => {
    const { container } = await openPalette();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
    await userEvent.keyboard('ferries');
    await expect.element(active).toMatchTextContent('Ferries return');
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});
