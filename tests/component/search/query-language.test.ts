import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectFocus, openApp, press } from '../shell/opened-app.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { openedBriefing } from '../support/stories.ts';

const field = page.getByRole('combobox', { name: 'Search briefings' });
const suggestions = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const rows = page.getByRole('listbox', { name: 'Briefings' }).getByRole('option');
const save = page.getByRole('button', { name: 'Save search' });
const name = page.getByRole('textbox', { name: 'Name' });

const library = [
  openedBriefing(
    1,
    { headline: 'Ferries return', source: 'Harbour Post' },
    {},
    { reading: 'unread' },
  ),
  openedBriefing(2, { headline: 'Bakers raise prices', source: 'Market Times' }),
];

async function search(words: string) {
  const app = await openApp({ library });
  await press('/');
  await expectFocus(field);
  await userEvent.keyboard(words);
  return app;
}

function underlined(): readonly string[] {
  const root = field.element().getRootNode();
  if (!(root instanceof ShadowRoot)) return [];
  return [...root.querySelectorAll('.underlines span')].map((one) => one.textContent);
}

describe('what is wrong in a query', () => {
  it('is underlined and told, and does not empty the list', async () => {
    const { container } = await search('bakers color:grey');
    await expect.poll(underlined).toEqual([expect.stringContaining('grey')]);
    await expect.element(page.getByText(/is left out/)).toBeVisible();
    await expect.element(field).toHaveAccessibleDescription(/grey.*is left out/);
    await expect.element(rows).toHaveLength(1);
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });

  it('is not told any more once it is mended', async () => {
    await search('color:grey');
    await expect.poll(underlined).toHaveLength(1);
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}green');
    await expect.poll(underlined).toEqual([]);
    await expect.element(field).toHaveAttribute('aria-invalid', 'false');
  });
});

describe('the values of a field', () => {
  it('are suggested, chosen with the keys, and searched for', async () => {
    await search('is:un');
    await expect.element(suggestions).toHaveLength(1);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.element(field).toHaveValue('is:unread ');
    await expect.element(rows).toHaveLength(1);
    await expect.element(rows.first()).toMatchTextContent('Ferries return');
  });

  it('are the library’s own sources, chosen with the pointer', async () => {
    await search('source:mark');
    await suggestions.first().click();
    await expect.element(field).toHaveValue('source:"Market Times" ');
    await expectFocus(field);
    await expect.element(rows).toHaveLength(1);
  });

  it('go with Escape, which leaves what is typed', async () => {
    const { container } = await search('has:');
    await expect.element(suggestions.first()).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
    await userEvent.keyboard('{Escape}');
    await expect.element(suggestions).toHaveLength(0);
    await expect.element(field).toHaveValue('has:');
  });
});

describe('the help of the search', () => {
  it('lists the fields, can be left with Escape and gives the focus back', async () => {
    const { container } = await openApp({ library });
    const button = page.getByRole('button', { name: 'How to search' });
    await button.click();
    const help = page.getByRole('dialog', { name: 'How to search' });
    await expect.element(help).toBeVisible();
    await expect.element(help.getByText('is:unread')).toBeVisible();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
    await userEvent.keyboard('{Escape}');
    await expect.element(help).not.toBeInTheDocument();
    await expectFocus(button);
  });
});

describe('a search that is saved', () => {
  it('becomes a view, and the field is empty again', async () => {
    const { container, desktop } = await search('headline:bakers');
    await expect.element(rows).toHaveLength(1);
    await save.click();
    await expectFocus(name);
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
    await userEvent.keyboard('Bread{Enter}');
    await expect
      .element(page.getByRole('button', { name: 'Bread 1' }))
      .toHaveAttribute('aria-current');
    await expect.element(field).toHaveValue('');
    await expect.element(rows).toHaveLength(1);
    expect(desktop.settings.savedSearches).toEqual([{ name: 'Bread', query: 'headline:bakers' }]);
  });

  it('needs a name of its own', async () => {
    const { desktop } = await search('bakers');
    await save.click();
    await userEvent.keyboard('{Control>}a{/Control}{Backspace}{Enter}');
    await expect.element(page.getByRole('alert')).toMatchTextContent('no letter');
    expect(desktop.settings.savedSearches).toEqual([]);
  });

  it('is not offered where there is none', async () => {
    const { desktop } = await openApp({ library });
    await expect.element(save).not.toBeInTheDocument();
    desktop.send('command', 'save-search');
    await expect.element(page.getByText(/There is no search to save/)).toBeVisible();
  });
});
