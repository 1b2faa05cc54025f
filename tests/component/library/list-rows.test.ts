import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../../renderer/library/library-pane.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { mountLoaded } from '../support/mount.ts';
import {
  annotation,
  briefing,
  briefingId,
  openedBriefing,
  section,
  unreadable,
} from '../support/stories.ts';

const size = { width: 300, height: 900 };
const listbox = page.getByRole('listbox', { name: 'Briefings' });
const options = listbox.getByRole('option');
const order = page.getByRole('combobox', { name: 'Order of the list' });

function withText(number: number, ...texts: readonly string[]) {
  const headline = `Story ${number}`;
  const date = { value: `2026-03-0${number}`, provenance: 'caption', evidence: null } as const;
  return openedBriefing(number, {
    headline,
    date,
    dek: null,
    sections: [section('Overview', ...texts)],
  });
}

const searched = [
  withText(1, 'The tide was high.', 'The tide sank.'),
  withText(2, `${'Nothing of it is known to anybody here. '.repeat(4)}Only the tide came back.`),
];

describe('the signs of a row', () => {
  it('tell that it is unread, pinned, changed since it was read, and there more than once', async () => {
    const copies = [{ id: briefingId(70), path: '/home/reader/copy.txt' }];
    const lastRead = { briefing: briefing(1), readAt: 1 };
    await mountLoaded('readout-library-pane', {
      size,
      library: [
        openedBriefing(1, {}, {}, { reading: 'unread' }),
        openedBriefing(2, {}, {}, { isPinned: true, copies }),
        openedBriefing(3, {}, {}, { lastRead }),
      ],
    });
    await expect.element(options.nth(0)).toHaveAccessibleName(/part 1 .*, unread$/);
    await expect.element(options.nth(1)).toHaveAccessibleName(/pinned Harbour Post · 2 copies/);
    await expect.element(options.nth(2)).toHaveAccessibleName(/changed · Harbour Post/);
    await expect.element(options.nth(2)).not.toHaveAccessibleName(/unread|pinned|cop/);
  });

  it('tell of a file with a problem where it is, in the view of problems', async () => {
    const { stores } = await mountLoaded('readout-library-pane', {
      size,
      library: [unreadable(9, 'harbour.txt', 'It is not text. Save it as text and look again.')],
    });
    await stores.library.setFilter({ view: 'is:problem' });
    await expect.element(options.first()).toMatchTextContent('Save it as text and look again.');
    await expect
      .element(options.first())
      .toMatchTextContent('/home/reader/Briefings/ferries-9.txt');
  });
});

describe('rows of a search for words', () => {
  it('have excerpts with the hits marked, in sight even in a long text', async () => {
    const { stores } = await mountLoaded('readout-library-pane', { size, library: searched });
    await stores.library.setFilter({ text: 'tide' });
    await expect.element(options.nth(1)).toMatchTextContent('The tide was high.');
    const marks = [...listbox.element().querySelectorAll('mark')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['tide', 'tide', 'tide']);
    for (const mark of marks) {
      const excerpt = mark.closest('.excerpt')?.getBoundingClientRect();
      expect(mark.getBoundingClientRect().bottom).toBeLessThanOrEqual((excerpt?.bottom ?? 0) + 1);
    }
  });

  it('are all of one height, and so are those without words', async () => {
    const { stores } = await mountLoaded('readout-library-pane', { size, library: searched });
    const heights = () =>
      new Set(options.elements().map((row) => row.getBoundingClientRect().height));
    await expect.element(options.first()).toBeVisible();
    expect(heights().size).toBe(1);
    const [plain] = heights();
    await stores.library.setFilter({ text: 'tide' });
    await expect.element(options.first().getByText('tide').first()).toBeVisible();
    expect(heights().size).toBe(1);
    expect([...heights()][0]).toBeGreaterThan(plain ?? 0);
  });

  it('say of a hit in a note that it is one', async () => {
    const { stores } = await mountLoaded('readout-library-pane', {
      size,
      library: searched,
      prepare: ({ annotations }) => {
        annotations.set(annotation(1).id, annotation(1, { note: 'Compare with Norderney.' }));
      },
    });
    await stores.library.setFilter({ text: 'norderney' });
    await expect.element(options.first()).toMatchTextContent('Note: Compare with Norderney.');
  });

  it('can be ordered by how well they match, without headings of days', async () => {
    const { stores } = await mountLoaded('readout-library-pane', { size, library: searched });
    await expect.element(order).not.toBeInTheDocument();
    await stores.library.setFilter({ text: 'tide' });
    await expect.element(options.first()).toMatchTextContent('Story 2');
    await order.selectOptions('relevance');
    await expect.element(options.first()).toMatchTextContent('Story 1');
    expect(listbox.element().querySelector('.day')).toBeNull();
    expect(options.elements().map((row) => row.getBoundingClientRect().top)).toEqual(
      options.elements().map((_, index) => {
        return listbox.element().getBoundingClientRect().top + index * 142;
      }),
    );
  });

  it.each([300, 200])('have no fault that axe-core finds, %i pixels wide', async (width) => {
    const { container, stores } = await mountLoaded('readout-library-pane', {
      size: { width, height: 900 },
      library: searched,
      open: briefingId(1),
    });
    await stores.library.setFilter({ text: 'tide' });
    await expect.element(options.first()).toMatchTextContent('Only the tide came back');
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });
});

describe('a list with more rows than it shows', () => {
  it('says so', async () => {
    const library = Array.from({ length: 10_001 }, (_, n) => openedBriefing(n + 1));
    const { stores } = await mountLoaded('readout-library-pane', { size, library });
    await stores.library.setFilter({ text: 'headline:norland', order: 'relevance' });
    await expect.element(page.getByText(/More than 10,000; narrow the search/)).toBeVisible();
  });
});

describe('files that are found while the reader is down in the list', () => {
  it('do not move what is in sight', async () => {
    const many = Array.from({ length: 80 }, (_, n) => {
      return openedBriefing(n + 1, { headline: `Story ${String(n + 1).padStart(3, '0')}` });
    });
    const { desktop } = await mountLoaded('readout-library-pane', { size, library: many });
    await expect.element(options.first()).toBeVisible();
    listbox.element().scrollTop = 36 + 78 * 40 + 10;
    const row = options.filter({ hasText: 'Story 042' });
    await expect.element(row).toBeVisible();
    const { top } = row.element().getBoundingClientRect();
    const added = Array.from({ length: 15 }, (_, n) =>
      openedBriefing(n + 200, { headline: `A ${n}` }),
    );
    desktop.changeLibrary({ briefings: [...added, ...many] });
    await expect.element(row).toHaveAttribute('aria-posinset', '57');
    await expect.poll(() => row.element().getBoundingClientRect().top).toBeCloseTo(top, 0);
  });
});
