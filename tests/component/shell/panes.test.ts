import { afterEach, describe, expect, it } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import type { Settings } from '../../../electron/shared/model/settings.ts';
import type { FakeDesktop } from '../../support/fake-desktop.ts';
import { credit, figure, openedBriefing } from '../support/stories.ts';
import { expectFocus, headline, noteField, notesPane, openApp, press } from './opened-app.ts';
import { threeBriefings } from './opened-app.ts';

const library = page.getByRole('region', { name: 'Library' });
const reading = page.getByRole('main');
const header = page.getByRole('banner');
const listButton = header.getByRole('button', { name: 'List of briefings' });
const notesButton = header.getByRole('button', { name: 'Notes', exact: true });
const listDivider = page.getByRole('separator', { name: 'Width of the list' });
const notesDivider = page.getByRole('separator', { name: 'Width of the notes' });

/** Three briefings, the first with figures and with words that are hard to fit. */
const ferries = [
  openedBriefing(1, {
    headline: 'Ferries of Donaudampfschifffahrtsgesellschaftskapitän Norland',
    source: 'The Gazette of the Harbours and Islands',
    figures: [figure(), figure({ filePhoto: true, credit: credit({ agency: 'Norland Photo' }) })],
  }),
  ...threeBriefings.slice(1),
];

afterEach(() => page.viewport(1280, 800));

function withSettings(change: Partial<Settings>): (desktop: FakeDesktop) => void {
  return (desktop) => void (desktop.settings = { ...desktop.settings, ...change });
}

async function openIn(width: number, height: number, change: Partial<Settings> = {}) {
  await page.viewport(width, height);
  return openApp({ library: ferries, size: { width, height }, prepare: withSettings(change) });
}

function widthOf(pane: Locator): number {
  return pane.element().getBoundingClientRect().width;
}

/** Puts the focus on a divider with a click, which moves nothing. */
async function focus(divider: Locator): Promise<void> {
  await divider.click();
  await expectFocus(divider);
}

describe('the panes', () => {
  it('close and open with their buttons, which show it, and stay so in the settings', async () => {
    const { desktop } = await openApp();
    await expect.element(listButton).toHaveAttribute('aria-pressed', 'true');
    await listButton.click();
    await expect.element(library).not.toBeInTheDocument();
    await expect.element(listButton).toHaveAttribute('aria-pressed', 'false');
    await notesButton.click();
    await expect.element(notesPane).not.toBeInTheDocument();
    await expect.element(notesButton).toHaveAttribute('aria-pressed', 'false');
    expect(desktop.settings).toMatchObject({ libraryOpen: false, notesOpen: false });
    await listButton.click();
    await notesButton.click();
    await expect.element(library).toBeVisible();
    await expect.element(notesPane).toBeVisible();
    expect(desktop.settings).toMatchObject({ libraryOpen: true, notesOpen: true });
  });

  it('leave their room to the text when they are closed', async () => {
    await openApp();
    await listButton.click();
    await notesButton.click();
    await expect.poll(() => widthOf(reading)).toBe(1280);
  });

  it('are open and closed as they were left', async () => {
    await openApp({ prepare: withSettings({ libraryOpen: false, notesOpen: false }) });
    await expect.element(library).not.toBeInTheDocument();
    await expect.element(notesPane).not.toBeInTheDocument();
    await expect.element(listButton).toHaveAttribute('aria-pressed', 'false');
    await expect.element(notesButton).toHaveAttribute('aria-pressed', 'false');
  });

  it('are as wide as they were left', async () => {
    await openApp({ prepare: withSettings({ libraryWidth: 410, notesWidth: 260 }) });
    await expect.poll(() => widthOf(library)).toBe(410);
    expect(widthOf(notesPane)).toBe(260);
    await expect.element(listDivider).toHaveAttribute('aria-valuenow', '410');
    await expect.element(notesDivider).toHaveAttribute('aria-valuenow', '260');
  });

  it('of the notes opens for a note, ready to write', async () => {
    const { desktop } = await openApp({ prepare: withSettings({ notesOpen: false }) });
    await press('n');
    await expectFocus(noteField);
    await expect.element(notesPane).toBeVisible();
    await expect.element(notesButton).toHaveAttribute('aria-pressed', 'true');
    await press('Written at once');
    await expect.element(noteField).toHaveValue('Written at once');
    expect(desktop.settings.notesOpen).toBe(true);
  });

  it('of the notes may close on a note that is being written: its words are stored', async () => {
    const { desktop } = await openApp();
    await press('n');
    await expectFocus(noteField);
    await press('Half a word');
    await notesButton.click();
    await expect.element(notesPane).not.toBeInTheDocument();
    await expect.poll(() => [...desktop.annotations.values()][0]?.note).toBe('Half a word');
    await notesButton.click();
    await expect.element(notesPane.getByText('Half a word')).toBeVisible();
  });
});

