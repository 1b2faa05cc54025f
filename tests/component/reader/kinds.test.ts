import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { partsOf } from '../../../electron/shared/model/part.ts';
import type { Item, Section } from '../../../electron/shared/model/briefing.ts';
import { shownTextOf } from '../../../renderer/reader/part-element.ts';
import { faultsInThemes } from '../support/accessibility.ts';
import { briefing, bullet, highlight } from '../support/stories.ts';
import { press } from '../shell/opened-app.ts';
import { code, linked, nested, paragraph, quote, row } from './kinds.ts';
import { article, drawn, markIn, painted, read, textOf, withMarks } from './reading.ts';

const longLine = `depart("${'a very long line '.repeat(20)}");`;
const everyKind: readonly Item[] = [
  bullet('A bullet.'),
  nested('A nested one.', 2),
  nested('Its third level.', 3, '1)'),
  quote('A quotation.'),
  quote('One in another.', 2),
  code('if (ferry) {', `\t${longLine}`, '}'),
  row(['Line', 'Fare'], true),
  row(['Northern', '12.50']),
  row(['Southern', '']),
  linked('More in the report of today.', 'the report', 'https://harbour.example/report'),
];

function withItems(...items: readonly Item[]): { readonly sections: readonly Section[] } {
  return { sections: [{ heading: 'Overview', items }] };
}

/** The element of a part. */
function partAt(path: string): HTMLElement {
  const part = document.getElementById(`part-${path}`);
  if (part === null) throw new Error(`There is no ${path}.`);
  return part;
}

describe('every kind of item', () => {
  it('shows exactly its text, tabs and line feeds included', async () => {
    const changes = withItems(...everyKind);
    await read(changes);
    for (const { path, text } of partsOf(briefing(1, changes))) {
      expect(shownTextOf(partAt(path))).toBe(text);
    }
  });

  it('has no fault that axe-core finds, in light and in dark', async () => {
    const { container } = await read({
      sections: [
        { heading: 'Overview', items: everyKind },
        { heading: 'Third', level: 3, items: [paragraph('Below.')] },
        { heading: null, page: 2, items: [paragraph('On a page.')] },
      ],
    });
    expect(await faultsInThemes(container)).toEqual({ light: [], dark: [] });
  });

  it('is reached with the arrow keys', async () => {
    await read(withItems(...everyKind));
    await textOf('A bullet.').click();
    for (let index = 0; index < everyKind.length; index += 1) {
      await expect.poll(() => document.activeElement?.id).toBe(`part-sections/0/items/${index}`);
      await press('{ArrowDown}');
    }
  });

  it('can be bookmarked by a button that says its name', async () => {
    await read(withItems(...everyKind));
    const names = article
      .getByRole('button', { name: /^Bookmark/ })
      .elements()
      .map((button) => button.getAttribute('aria-label'));
    expect(names.slice(3)).toEqual([
      'Bookmark bullet 1',
      'Bookmark bullet 2',
      'Bookmark bullet 3',
      'Bookmark quote 1',
      'Bookmark quote 2',
      'Bookmark code 1',
      'Bookmark table row 1',
      'Bookmark table row 2',
      'Bookmark table row 3',
      'Bookmark paragraph 1',
    ]);
  });
});

describe('quotations', () => {
  it('stand inside of as many as their level says', async () => {
    await read(withItems(quote('Outer.'), quote('Inner.', 2), quote('Innermost.', 3)));
    const depths = ['Outer.', 'Inner.', 'Innermost.'].map((words) => {
      let depth = 0;
      for (
        let { parentElement } = textOf(words).element();
        parentElement !== null;
        { parentElement } = parentElement
      ) {
        if (parentElement.matches('blockquote')) depth += 1;
      }
      return depth;
    });
    expect(depths).toEqual([1, 2, 3]);
  });
});

describe('bullets', () => {
  it('are set in by their level, and say it', async () => {
    await read(withItems(bullet('First.'), nested('Second.', 2), nested('Third.', 3)));
    const items = article.getByRole('listitem').elements();
    expect(items.map((item) => item.getAttribute('aria-level'))).toEqual([null, '2', '3']);
    const lefts = ['First.', 'Second.', 'Third.'].map(
      (words) => textOf(words).element().getBoundingClientRect().left,
    );
    const [first = 0, second = 0, third = 0] = lefts;
    expect(second).toBeGreaterThan(first);
    expect(third - second).toBeCloseTo(second - first, 0);
  });
});

