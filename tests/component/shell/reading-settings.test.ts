import { afterEach, describe, expect, it } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { defaultSettings, type Settings } from '../../../electron/shared/model/settings.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { expectFocus, headline, openApp, press } from './opened-app.ts';

const button = page.getByRole('button', { name: 'Text and appearance' });
const dialog = page.getByRole('dialog', { name: 'Text and appearance' });
const textSize = dialog.getByRole('slider', { name: 'Text size' });
const columnWidth = dialog.getByRole('slider', { name: 'Column width' });
const article = page.getByRole('article');
const bullet = article.getByRole('listitem').first();
const sentence = article.getByText('The ferry runs again on weekdays.');

afterEach(() => page.viewport(1280, 800));

function withSettings(change: Partial<Settings>): (desktop: FakeDesktop) => void {
  return (desktop) => void (desktop.settings = { ...desktop.settings, ...change });
}

/** Nothing beside the text, so that the column has room. */
const onlyText = withSettings({ libraryOpen: false, notesOpen: false });

async function openSettings(prepare: (desktop: FakeDesktop) => void = onlyText) {
  const app = await openApp({ prepare });
  await button.click();
  await expect.element(dialog).toBeVisible();
  return app;
}

function widthOf(locator: Locator): number {
  return locator.element().getBoundingClientRect().width;
}

function letterHeight(locator: Locator): number {
  return parseFloat(getComputedStyle(locator.element()).fontSize);
}

async function focus(slider: Locator): Promise<void> {
  await dialog.getByText('Appearance', { exact: true }).click();
  await press(slider === textSize ? '{Shift>}{Tab}{Tab}{/Shift}' : '{Shift>}{Tab}{/Shift}');
  await expectFocus(slider);
}