describe('the dividers', () => {
  it('make the list wider and narrower with the arrow keys, and store it', async () => {
    const { desktop } = await openApp();
    const before = widthOf(library);
    await focus(listDivider);
    await press('{ArrowRight}{ArrowRight}');
    await expect.poll(() => widthOf(library)).toBeGreaterThan(before);
    await expect.element(listDivider).toHaveAttribute('aria-valuenow', `${widthOf(library)}`);
    expect(desktop.settings.libraryWidth).toBe(widthOf(library));
    await press('{ArrowLeft}{ArrowLeft}');
    await expect.poll(() => widthOf(library)).toBe(before);
    expect(desktop.settings.libraryWidth).toBe(before);
  });

  it('make the notes wider towards the text', async () => {
    const { desktop } = await openApp();
    const before = widthOf(notesPane);
    await focus(notesDivider);
    await press('{ArrowLeft}');
    await expect.poll(() => widthOf(notesPane)).toBeGreaterThan(before);
    expect(desktop.settings.notesWidth).toBe(widthOf(notesPane));
  });

  it('leave the arrow keys of the text alone, and the text those of theirs', async () => {
    await openApp();
    await focus(listDivider);
    await press('{ArrowRight}{ArrowDown}');
    await expectFocus(listDivider);
  });

  it('stop at the least width of the list and of the notes', async () => {
    const { desktop } = await openApp();
    await focus(listDivider);
    await press('{Home}{ArrowLeft}');
    await expect.poll(() => widthOf(library)).toBe(200);
    await focus(notesDivider);
    await press('{Home}{ArrowRight}');
    await expect.poll(() => widthOf(notesPane)).toBe(240);
    expect(desktop.settings).toMatchObject({ libraryWidth: 200, notesWidth: 240 });
  });

  it('say how wide the list is, when there is no more room for it too', async () => {
    await openApp();
    const before = widthOf(library);
    await focus(listDivider);
    await press('{End}');
    await expect.poll(() => widthOf(library)).toBeGreaterThan(before);
    const said = Number(listDivider.element().getAttribute('aria-valuenow'));
    expect(Math.abs(said - widthOf(library))).toBeLessThan(1);
  });

  it('move the list back at once from where there was no more room', async () => {
    await openApp();
    const before = widthOf(library);
    await focus(listDivider);
    await press('{End}');
    await expect.poll(() => widthOf(library)).toBeGreaterThan(before);
    const most = widthOf(library);
    await press('{ArrowLeft}');
    await expect.poll(() => widthOf(library)).toBeLessThan(most);
  });
});

describe('the panes of a narrow window', () => {
  it('are one at a time, and leave what was chosen for a wide window', async () => {
    const { desktop } = await openIn(800, 600);
    await expect.element(library).toBeVisible();
    await expect.element(notesPane).not.toBeInTheDocument();
    await notesButton.click();
    await expect.element(notesPane).toBeVisible();
    await expect.element(library).not.toBeInTheDocument();
    await expect.element(listButton).toHaveAttribute('aria-pressed', 'false');
    await notesButton.click();
    await expect.element(notesPane).not.toBeInTheDocument();
    await expect.poll(() => widthOf(reading)).toBe(800);
    await page.viewport(1280, 800);
    await expect.element(library).toBeVisible();
    await expect.element(notesPane).toBeVisible();
    expect(desktop.settings).toMatchObject({ libraryOpen: true, notesOpen: true });
  });

  it('make room for a note that is to be written', async () => {
    await openIn(640, 480);
    await press('n');
    await expectFocus(noteField);
    await expect.element(noteField).toBeInViewport({ ratio: 1 });
    await expect.element(library).not.toBeInTheDocument();
  });
});

/** What is wider than the window or than the box that shows it, by its name. */
function overflowing(): readonly string[] {
  const { documentElement } = document;
  const shown = [documentElement, ...documentElement.querySelectorAll('readout-app-shell, main')];
  const views = [...reading.element().children];
  return [...shown, ...views]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ localName }) => localName);
}

/** What of the header reaches out of the window or over its neighbour, by its text and name. */
function colliding(): readonly string[] {
  const controls = [
    ...header.getByText('Readout', { exact: true }).elements(),
    ...header.getByRole('button').elements(),
    ...header.getByRole('combobox').elements(),
    ...header.getByText('/', { exact: true }).elements(),
  ];
  const boxes = controls
    .map((control) => ({
      name: `${control.ariaLabel ?? ''}${control.textContent.trim()}`,
      box: control.getBoundingClientRect(),
    }))
    .toSorted((one, other) => one.box.left - other.box.left);
  return boxes
    .filter(({ box }, index) => {
      const left = boxes[index - 1]?.box.right ?? 0;
      const isCut = box.right > innerWidth || box.width < 8 || box.top < 0;
      return isCut || box.left < left;
    })
    .map(({ name }) => name);
}

describe.each([
  [1280, 800],
  [800, 600],
  [640, 480],
])('in a window of %i × %i', (width, height) => {
  it.each([100, 200, 250])('with text at %i per cent nothing is cut or covered', async (size) => {
    await openIn(width, height, { textSize: size });
    await expect.element(headline).toBeVisible();
    await expect.poll(overflowing).toEqual([]);
    expect(colliding()).toEqual([]);
    await notesButton.click();
    await expect.poll(overflowing).toEqual([]);
    expect(colliding()).toEqual([]);
  });

  it('a search and its matches leave the buttons where they are', async () => {
    await openIn(width, height);
    await press('/');
    await press('ferries');
    await expect.element(header.getByRole('status')).toHaveTextContent('3 matches');
    expect(colliding()).toEqual([]);
    expect(overflowing()).toEqual([]);
  });
});
