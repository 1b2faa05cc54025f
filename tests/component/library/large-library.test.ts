import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../renderer/app-shell.ts';
import { formatNumber } from '../../../renderer/ui/count.ts';
import { mountApp, type Mounted } from '../support/mount.ts';
import { briefingId, openedBriefing } from '../support/stories.ts';

const size = 100_000;
const perDay = 40;
const dayLength = 86_400_000;

/** `2026-03-04` for the first 40 briefings, the day before it for the next 40, and so on. */
function dayOf(position: number): string {
  const newest = Date.UTC(2026, 2, 4);
  return new Date(newest - Math.floor(position / perDay) * dayLength).toISOString().slice(0, 10);
}

/** Briefings in the order of the list, named by their one-based place in it. */
const library = Array.from({ length: size }, (_, position) =>
  openedBriefing(position + 1, {
    headline: `Story ${String(position + 1).padStart(6, '0')}`,
    date: { value: dayOf(position), provenance: 'file name', evidence: null },
  }),
);

const listbox = page.getByRole('listbox', { name: 'Briefings' });
const options = listbox.getByRole('option');

let app: Mounted<HTMLElement>;

/** Waits until the briefing at this one-based place is open, and its row is in sight in the list. */
async function expectOpen(place: number): Promise<void> {
  const name = `Story ${String(place).padStart(6, '0')}`;
  await expect.element(page.getByRole('article', { name })).toBeVisible();
  const row = listbox.getByRole('option', { selected: true });
  await expect.element(row.getByText(name)).toBeInViewport({ ratio: 1 });
  await expect.element(row).toHaveAttribute('aria-posinset', `${place}`);
  await expect.element(row).toHaveAttribute('aria-setsize', `${size}`);
  await expect
    .element(listbox)
    .toHaveAttribute('aria-activedescendant', row.element().getAttribute('id') ?? '');
}

describe('a library of 100,000 briefings', () => {
  beforeEach(async () => {
    app = await mountApp({ library });
    await expect.element(page.getByRole('article', { name: 'Story 000001' })).toBeVisible();
  });

  it('has only the rows in the page that are in sight, and a few around them', async () => {
    await expect.element(options.first()).toBeVisible();
    const places = options.elements().map((row) => row.getAttribute('aria-posinset'));
    expect(places.length).toBeLessThan(30);
    expect(places.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(new Set(options.elements().map((row) => row.getAttribute('aria-setsize')))).toEqual(
      new Set([`${size}`]),
    );
    await expect
      .element(page.getByRole('button', { name: `All briefings ${formatNumber(size)}` }))
      .toBeVisible();
  });

  it('shows the rows of the place that is scrolled to', async () => {
    const scroller = listbox.element();
    scroller.scrollTop = scroller.scrollHeight / 2;
    await expect.element(listbox.getByText('Story 050000')).toBeInTheDocument();
    expect(options.elements().length).toBeLessThan(30);
    scroller.scrollTop = scroller.scrollHeight;
    await expect.element(listbox.getByText('Story 100000')).toBeInViewport({ ratio: 1 });
    expect(options.elements().length).toBeLessThan(30);
  });

  it('keeps the rows below the heading of their day', async () => {
    const scroller = listbox.element();
    scroller.scrollTop = scroller.scrollHeight / 2;
    await expect.element(listbox.getByText('Story 050000')).toBeInTheDocument();
    const headings = [...scroller.querySelectorAll('.day')];
    const first = headings.at(-1);
    const next = options
      .elements()
      .find(
        (row) => row.getBoundingClientRect().top >= (first?.getBoundingClientRect().bottom ?? 0),
      );
    const place = Number(next?.getAttribute('aria-posinset'));
    expect((place - 1) % perDay).toBe(0);
    expect(next).toMatchTextContent(first?.textContent.trim() ?? 'a heading');
  });

  it('goes to the end and back with End and Home', async () => {
    await userEvent.click(options.first());
    await userEvent.keyboard('{End}');
    await expectOpen(size);
    await userEvent.keyboard('{ArrowUp}');
    await expectOpen(size - 1);
    await userEvent.keyboard('{Home}');
    await expectOpen(1);
  });

  it('goes on by a screenful with PageDown and back with PageUp', async () => {
    await userEvent.click(options.first());
    await userEvent.keyboard('{PageDown}');
    await expect
      .element(page.getByRole('article', { name: 'Story 000001' }))
      .not.toBeInTheDocument();
    const selected = listbox.getByRole('option', { selected: true });
    await expect.element(selected).toBeVisible();
    const place = Number(selected.element().getAttribute('aria-posinset'));
    expect(place).toBeGreaterThan(3);
    expect(place).toBeLessThan(15);
    await expectOpen(place);
    await userEvent.keyboard('{PageUp}');
    await expectOpen(1);
  });

  it('opens the next and the one before with j and k, wherever the focus is', async () => {
    await userEvent.keyboard('j');
    await expectOpen(2);
    await userEvent.keyboard('j');
    await expectOpen(3);
    await userEvent.keyboard('k');
    await expectOpen(2);
  });

  it('goes on from the open briefing after the list was read anew', async () => {
    await userEvent.click(options.first());
    await userEvent.keyboard('{End}');
    await expectOpen(size);
    listbox.element().scrollTop = 0;
    await expect.element(listbox.getByText('Story 000001')).toBeInViewport();
    app.desktop.send('libraryChanged', await app.desktop.api.libraryStatus({}));
    await userEvent.keyboard('k');
    await expectOpen(size - 1);
  });

  it('keeps the open briefing’s row in sight over many steps', async () => {
    for (let place = 2; place <= 15; place += 1) {
      await userEvent.keyboard('j');
      await expectOpen(place);
    }
  });
});

describe('a start with a briefing far down in the list', () => {
  it('shows its row', async () => {
    app = await mountApp({
      library,
      prepare: (desktop) =>
        void (desktop.settings = { ...desktop.settings, lastBriefing: briefingId(60_000) }),
    });
    await expectOpen(60_000);
  });
});