describe('the settings of text and appearance', () => {
  it('open and close with the keyboard, and give the focus back', async () => {
    await openApp();
    await page.getByRole('button', { name: 'Export…' }).click();
    await press('{Escape}{Tab}');
    await expectFocus(button);
    await expect.element(dialog).not.toBeInTheDocument();
    await press('{Enter}');
    await expect.element(dialog).toBeVisible();
    await press('{Tab}');
    await expectFocus(textSize);
    await press('{Tab}');
    await expectFocus(columnWidth);
    await press('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expectFocus(button);
  });

  it('close with their button, and with a click beside them', async () => {
    await openSettings();
    await button.click();
    await expect.element(dialog).not.toBeInTheDocument();
    await button.click();
    await expect.element(dialog).toBeVisible();
    await headline.click();
    await expect.element(dialog).not.toBeInTheDocument();
  });

  it('are all in sight in the smallest window', async () => {
    await page.viewport(640, 480);
    await openApp({ size: { width: 640, height: 480 } });
    await button.click();
    await expect.element(dialog).toBeInViewport({ ratio: 1 });
    expect(dialog.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(
      button.element().getBoundingClientRect().bottom,
    );
  });

  it('have no fault that axe-core finds, in light and in dark', async () => {
    const { container } = await openSettings();
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('the size of the text', () => {
  it('changes with the arrow keys, at once on the page, and is stored', async () => {
    const { desktop } = await openSettings();
    const normal = letterHeight(sentence);
    await focus(textSize);
    await press('{ArrowRight}{ArrowRight}');
    await expect.element(dialog.getByText('120 %')).toBeVisible();
    await expect.element(textSize).toHaveAttribute('aria-valuetext', '120 %');
    await expect.poll(() => letterHeight(sentence) / normal).toBeCloseTo(1.2);
    expect(desktop.settings.textSize).toBe(120);
  });

  it('goes from 80 to 250 per cent and no further', async () => {
    const { desktop } = await openSettings();
    const normal = letterHeight(sentence);
    await focus(textSize);
    await press('{Home}{ArrowLeft}');
    await expect.poll(() => desktop.settings.textSize).toBe(80);
    await expect.poll(() => letterHeight(sentence) / normal).toBeCloseTo(0.8);
    await press('{End}{ArrowRight}');
    await expect.poll(() => desktop.settings.textSize).toBe(250);
    await expect.poll(() => letterHeight(sentence) / normal).toBeCloseTo(2.5);
    await expect.element(dialog.getByText('250 %')).toBeVisible();
  });

  it.each([
    ['{Control>}={/Control}', 250],
    ['{Control>}-{/Control}', 80],
  ])('stays at its end with %s too', async (keys, end) => {
    const { desktop } = await openApp({ prepare: withSettings({ textSize: end }) });
    await press(keys);
    await expect.poll(() => desktop.inputsOf('changeSettings')).toContainEqual({ textSize: end });
    expect(desktop.settings.textSize).toBe(end);
  });

  it('follows the keys while the settings are open', async () => {
    await openSettings();
    await press('{Control>}={/Control}');
    await expect.element(dialog.getByText('110 %')).toBeVisible();
    await expect.element(textSize).toHaveValue('110');
  });

  it('comes back from the settings', async () => {
    await openSettings(withSettings({ textSize: 170 }));
    await expect.element(dialog.getByText('170 %')).toBeVisible();
    await expect.element(textSize).toHaveValue('170');
    expect(letterHeight(sentence)).toBeGreaterThan(letterHeight(dialog) * 2);
  });
});

describe('the width of the column', () => {
  it('changes with the arrow keys, at once on the page, and is stored', async () => {
    const { desktop } = await openSettings();
    const before = widthOf(article);
    await focus(columnWidth);
    await press('{ArrowLeft}');
    await expect.element(dialog.getByText('67 characters')).toBeVisible();
    await expect.element(columnWidth).toHaveAttribute('aria-valuetext', '67 characters');
    await expect.poll(() => widthOf(article)).toBeLessThan(before);
    expect(desktop.settings.columnWidth).toBe(67);
  });

  it('goes from 45 to 110 characters and no further', async () => {
    const { desktop } = await openSettings();
    await focus(columnWidth);
    await press('{Home}{ArrowLeft}');
    await expect.poll(() => desktop.settings.columnWidth).toBe(45);
    await expect.element(dialog.getByText('45 characters')).toBeVisible();
    const narrow = widthOf(bullet);
    await press('{End}{ArrowRight}');
    await expect.poll(() => desktop.settings.columnWidth).toBe(110);
    await expect.poll(() => widthOf(bullet) / narrow).toBeGreaterThan(2);
  });

  it('comes back from the settings', async () => {
    await openSettings(withSettings({ columnWidth: 52 }));
    await expect.element(dialog.getByText('52 characters')).toBeVisible();
    await expect.element(columnWidth).toHaveValue('52');
  });
});

describe('the appearance', () => {
  it('is chosen with its button, which shows it, and is stored', async () => {
    const { desktop } = await openSettings();
    const choice = (name: string) => dialog.getByRole('button', { name });
    await expect.element(choice('As the system')).toHaveAttribute('aria-pressed', 'true');
    await choice('Dark').click();
    await expect.element(choice('Dark')).toHaveAttribute('aria-pressed', 'true');
    await expect.element(choice('As the system')).toHaveAttribute('aria-pressed', 'false');
    await expect.element(choice('Light')).toHaveAttribute('aria-pressed', 'false');
    expect(desktop.settings.theme).toBe('dark');
    await expect.element(dialog).toBeVisible();
  });

  it('changes here when it is changed elsewhere', async () => {
    const { desktop } = await openSettings();
    desktop.send('settingsChanged', { ...desktop.settings, theme: 'light' });
    await expect
      .element(dialog.getByRole('button', { name: 'Light' }))
      .toHaveAttribute('aria-pressed', 'true');
  });
});

describe('the names of the colours', () => {
  const field = (color: string) => dialog.getByRole('textbox', { name: `Name of ${color}` });

  it('are the colours’ own at first', async () => {
    await openSettings();
    await expect.element(dialog.getByText('What the colours stand for')).toBeVisible();
    for (const color of ['Yellow', 'Green', 'Blue', 'Pink', 'Purple']) {
      await expect.element(field(color.toLowerCase())).toHaveValue(color);
    }
  });

  it.each(['{Enter}', '{Tab}'])(
    'are stored with %s, and typed letters do nothing else',
    async (key) => {
      const { desktop } = await openSettings();
      await field('yellow').click();
      await press('{Control>}a{/Control}bend it{Shift>}?{/Shift}');
      expect(desktop.settings.colorNames.yellow).toBe('Yellow');
      await press(key);
      await expect.poll(() => desktop.settings.colorNames.yellow).toBe('bend it?');
      expect(desktop.settings.colorNames).toMatchObject({ green: 'Green', purple: 'Purple' });
      expect(desktop.calls).toEqual([]);
      await expect.element(dialog).toBeVisible();
    },
  );

  it('are stored when the settings are closed with Escape', async () => {
    const { desktop } = await openSettings();
    await field('pink').fill('to ask');
    await press('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.poll(() => desktop.settings.colorNames.pink).toBe('to ask');
    await expectFocus(button);
  });

  it('are the colour’s own again when they are emptied', async () => {
    const colorNames = { ...defaultSettings.colorNames, blue: 'quote' };
    const { desktop } = await openSettings(withSettings({ colorNames }));
    await expect.element(field('blue')).toHaveValue('quote');
    await field('blue').fill('   ');
    await press('{Enter}');
    await expect.element(field('blue')).toHaveValue('Blue');
    expect(desktop.settings.colorNames.blue).toBe('Blue');
  });

  it('have forty characters at most, and no space around them', async () => {
    const { desktop } = await openSettings();
    await field('green').click();
    await press(`{Control>}a{/Control} ${'x'.repeat(50)}{Enter}`);
    await expect.poll(() => desktop.settings.colorNames.green).toBe('x'.repeat(39));
    await expect.element(field('green')).toHaveValue('x'.repeat(39));
  });

  it('change here when they are changed elsewhere', async () => {
    const { desktop } = await openSettings();
    const colorNames = { ...desktop.settings.colorNames, purple: 'figure' };
    desktop.send('settingsChanged', { ...desktop.settings, colorNames });
    await expect.element(field('purple')).toHaveValue('figure');
  });
});