describe('code', () => {
  it('keeps its lines, and scrolls sideways with the keyboard', async () => {
    await read(withItems(code('first', `second ${longLine}`)));
    const frame = article.getByRole('group', { name: 'code 1' });
    const { scrollWidth, clientWidth } = frame.element();
    expect(scrollWidth).toBeGreaterThan(clientWidth);
    partAt('sections/0/items/0').focus();
    await press('{ArrowRight}');
    await expect.poll(() => frame.element().scrollLeft).toBeGreaterThan(0);
    const lines = getComputedStyle(article.getByText(/^first/).element()).whiteSpace;
    expect(lines).toBe('pre');
  });
});

describe('tables', () => {
  const table = withItems(
    paragraph('Above.'),
    row(['Line', 'Fare'], true),
    row(['Northern', '12.50']),
    paragraph('Between.'),
    row(['Alone', 'x']),
  );

  it('are made of the rows that follow each other', async () => {
    await read(table);
    const tables = article.getByRole('table');
    await expect.element(tables).toHaveLength(2);
    await expect.element(tables.nth(0).getByRole('row')).toHaveLength(2);
    await expect.element(tables.nth(0).getByRole('columnheader')).toHaveLength(2);
    await expect.element(tables.nth(1).getByRole('row')).toHaveLength(1);
  });

  it('scroll inside of their frame where they are wide', async () => {
    const cells = Array.from({ length: 30 }, (_, index) => `Column ${index}`);
    const { component } = await read(withItems(row(cells)));
    const frame = article.getByRole('group', { name: 'Table' }).element();
    expect(frame.scrollWidth).toBeGreaterThan(frame.clientWidth);
    expect(component.scrollWidth).toBe(component.clientWidth);
  });

  it('are highlighted across their cells', async () => {
    const mark = markIn(briefing(1, table), 1, 'ern\t12.50');
    await read(table, withMarks(mark));
    await expect
      .poll(() => painted('yellow').map((words) => words.replaceAll(/\s+/g, ' ')))
      .toEqual(['ern 12.50']);
  });

  it('let the caret go from cell to cell, and select', async () => {
    const { component } = await read(table);
    partAt('sections/0/items/2').focus();
    await press('{Enter}');
    await press('{Control>}{ArrowRight}{/Control}');
    await press('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
    expect(component.currentTarget()).toMatchObject({
      kind: 'passage',
      part: 'sections/0/items/2',
      quote: { exact: '12' },
    });
  });
});

describe('headings', () => {
  it('have the rank that the file says', async () => {
    await read({
      sections: [2, 3, 4, 5, 6].map((level) => ({
        heading: `Rank ${level}`,
        level,
        items: [paragraph('Below.')],
      })),
    });
    for (const level of [2, 3, 4, 5, 6]) {
      await expect
        .element(article.getByRole('heading', { level }))
        .toHaveAccessibleName(`Rank ${level}`);
    }
  });

  it('give way to the number of a page where there are none', async () => {
    await read({ sections: [{ heading: null, page: 3, items: [paragraph('On a page.')] }] });
    await expect.element(article.getByRole('region', { name: 'Page 3' })).toBeVisible();
    await expect.element(article.getByText('Page 3', { exact: true })).toBeVisible();
  });
});

describe('a passage with links in it', () => {
  const text = 'More in the report of the harbour office today.';
  const withLink = withItems(linked(text, 'the report', 'https://harbour.example/'));

  it('is highlighted as one', async () => {
    const mark = highlight(1, 'sections/0/items/0', text, 'in the report of');
    await read(withLink, withMarks(mark));
    await expect.poll(() => painted('yellow')).toEqual(['in the report of']);
  });

  it('is selected with its place in the whole text', async () => {
    const { component } = await read(withLink);
    const part = partAt('sections/0/items/0');
    part.focus();
    await press('{Enter}{End}{Shift>}{Home}{/Shift}');
    expect(component.currentTarget()).toMatchObject({
      position: { start: 0, end: text.length },
      quote: { exact: text },
    });
  });

  it('lets the caret go through the link', async () => {
    const { component } = await read(withLink);
    partAt('sections/0/items/0').focus();
    await press('{Enter}');
    for (let step = 0; step < 9; step += 1) await userEvent.keyboard('{ArrowRight}');
    await press('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    await drawn();
    expect(component.currentTarget()).toMatchObject({ position: { start: 9, end: 11 } });
  });
});
